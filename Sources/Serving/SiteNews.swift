import Foundation

/// What there is to know about the pages now: what each was made of, and what keeps them from being newer.
public struct SiteNews: Equatable, Sendable {
  /// For the path of each page, a text that is another one when the page, or what it shows, is another.
  public var revisions: [String: String]
  /// What is to be mended.
  public var problems: [Problem]

  /// Makes news; at first there is no page and no problem.
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
    let letter = Letter(revision: revision(of: path), problems: problems)
    return "event: news\ndata: \(JSONText.of(letter))\n\n"
  }

  private struct Letter: Encodable {
    let revision: String
    let problems: [Problem]
  }
}

/// Values as JSON that can stand anywhere in a page, also within a script.
enum JSONText {
  /// The text of `value` in one line; no character of it means anything to HTML.
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Words and lists of words cannot fail to be encoded.
    let bytes = (try? encoder.encode(value)) ?? Data("null".utf8)
    return String(decoding: bytes, as: UTF8.self)
      .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
      .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }
}
