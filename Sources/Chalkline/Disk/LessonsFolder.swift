public import Files
import Foundation

/// The folder that holds `course.yaml` and a folder for each lesson.
public struct LessonsFolder: Equatable, Sendable {
  /// The folder as it is shown to the user: `lessons`, `../lessons`.
  public let path: String
  /// Where output goes unless told otherwise: `output` beside the lessons, or here.
  public let defaultOutput: String

  /// The folder at `path`.
  ///
  /// - Throws: `DiskError` if it is not a folder with a `course.yaml`.
  public init(_ path: String) throws(DiskError) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    guard Disk.isFolder(path) else {
      throw DiskError("read the lessons folder", path, reason: "no such folder")
    }
    guard Disk.isFile(Disk.join(path, "course.yaml")) else {
      throw DiskError("read the lessons folder", path, reason: "there is no course.yaml in it")
    }
    self.path = path
    defaultOutput = "output"
  }

  /// The folder `lessons` here or, from inside a lessons folder, that one.
  ///
  /// Folders beside those around are never taken: they may be somebody else's.
  ///
  /// - Throws: `DiskError` if there is neither.
  public static func found() throws(DiskError) -> LessonsFolder {
    if Disk.isFile("lessons/course.yaml") {
      return LessonsFolder(path: "lessons", defaultOutput: "output")
    }
    var path = "."
    while true {
      if Disk.isFile(Disk.join(path, "course.yaml")) {
        return LessonsFolder(
          path: path, defaultOutput: path == "." ? "../output" : path + "/../output")
      }
      guard let real = Disk.realPath(path), real != "/" else { break }
      path = path == "." ? ".." : path + "/.."
    }
    throw DiskError(
      "find", "lessons/course.yaml",
      reason: "it is not here, and this is not inside a lessons folder; "
        + "'chalkline new NAME' starts one")
  }

  private init(path: String, defaultOutput: String) {
    self.path = path
    self.defaultOutput = defaultOutput
  }

  /// The path of `name` as it is shown to the user.
  func path(of name: String) -> String { Disk.join(path, name) }

  /// The folder of the lesson `id`.
  func lesson(_ id: String) -> LessonFolder { LessonFolder(path: path(of: id)) }
}
