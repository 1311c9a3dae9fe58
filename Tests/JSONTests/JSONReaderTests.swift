import JSON
import Testing

struct JSONReaderTests {
  private static func read(_ text: String, limit: Int = JSONValue.deepest) throws -> JSONValue {
    try JSONValue(reading: Array(text.utf8), limit: limit)
  }

  @Test func `order, digits and repeated names stay`() throws {
    let text = #"{"b":1.50e-3,"a":-0,"b":[1E+2,{}]}"#
    #expect(try Self.read(text).text() == text)
    #expect(try Self.read(text)["b"] == .number("1.50e-3"))
  }

  @Test func `blanks may stand around everything`() throws {
    #expect(try Self.read(" \n{ \"a\" :\t[ 1 ,\r2 ] } ").text() == #"{"a":[1,2]}"#)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\uD55c\ud83D\uDE42""#, "é한🙂"),
    (#""한 🙂""#, "한 🙂"), (#""""#, ""),
  ])
  func `escapes are the characters that they stand for`(text: String, string: String) throws {
    #expect(try Self.read(text) == .string(string))
  }

  @Test(arguments: [
    ("", 1), ("[", 2), ("{\"a\":1,}", 8), ("[1 2]", 4), ("[01]", 2), ("[\"\\x\"]", 5),
    ("\"a\n\"", 3), ("{} {}", 4), ("nul", 1), ("[\"\\ud800\"]", 9), ("[\"\\ud800\\u0041\"]", 15),
    ("[-]", 2), ("[1.]", 2), ("[1e]", 2), ("[1-2]", 2), ("[.5]", 2), ("[+1]", 2), ("{1:2}", 2),
    ("[\"", 3), ("[\"\\", 5), ("\"\\u+041\"", 4), ("\"\\u12\"", 4), ("tru", 1), ("[1,]", 4),
  ])
  func `what is no JSON is refused at its place`(text: String, byte: Int) {
    #expect(throws: JSONError.malformed(byte: byte)) { try Self.read(text) }
  }

  @Test func `bytes that are no text are refused`() {
    #expect(throws: JSONError.malformed(byte: 4)) {
      try JSONValue(reading: [UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")])
    }
  }

  @Test func `nesting beyond the limit is refused, and as deep as it is read`() throws {
    #expect(throws: JSONError.tooDeep(limit: 3)) { try Self.read("[[[0]]]", limit: 3) }
    #expect(try Self.read("[[[]]]", limit: 3).text() == "[[[]]]")
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.tooDeep(limit: JSONValue.deepest)) { try Self.read(deep) }
  }
}
