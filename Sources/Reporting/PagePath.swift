import Drawings

/// Where the pages of a course lie below the output folder.
public enum PagePath {
  /// The page of the course: `index.html`, `index.ko.html`.
  public static func course(in language: String, first: String) -> String {
    language == first ? "index.html" : "index.\(language).html"
  }

  /// The page of a lesson: `xor/index.html`, `xor/index.ko.html`.
  public static func lesson(_ id: String, in language: String, first: String) -> String {
    "\(id)/\(course(in: language, first: first))"
  }

  /// A document of a lesson: `xor/deck.pdf`, `xor/deck.ko.pdf`.
  public static func document(
    _ kind: DocumentKind, of lesson: String, in language: String, first: String
  ) -> String {
    let name = language == first ? kind.rawValue : "\(kind.rawValue).\(language)"
    return "\(lesson)/\(name).\(DocumentKind.format.fileExtension)"
  }

  /// All slides of the course: `course.pdf`, `course.ko.pdf`.
  public static func courseDocument(in language: String, first: String) -> String {
    language == first ? "course.pdf" : "course.\(language).pdf"
  }

  /// The way from the page `page` to the file `target`, both below the output folder.
  static func relative(_ target: String, from page: String) -> String {
    var target = target.split(separator: "/", omittingEmptySubsequences: false)
    var folder = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while let first = folder.first, target.count > 1, first == target[0] {
      folder.removeFirst()
      target.removeFirst()
    }
    return (folder.map { _ in ".." } + target).joined(separator: "/")
  }
}
