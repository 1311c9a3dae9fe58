/// A JSON value whose objects keep the order of their members and whose numbers keep their digits.
///
/// - Source: RFC 8259
public enum JSONValue: Equatable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number in the digits that stand in the text, such as `1.50e-3`.
  case number(String)
  /// A text, without quotation marks or escapes.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object([Member])

  /// A named value of an object.
  public struct Member: Equatable, Sendable {
    /// The name, without quotation marks or escapes.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// A whole number.
  public static func number(_ value: Int) -> JSONValue { .number(String(value)) }

  /// A number in the fewest digits that read back as the same `Double`, without `.0` at the end of a
  /// whole number: `0.1`, `1e-07`, `3`, `-0`.
  ///
  /// JSON has no numbers for what is not finite. They become the texts `"NaN"`, `"Infinity"` and
  /// `"-Infinity"`.
  public static func number(_ value: Double) -> JSONValue {
    value.isFinite ? .number(digits(of: value)) : .string(digits(of: value))
  }

  /// The digits that `number(_:)` writes, for other formats that hold the same numbers; `NaN`,
  /// `Infinity` and `-Infinity` for what is not finite.
  public static func digits(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// An array of texts.
  public static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// An array of whole numbers.
  public static func numbers(_ values: [Int]) -> JSONValue { .array(values.map { .number($0) }) }

  /// An array of numbers, each as `number(_:)` writes it.
  public static func numbers(_ values: [Double]) -> JSONValue {
    .array(values.map { .number($0) })
  }

  /// An object with its members in the order of their names in UTF-8, since a dictionary has none.
  public static func sorted(_ members: [String: JSONValue]) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) }.inOrderOfKeys)
  }
}

extension JSONValue {
  /// The text of a string; nil for anything else.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The items of an array; nil for anything else.
  public var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members of an object; none for anything else.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value of the first member `key` of an object; nil if there is none.
  public subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  /// A text.
  public init(stringLiteral text: String) { self = .string(text) }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// An array.
  public init(arrayLiteral items: JSONValue...) { self = .array(items) }

  /// An object with its members in the order of the literal.
  ///
  /// A member that is nil is left out; one that is `.null` stays.
  public init(dictionaryLiteral members: (String, JSONValue?)...) {
    self = .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }
}

extension [JSONValue.Member] {
  /// The members in the order of their names in UTF-8.
  var inOrderOfKeys: [JSONValue.Member] {
    // Most objects are written down in that order.
    if zip(self, dropFirst()).allSatisfy({ !Self.follows($0, $1) }) { return self }
    return sorted { Self.follows($1, $0) }
  }

  private static func follows(_ one: Element, _ other: Element) -> Bool {
    other.key.utf8.lexicographicallyPrecedes(one.key.utf8)
  }
}
