import Files
import Foundation
import Tracing

/// The folder of one lesson: everything the lesson may read, and nothing outside of it.
struct LessonFolder: Sendable {
  /// The folder as it is shown to the user, `lessons/xor`.
  let path: String

  /// The path of `name` as it is shown to the user.
  func path(of name: String) -> String { Disk.join(path, name) }

  /// Whether there is a file `name`.
  func has(_ name: String) -> Bool { Disk.isFile(path(of: name)) }

  /// The text of the file `name`.
  ///
  /// - Throws: `DiskError` if it is missing, is not UTF-8, or lies outside of this folder, be it by
  ///   its name or by a symbolic link.
  func text(of name: String) throws(DiskError) -> String {
    try Disk.text(try bytes(of: name), at: path(of: name))
  }

  /// The data files of the lesson, for its scenarios to read.
  var dataFiles: CSVSource {
    CSVSource { (name) throws(CSVSource.Failure) in
      do throws(DiskError) {
        return CSVSource.File(name: path(of: name), bytes: try bytes(of: name))
      } catch {
        throw CSVSource.Failure(reason: error.reason)
      }
    }
  }

  /// The bytes of the file `name`.
  ///
  /// - Throws: `DiskError` as `text(of:)`.
  func bytes(of name: String) throws(DiskError) -> [UInt8] {
    let shown = path(of: name)
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw DiskError("read", shown, reason: "it lies outside of the lesson's folder")
    }
    guard let real = Disk.realPath(shown) else { throw DiskError("read", shown, number: errno) }
    guard let root = Disk.realPath(path), Disk.isInside(real, root) else {
      throw DiskError("read", shown, reason: "it leads outside of the lesson's folder")
    }
    return try Disk.bytes(at: shown)
  }
}
