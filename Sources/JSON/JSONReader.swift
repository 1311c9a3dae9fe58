/// Why a text cannot be read as JSON.
public enum JSONError: Error, Equatable, Sendable {
  /// The text stops being JSON at this byte, counted from 1.
  case malformed(byte: Int)
  /// Arrays and objects are nested deeper than the reader goes.
  case tooDeep(limit: Int)
}

extension JSONValue {
  /// How many arrays and objects a reader goes into if nobody says otherwise: more than any document
  /// has, and far from the end of a thread's stack.
  public static let deepest = 2000

  /// The value that a text holds, with nothing but blanks around it.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - limit: How many arrays and objects may stand inside one another.
  /// - Throws: `JSONError`, also for what some readers let pass: numbers that begin with 0, commas
  ///   before a closing bracket, control characters and single surrogates in strings.
  public init(reading bytes: [UInt8], limit: Int = Self.deepest) throws(JSONError) {
    var reader = JSONReader(bytes: bytes, limit: limit)
    self = try reader.wholeText()
  }
}

/// Reads JSON byte by byte.
private struct JSONReader {
  private let bytes: [UInt8]
  private let limit: Int
  private var index = 0

  init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func wholeText() throws(JSONError) -> JSONValue {
    let value = try value(level: 0)
    skipBlanks()
    guard index == bytes.count else { throw error }
    return value
  }

  private var error: JSONError { .malformed(byte: index + 1) }

  /// The byte that comes next; 0, which no JSON holds, at the end.
  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipBlanks() {
    while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { index += 1 }
  }

  /// Takes `character` if it comes next, after blanks.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value(level: Int) throws(JSONError) -> JSONValue {
    guard level < limit else { throw .tooDeep(limit: limit) }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(level: level + 1))
    case UInt8(ascii: "["): return .array(try items(level: level + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(level: Int) throws(JSONError) -> [JSONValue.Member] {
    index += 1
    var members: [JSONValue.Member] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw error }
      let key = try string()
      guard take(":") else { throw error }
      members.append(JSONValue.Member(key, try value(level: level)))
    } while take(",")
    guard take("}") else { throw error }
    return members
  }

  private mutating func items(level: Int) throws(JSONError) -> [JSONValue] {
    index += 1
    var items: [JSONValue] = []
    if take("]") { return items }
    repeat { items.append(try value(level: level)) } while take(",")
    guard take("]") else { throw error }
    return items
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw error }
    index += word.utf8.count
    return value
  }
}

// MARK: - Numbers and strings

extension JSONReader {
  private mutating func number() throws(JSONError) -> String {
    let start = index
    guard skipNumber() else {
      index = start
      throw error
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Whether a number came next, and nothing that could have been more of it.
  private mutating func skipNumber() -> Bool {
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") {
      index += 1
    } else {
      guard skipDigits() else { return false }
    }
    if next == UInt8(ascii: ".") {
      index += 1
      guard skipDigits() else { return false }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      guard skipDigits() else { return false }
    }
    return !"+-.0123456789Ee".utf8.contains(next)
  }

  /// Whether there was at least one digit.
  private mutating func skipDigits() -> Bool {
    let start = index
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { index += 1 }
    return index > start
  }

  private mutating func string() throws(JSONError) -> String {
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

  /// The character that an escape stands for, from the letter after the backslash on.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
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

  /// The number that four hexadecimal digits write.
  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for place in index..<index + 4 {
      let byte = place < bytes.count ? bytes[place] : 0
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 + UInt32(byte - 0x30)
      // Small letters differ from capitals by one bit.
      case _ where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20):
        code = code << 4 + UInt32(byte | 0x20) - 0x57
      default: throw error
      }
    }
    index += 4
    return code
  }
}
