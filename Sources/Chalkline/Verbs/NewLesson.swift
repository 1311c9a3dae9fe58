import Files
import Foundation
import Lessons

/// The start of a lesson: a folder that builds at once, entered into the course.
public struct NewLesson: Sendable {
  /// Files that were made or changed, as they are shown to the user.
  public let files: [String]

  /// Makes the lesson `id` in the lessons folder `folder`, and the course too if there is none.
  ///
  /// - Throws: `UsageError` if the name cannot be one or is taken, `CourseError` if `course.yaml`
  ///   is wrong, `DiskError` if nothing can be written.
  public init(_ id: String, in folder: String) throws {
    guard Identifier.isValid(id) else {
      let offer = Identifier.suggestion(for: id).map { "; try '\($0)'" } ?? ""
      throw UsageError("'\(id)' cannot name a lesson: a to z, 0 to 9, hyphens between them\(offer)")
    }
    let lesson = Disk.join(folder, id)
    guard Disk.realPath(lesson) == nil else { throw UsageError("'\(lesson)' is there already") }
    let coursePath = Disk.join(folder, "course.yaml")
    let known =
      Disk.isFile(coursePath)
      ? try CourseWords(in: try LessonsFolder(folder)).languages : LocalizedText.knownLanguages
    let course: String
    if Disk.isFile(coursePath) {
      course = try CourseEntry(
        of: id, in: try Disk.text(at: coursePath), named: coursePath, languages: known
      ).text
    } else {
      course = LessonTemplate.course(of: id)
    }
    let languages = try Course(parsing: course, named: coursePath, knownLanguages: known).languages
    var written = [
      (Disk.join(folder, "lesson.schema.json"), LessonSchema.lesson),
      (Disk.join(folder, "course.schema.json"), LessonSchema.course),
      (Disk.join(lesson, "lesson.yaml"), LessonTemplate.lesson(in: languages)),
    ]
    written += languages.map {
      (Disk.join(lesson, "lesson.\($0).md"), LessonTemplate.prose(in: $0))
    }
    // The course comes last: it must not name a lesson that is not all there.
    written.append((coursePath, course))
    try Disk.makeFolder(lesson)
    var files: [String] = []
    for (path, text) in written where try Disk.replace(path, with: Array(text.utf8)) == .written {
      files.append(path)
    }
    self.files = files
  }
}
