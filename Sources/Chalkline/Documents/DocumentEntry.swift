import Figures
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
