/// JSON as it was read: members in their order, numbers in their own digits.
///
/// Foundation's readers forget both, and what a filter does not know must leave it as it came.
indirect enum JSONTree: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// A name and its value.
  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONTree
  }

  /// The text of a string; nil for anything else.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The items of an array; nil for anything else.
  var items: [JSONTree]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members of an object; none for anything else.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The member `key` of an object.
  subscript(key: String) -> JSONTree? { members.first { $0.key == key }?.value }

  /// The value as text on one line, in UTF-8.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    write(into: &result)
    return result
  }

  private func write(into result: inout [UInt8]) {
    switch self {
    case .null: result += "null".utf8
    case .boolean(let value): result += (value ? "true" : "false").utf8
    case .number(let digits): result += digits.utf8
    case .string(let text): Self.quote(text, into: &result)
    case .array(let items):
      result.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        item.write(into: &result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let members):
      result.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        Self.quote(member.key, into: &result)
        result.append(UInt8(ascii: ":"))
        member.value.write(into: &result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, into result: inout [UInt8]) {
    result.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x0A: result += "\\n".utf8
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        result += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
  }
}
