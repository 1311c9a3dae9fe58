import Drawings
import Foundation
import Rendering
import Testing

/// Whether other programs show the vector files as our own pixels; skipped where they are missing.
struct AgreementTests {
  let renderer: Renderer
  let drawing: Drawing
  let pixels: Raster

  init() throws {
    renderer = try Renderer()
    var drawing = everything(measuring: try PangoTextMeasurer.measurer())
    // Viewers differ in how they blend the few pixels of a smooth image.
    drawing.commands = drawing.commands.filter {
      if case .image(let raster, _) = $0 { !raster.isSmooth } else { true }
    }
    // Longer than ten times its size, which Cairo takes for far away from small surfaces.
    drawing.write("결정 경계 after epoch 200 이후", Point(10, 14), TextStyle(size: 7), .fixed)
    self.drawing = drawing
    pixels = try renderer.raster(of: drawing, dpi: 144)
  }

  @Test(.enabled(if: Tool.exist("rsvg-convert", "pdftoppm")))
  func `librsvg shows the SVG as we draw the PNG`() throws {
    let shown = try shownByPoppler(
      try Tool.run(
        "rsvg-convert", ["-f", "pdf"],
        on: renderer.encode(drawing, as: .svg, metadata: .sample).bytes))
    #expect(shown.columns == pixels.columns && shown.rows == pixels.rows)
    // Anti-aliasing of edges differs; a shift of one pixel would make it three times as much.
    #expect(shown.meanDifference(from: pixels) < 1)
  }

  @Test(.enabled(if: Tool.exist("pdftoppm")))
  func `poppler shows the PDF as we draw the PNG`() throws {
    let shown = try shownByPoppler(
      renderer.encode(drawing, as: .pdf, metadata: .sample).bytes)
    #expect(shown.columns == pixels.columns && shown.rows == pixels.rows)
    #expect(shown.meanDifference(from: pixels) < 1)
  }

  @Test(.enabled(if: Tool.exist("pdftotext")))
  func `text can be taken out of the PDF`() throws {
    let output = try Tool.run(
      "pdftotext", [], on: renderer.encode(drawing, as: .pdf, metadata: .sample).bytes, "-")
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains("은닉층") && text.contains("Hidden"))
  }

  private func shownByPoppler(_ pdf: [UInt8]) throws -> Raster {
    let file = try Tool.run("pdftoppm", ["-r", "144"], on: pdf)
    // A header of three lines: P6, the size, 255.
    let lines = file.prefix(64).split(separator: 0x0A, maxSplits: 3)
    let size = String(decoding: lines[1], as: UTF8.self).split(separator: " ").compactMap {
      Int($0)
    }
    let bytes = Array(file.suffix(size[0] * size[1] * 3))
    let pixels = (0..<size[0] * size[1]).map { rgb(bytes, $0 * 3) }
    return Raster(columns: size[0], rows: size[1], pixels: pixels, isSmooth: false)
  }
}

/// Programs of the system.
enum Tool {
  /// Whether all of `names` are installed.
  static func exist(_ names: String...) -> Bool {
    names.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
  }

  /// Runs a program with the path of a file that holds `input`, and returns what it prints.
  static func run(
    _ name: String, _ arguments: [String], on input: [UInt8], _ last: String...
  ) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(name)")
    process.arguments = arguments + [file.path] + last
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(bytes)
  }
}
