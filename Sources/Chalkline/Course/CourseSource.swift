import Files
public import Lessons
import Drawings
import Plotting
import Wording

/// A course as its files have it: read and decoded, with everything that is wrong with it.
public struct CourseSource: Sendable {
  /// Where it was read.
  public let folder: LessonsFolder
  /// The contents of `course.yaml`.
  public let course: Course
  /// What its figures and pages say.
  let words: CourseWords
  /// The lessons in the order of the course, also those that cannot be built.
  public let lessons: [LessonSource]
  /// What was read before, to be read again only if it has changed; nil for none.
  let memory: BuildMemory?

  /// Reads the course in `folder`.
  ///
  /// - Throws: `CourseError` if `course.yaml` is wrong; what is wrong with a lesson is kept in it.
  public init(reading folder: LessonsFolder) throws(CourseError) {
    try self.init(reading: folder, remembering: nil)
  }

  /// Reads the course in `folder`; what is in `memory` is not taken apart again.
  init(reading folder: LessonsFolder, remembering memory: BuildMemory?) throws(CourseError) {
    self.folder = folder
    self.memory = memory
    let path = folder.path(of: "course.yaml")
    var words = try CourseWords(in: folder)
    do {
      course = try Course(
        parsing: try Disk.bytes(at: path), named: path, knownLanguages: words.languages)
      try words.add(course.terms)
    } catch let error as DiskError {
      throw CourseError([Finding(error)])
    } catch let error as LessonErrors {
      throw CourseError(error.errors.map { Finding($0) })
    } catch {
      throw CourseError([Finding(.error, "\(path): \(error)")])
    }
    let themes = Theme.all.map { $0.name }
    for theme in [course.themeName, course.darkName].compactMap({ $0 })
    where !themes.contains(theme.text) {
      throw CourseError([Finding(theme.unknown("theme", among: themes))])
    }
    if let dark = course.darkName, Theme.all.contains(where: { $0.name == dark.text && !$0.isDark })
    {
      throw CourseError([Finding(dark.error("the theme '\(dark.text)' is not dark"))])
    }
    self.words = words
    let (languages, own) = (course.languages, words)
    lessons = Parallel.map(course.lessons) { id in
      let place = folder.lesson(id)
      let read = { LessonSource(reading: id, in: place, languages: languages, saying: own) }
      return memory?.lesson(in: place, languages: languages, saying: own, read) ?? read()
    }
  }

  /// The lesson `id`.
  ///
  /// - Throws: `UsageError` naming the nearest lesson if there is none of that name.
  public func lesson(_ id: String) throws(UsageError) -> LessonSource {
    if let lesson = lessons.first(where: { $0.id == id }) { return lesson }
    throw .noneNamed(id, kind: "lesson", among: lessons.map { $0.id })
  }
}

extension UsageError {
  /// There is no `kind` of this `name`; the nearest of `names` is suggested.
  static func noneNamed(_ name: String, kind: String, among names: [String]) -> UsageError {
    UsageError(Wording.noneNamed(name, kind: kind, among: names))
  }
}
