/// A text with places for values: `{0}` is the first of them, `{1}` the second, and `{0:row|rows}` is the
/// first word if the first value is 1, else the second word.
///
/// What looks like a place and is none, such as `{a}` or `{0:row}`, stays as it is.
public struct MessagePattern: Sendable {
  private enum Part {
    case text(Substring)
    case value(Int)
    case word(Int, one: Substring, other: Substring)
  }

  private var parts: [Part] = []

  /// Finds the places of a text; a place is numbered by one digit.
  public init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if let place = Self.place(rest[open..<close].dropFirst()) {
        parts += [.text(rest[..<open]), place]
        rest = rest[rest.index(after: close)...]
      } else {
        parts.append(.text(rest[...open]))
        rest = rest[rest.index(after: open)...]
      }
    }
    parts.append(.text(rest))
  }

  /// The place that stands between two braces; nil if it is none.
  private static func place(_ text: Substring) -> Part? {
    guard let digit = text.first, digit.isASCII, let number = digit.wholeNumberValue else {
      return nil
    }
    let rest = text.dropFirst()
    if rest.isEmpty { return .value(number) }
    let words = rest.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
    guard rest.first == ":", words.count == 2 else { return nil }
    return .word(number, one: words[0], other: words[1])
  }

  /// The numbers of the values that are shown, from 0.
  public var values: Set<Int> {
    parts.reduce(into: []) { if case .value(let number) = $1 { $0.insert(number) } }
  }

  /// The numbers of the values that a word depends on, from 0.
  public var counts: Set<Int> {
    parts.reduce(into: []) { if case .word(let number, _, _) = $1 { $0.insert(number) } }
  }

  /// The text with its values.
  ///
  /// - Parameter values: What stands at `{0}`, `{1}` and so on; places without a value stay.
  /// - Returns: The text; words are singular for `1` and `+1`.
  public func filled(with values: [String]) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let piece): text += piece
      case .value(let number):
        text += values.indices.contains(number) ? values[number] : "{\(number)}"
      case .word(let number, let one, let other):
        if values.indices.contains(number) {
          text += ["1", "+1"].contains(values[number]) ? one : other
        } else {
          text += "{\(number):\(one)|\(other)}"
        }
      }
    }
  }
}
