import Archives
import Foundation
import Testing
import Tracing

/// NumPy as the reader of archives.
enum NumPy {
  /// Prints arrays of an archive, as hexadecimal digits of their bytes.
  private static let reader = """
    import sys, io, zipfile
    try:
        import numpy
    except ImportError:
        print("no numpy"); sys.exit()
    assert zipfile.ZipFile(sys.argv[1]).testzip() is None
    arrays = numpy.load(sys.argv[1])
    for name in sys.argv[2:]:
        array = arrays[name]
        print(name, list(array.shape), array.tobytes().hex())
    """

  /// What Python says about some arrays of an archive: a line for each with its name, its shape and its bytes.
  ///
  /// Nil if there is no Python with NumPy.
  static func arrays(_ names: [String], in archive: ExportedNumbers) throws -> [String]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "trace.npz")
    try Data(archive.bytes).write(to: file)
    let python = Process()
    let output = Pipe()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", reader, file.path()] + names
    python.standardOutput = output
    try python.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n").map { String($0) }
    // 127: `env` found no python3.
    guard python.terminationStatus != 127, lines != ["no numpy"] else { return nil }
    #expect(python.terminationStatus == 0)
    return lines
  }

  /// The hexadecimal digits of the bytes of some numbers.
  static func hex(_ values: [Double]) -> String {
    var text = ""
    for value in values {
      for byte in 0..<8 {
        let bits = UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(8 * byte))
        text += bits < 16 ? "0" : ""
        text += String(bits, radix: 16)
      }
    }
    return text
  }
}

extension ExportedNumbers {
  /// The bytes of the file.
  var bytes: [UInt8] {
    switch self {
    case .text(let pieces): Array(pieces.joined())
    case .arrays(let arrays):
      Array(ZipArchive.pieces(of: arrays.map { ("\($0.name).npy", $0.bytes) }).joined())
    }
  }

  /// The arrays by their names; empty for a text.
  var arrays: [String: NumPyArray] {
    guard case .arrays(let arrays) = self else { return [:] }
    return Dictionary(arrays.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text; empty for arrays.
  var text: String {
    guard case .text(let pieces) = self else { return "" }
    return String(decoding: Array(pieces.joined()), as: UTF8.self)
  }
}
