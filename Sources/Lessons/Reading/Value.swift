/// A piece of a lesson file before anyone has said what it means.
struct Value: Sendable {
  enum Content: Sendable {
    case text(LocatedText)
    case list([Value])
    case section([Entry])
  }

  /// A name with its value.
  struct Entry: Sendable {
    let name: LocatedText
    let value: Value
  }

  let content: Content
  /// Where the value begins; for a section or a list in block form, its first item.
  let location: SourceLocation

  /// What is written here without its form; quotes are kept, as they can change a meaning.
  var canonicalText: String {
    switch content {
    case .text(let text): (text.isQuoted ? "q" : "p") + "\(text.text.utf8.count):" + text.text
    case .list(let items): "[" + items.map { $0.canonicalText }.joined(separator: ",") + "]"
    case .section(let entries):
      "{" + entries.map { $0.name.text + "=" + $0.value.canonicalText }.joined(separator: ",") + "}"
    }
  }

  /// Whether nothing was written.
  var isEmpty: Bool {
    if case .text(let text) = content { text.isEmpty } else { false }
  }

  /// What a reader sees here, with its article: `the text 'abc'`, `a list of 3`.
  var description: String {
    switch content {
    case .text(let text): Value.describe(text)
    case .list(let items): "the list \(Value.shape(of: items))"
    case .section(let entries):
      "the section \(Value.shape(of: entries))"
    }
  }

  static func describe(_ text: LocatedText) -> String {
    if text.isEmpty { return "nothing" }
    let shown = Printable.short(text.text)
    if text.isQuoted { return "the quoted text \"\(shown)\"" }
    if Numeral.number(text.text) != nil { return "the number \(shown)" }
    return "the text '\(shown)'"
  }

  private static func shape(of items: [Value]) -> String {
    var words: [String] = []
    for item in items.prefix(4) {
      switch item.content {
      case .text(let text): words.append(Printable.short(text.text, limit: 12))
      case .list: words.append("[..]")
      case .section: words.append("{..}")
      }
    }
    return "[\(words.joined(separator: ", "))\(items.count > 4 ? ", .." : "")]"
  }

  private static func shape(of entries: [Entry]) -> String {
    let names = entries.prefix(3).map { Printable.short($0.name.text, limit: 16) + ": .." }
    return "{\(names.joined(separator: ", "))\(entries.count > 3 ? ", .." : "")}"
  }
}
