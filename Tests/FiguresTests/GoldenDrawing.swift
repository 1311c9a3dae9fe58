import Drawings
import Foundation
import Testing

/// The recorded text of a drawing, in `Tests/Fixtures/figures`.
///
/// It is the drawing's description, places to 0.01 point, with two things cut short so that a person
/// can read it: of a path with many corners the first and the last are shown, of many shapes in a row the
/// first and the last. A checksum stands for what is left out, so that nothing can change unseen.
struct GoldenDrawing {
  let name: String

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/figures")

  /// The names of all recorded drawings.
  static func recorded() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  private var file: URL { Self.folder.appending(path: "\(name).txt") }

  /// Expects a drawing to be the recorded one, and says which lines differ.
  ///
  /// With `CHALKLINE_RECORD=figures` in the environment the drawing is recorded first.
  func expect(_ drawing: Drawing, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = Self.text(of: drawing)
    if ProcessInfo.processInfo.environment["CHALKLINE_RECORD"] == "figures" {
      try Data(text.utf8).write(to: file)
    }
    try #require(
      FileManager.default.fileExists(atPath: file.path),
      "Tests/Fixtures/figures/\(name).txt is not there; CONTRIBUTING.md says how to record it",
      sourceLocation: sourceLocation)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    guard recorded != text else { return }
    let changes = Self.changes(from: recorded, to: text)
    Issue.record(
      "Tests/Fixtures/figures/\(name).txt differs:\n\(changes)", sourceLocation: sourceLocation)
  }

  /// The first lines that are gone and new, each with its number in the file that holds it.
  private static func changes(from old: String, to new: String) -> String {
    let changes = lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let offset, let line, _): (line: offset + 1, text: "- \(offset + 1): \(line)")
      case .insert(let offset, let line, _): (line: offset + 1, text: "+ \(offset + 1): \(line)")
      }
    }
    let shown = changes.sorted { ($0.line, $1.text) < ($1.line, $0.text) }.prefix(24)
    let rest = changes.count - shown.count
    return shown.map(\.text).joined(separator: "\n") + (rest > 0 ? "\nand \(rest) lines more" : "")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The text that is recorded of a drawing.
  static func text(of drawing: Drawing) -> String {
    var result: [String] = []
    var shapes: [String] = []
    for line in commandLines(of: drawing) {
      if line.hasPrefix("fill ") || line.hasPrefix("stroke ") {
        shapes.append(line)
      } else {
        result += shortened(shapes)
        shapes = []
        result.append(shortenedPath(line))
      }
    }
    return (result + shortened(shapes)).joined(separator: "\n") + "\n"
  }

  /// The page and the commands, each with what its description leaves out.
  private static func commandLines(of drawing: Drawing) -> [String] {
    let lines = lines(drawing.description).dropLast()
    let additions =
      [""]
      + drawing.commands.map { command in
        switch command {
        case .stroke(_, _, let style):
          style == StrokeStyle(width: style.width, dash: style.dash)
            ? "" : " \(style.cap) ends, \(style.join) corners"
        case .image(let raster, _): raster.isSmooth ? " smooth" : ""
        case .fill, .text, .pushClip, .popClip: ""
        }
      }
    precondition(lines.count == additions.count, "a command is one line")
    return zip(lines, additions).map { $0 + $1 }
  }

  /// Fills and strokes that follow one another, the middle of many by its checksum.
  private static func shortened(_ shapes: [String]) -> [String] {
    guard shapes.count > 40 else { return shapes.map(shortenedPath) }
    let middle = shapes.dropFirst(16).dropLast(4)
    return shapes.prefix(16).map(shortenedPath)
      + ["... \(middle.count) shapes more, sum \(checksum(middle.joined(separator: "\n")))"]
      + shapes.suffix(4).map(shortenedPath)
  }

  /// A command with the middle of its path, if that has many corners, by its checksum.
  private static func shortenedPath(_ line: String) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 60, !line.hasPrefix("text ") else { return line }
    let middle = words.dropFirst(24).dropLast(4)
    return
      (words.prefix(24).map(String.init)
      + ["...", "\(middle.count) words more, sum", checksum(middle.joined(separator: " ")), "..."]
      + words.suffix(4).map(String.init)).joined(separator: " ")
  }

  /// FNV-1a over the bytes: enough to see that a text changed.
  private static func checksum(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
