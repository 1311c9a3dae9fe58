import Foundation
import JSON
import Testing

struct JSONFormTests {
  static let value: JSONValue = [
    "b": [.number(1), "x", .null, true], "a": ["": [], "n": [:]], "left out": nil,
  ]

  @Test func `compact text has no spaces and keeps the order of members`() {
    #expect(Self.value.text() == #"{"b":[1,"x",null,true],"a":{"":[],"n":{}}}"#)
  }

  @Test func `spaced text has one after each comma and colon`() {
    #expect(
      Self.value.text(.spaced) == #"{"b": [1, "x", null, true], "a": {"": [], "n": {}}}"#)
  }

  @Test func `indented text has a line for each item, and none for what is empty`() {
    #expect(
      Self.value.text(.indented) == """
        {
          "b": [
            1,
            "x",
            null,
            true
          ],
          "a": {
            "": [],
            "n": {}
          }
        }
        """)
  }

  /// A value with all that could differ: empty lists, the order of names, escapes, numbers.
  private struct Sample: Codable {
    var empty: [String] = []
    var nothing: [String: Int] = [:]
    var numbers = [
      [0.1, 1e-7, 1e16, 1e15, -0.0, 123_456_789_012_345_680, .leastNonzeroMagnitude], [],
    ]
    var text = "\"\\/\u{7}\u{8}\u{C}\n\r\t\u{1F}\u{7F}\u{80}<&>한글\u{2028}\u{1F642}"
    var names = [
      "a10": 1, "a9": 2, "B": 3, "a": 4, "가": 5, "é": 6, "e\u{301}z": 7, "": 8, "\u{1F642}": 9,
      "\u{FFFD}": 10,
    ]
    var flag = false
    var none: Int?
  }

  @Test func `sorted text is that of Foundation`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let expected = try encoder.encode(Sample())
    // Members in another order than that of their names.
    encoder.outputFormatting = []
    let value = try JSONValue(reading: Array(try encoder.encode(Sample())))
    #expect(value.text(.sorted) == String(decoding: expected, as: UTF8.self))
  }

  @Test func `no text for scripts means anything to HTML, and it reads back`() throws {
    let value = JSONValue.strings(["</script><!-- & -->", "\u{2028}\u{2029}", "\"\\'"])
    let text = value.text(.script)
    #expect(!text.contains { "<>&\u{2028}\u{2029}".contains($0) })
    #expect(text.hasPrefix(#"["\u003c/script\u003e\u003c!-- \u0026 --\u003e","\u2028\u2029","#))
    #expect(try JSONValue(reading: Array(text.utf8)) == value)
  }

  @Test(arguments: [JSONForm.compact, .spaced, .indented, .script])
  func `what is written reads back as the same value`(form: JSONForm) throws {
    let every = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
    let value: JSONValue = [
      every: [.string(every), .number("1.50E-3"), false, [[:], []]], "": .null, "한": "\u{10FFFF}",
    ]
    #expect(try JSONValue(reading: value.bytes(form)) == value)
  }
}
