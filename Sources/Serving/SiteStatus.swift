import JSON

/// What there is to know about the pages now: what each was made of, and what keeps them from being newer.
public struct SiteStatus: Equatable, Sendable {
  /// For the path of each page, a text that is another one when the page, or what it shows, is another.
  public var revisions: [String: String]
  /// What is to be mended.
  public var problems: [Problem]

  /// Makes a status; at first there is no page and no problem.
  public init(revisions: [String: String] = [:], problems: [Problem] = []) {
    self.revisions = revisions
    self.problems = problems
  }

  /// What the page at `path` shows now; empty if there is no such page.
  func revision(of path: ServedPath) -> String { revisions[path.description] ?? "" }

  /// What is sent to a page: an event of the name `news`, with one line of JSON.
  ///
  /// - Source: HTML Standard, section 9.2, server-sent events
  public func event(for path: ServedPath) -> String {
    let letter: JSONValue = [
      "problems": .array(problems.map { $0.json }), "revision": .string(revision(of: path)),
    ]
    return "event: news\ndata: \(letter.text(.script))\n\n"
  }
}
