import Lessons
import Reporting

extension Manifest {
  /// One document of a lesson, in every language.
  struct Document: Codable, Equatable, Sendable {
    var lesson: String
    /// `deck`, `handout`, `exercises`, `answers`.
    var document: String
    var files: [File]
  }

  /// Enters a document that was made.
  mutating func add(_ plan: DocumentPlan, _ file: File) {
    let key = "\(plan.lesson)#\(plan.kind.rawValue)"
    var document =
      documents[key] ?? Document(lesson: plan.lesson, document: plan.kind.rawValue, files: [])
    document.files.removeAll { $0.path == file.path }
    document.files.append(file)
    document.files.sort { $0.path < $1.path }
    documents[key] = document
  }

  /// Takes over the documents of `old` that this build did not make again, at paths that are still right.
  mutating func keepDocuments(of old: Manifest, at isCurrent: (String) -> Bool) {
    for (key, document) in old.documents {
      let files = document.files.filter { isCurrent($0.path) }
      guard !files.isEmpty else { continue }
      var own = documents[key] ?? document
      if documents[key] == nil { own.files = [] }
      own.files.keepOthers(of: files)
      documents[key] = own
    }
  }

  /// The documents of a lesson in a language, as its page links to them.
  func documents(of lesson: String, in language: String) -> [DocumentReport] {
    DocumentKind.allCases.flatMap { kind in
      (documents["\(lesson)#\(kind.rawValue)"]?.files ?? []).filter { $0.lang == language }.map {
        DocumentReport(kind: kind, path: $0.path, format: $0.format)
      }
    }
  }
}

extension CachePlan {
  /// Where documents of a course may lie.
  ///
  /// Of a lesson that was built whole, where those lie that it has; of any other, all that there could be.
  func documentPaths(of source: CourseSource, built: [LessonPart], _ forms: ImageForms)
    -> Set<String>
  {
    let course = source.course
    var paths: Set<String> = []
    for lesson in source.lessons {
      let isMade =
        forms.makesDocuments && built.contains { $0.isWhole && $0.lesson.id == lesson.id }
      if isMade { paths.formUnion(lessons[lesson.id]?.documentPaths ?? []) }
      for language in course.languages where !isMade || !forms.languages.contains(language) {
        paths.formUnion(
          DocumentKind.allCases.map {
            PagePath.document($0, of: lesson.id, in: language, first: course.languages[0])
          })
      }
    }
    return paths
  }
}
