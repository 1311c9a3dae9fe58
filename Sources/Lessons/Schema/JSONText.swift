/// A JSON value whose keys keep their order.
indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  /// A number, as it is to be written.
  case number(String)
  case boolean(Bool)

  static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }

  /// The members of an object; none for anything else.
  var members: [(String, JSONText)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value as text, two blanks for each level.
  var text: String {
    var result = ""
    write(into: &result, indent: "")
    return result
  }

  private func write(into result: inout String, indent: String) {
    let deeper = indent + "  "
    switch self {
    case .object(let members) where members.isEmpty: result += "{}"
    case .array(let items) where items.isEmpty: result += "[]"
    case .object(let members):
      for (index, member) in members.enumerated() {
        result += index == 0 ? "{\n\(deeper)" : ",\n\(deeper)"
        result += JSONText.quoted(member.0) + ": "
        member.1.write(into: &result, indent: deeper)
      }
      result += "\n\(indent)}"
    case .array(let items):
      for (index, item) in items.enumerated() {
        result += index == 0 ? "[\n\(deeper)" : ",\n\(deeper)"
        item.write(into: &result, indent: deeper)
      }
      result += "\n\(indent)]"
    case .string(let text): result += JSONText.quoted(text)
    case .number(let text): result += text
    case .boolean(let value): result += value ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
