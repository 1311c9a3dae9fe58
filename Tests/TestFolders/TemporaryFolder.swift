package import Files
import Foundation

/// An empty folder, which goes away with its owner.
package final class TemporaryFolder: Sendable {
  /// Without links, so that paths below it can be compared.
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chalkline-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` below the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file; the folder that it lies in must be there.
  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  /// The text of a file; nil if there is none.
  package func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Paths of all files and links below the folder, hidden ones too, sorted; folders are left out.
  package var files: [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var status = stat()
      return lstat(path(name), &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }.sorted()
  }

  /// The folder as a place for output.
  package func output() throws -> OutputFolder {
    try OutputFolder(path, apartFrom: path("no lessons"))
  }
}

extension String {
  /// The bytes of the text.
  package var bytes: [UInt8] { Array(utf8) }
}
