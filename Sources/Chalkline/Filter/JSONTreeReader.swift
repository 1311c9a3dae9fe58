/// Reads JSON as RFC 8259 has it.
struct JSONTreeReader {
  /// Deeper than any document, and far from the end of the stack.
  static let deepest = 2000

  private let bytes: [UInt8]
  private var index = 0

  /// The value that `bytes` hold.
  ///
  /// - Throws: `FilterError` with the byte at which it is no JSON.
  static func read(_ bytes: [UInt8]) throws(FilterError) -> JSONTree {
    var reader = JSONTreeReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw reader.error }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var error: FilterError {
    FilterError("this is no JSON, at byte \(index + 1); a document comes from 'pandoc -t json'")
  }

  /// The byte that comes next; 0, which no JSON holds, at the end.
  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(next) { index += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipBlanks()
    guard next == byte.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(FilterError) -> JSONTree {
    guard depth < Self.deepest else {
      throw FilterError("the document is nested deeper than \(Self.deepest) levels")
    }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try items(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws(FilterError) -> [JSONTree.Member] {
    index += 1
    var members: [JSONTree.Member] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw error }
      let key = try string()
      guard take(":") else { throw error }
      members.append(JSONTree.Member(key: key, value: try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw error }
    return members
  }

  private mutating func items(depth: Int) throws(FilterError) -> [JSONTree] {
    index += 1
    var items: [JSONTree] = []
    if take("]") { return items }
    repeat { items.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw error }
    return items
  }

  private mutating func word(_ word: String, _ value: JSONTree) throws(FilterError) -> JSONTree {
    guard bytes[index...].starts(with: word.utf8) else { throw error }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(FilterError) -> String {
    let digits = bytes[index...].prefix { "+-.0123456789Ee".utf8.contains($0) }
    let text = String(decoding: digits, as: UTF8.self)
    let form = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    guard text.wholeMatch(of: form) != nil else { throw error }
    index += digits.count
    return text
  }

  private mutating func string() throws(FilterError) -> String {
    index += 1
    var text: [UInt8] = []
    while next != UInt8(ascii: "\"") {
      guard next >= 0x20 else { throw error }
      if next == UInt8(ascii: "\\") {
        index += 1
        text += String(try escaped()).utf8
      } else {
        text.append(next)
        index += 1
      }
    }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else { throw error }
    return string
  }

  private mutating func escaped() throws(FilterError) -> Unicode.Scalar {
    let letter = next
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error
    }
    var code = try hexadecimal()
    // A character beyond the first 65,536 is written as two surrogates.
    if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: "\\u".utf8) {
      index += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw error }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error }
    return scalar
  }

  private mutating func hexadecimal() throws(FilterError) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    guard digits.wholeMatch(of: /[0-9A-Fa-f]{4}/) != nil, let code = UInt32(digits, radix: 16)
    else { throw error }
    index += 4
    return code
  }
}
