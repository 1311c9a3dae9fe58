import Lessons
import Testing

struct SourceTextTests {
  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "\u{FEFF}a\nb\nc"])
  func `lines are the same with every line end and with a byte-order mark`(text: String) {
    let source = SourceText(text, file: "f")
    #expect((1...source.lineCount).map(source.line) == ["a", "b", "c"])
  }

  @Test func `a line that does not exist is empty`() {
    #expect(SourceText("a", file: "f").line(0) == "")
    #expect(SourceText("a", file: "f").line(2) == "")
  }

  @Test func `a byte that is not UTF-8 is shown with its place`() {
    let bytes = Array("title: t\nno: 가".utf8) + [0xFF] + Array("나\n".utf8)
    #expect(
      printed { _ = try Lesson(parsing: bytes, named: file, id: "xor") } == """
        lessons/xor/lesson.yaml:2:6: error: the byte 0xFF here is not UTF-8
          2 | no: 가
            |       ^
            = save the file again with the encoding UTF-8
        """)
  }

  @Test func `a text in Korean Windows encoding is refused at its first byte`() {
    // 0xB0 0xA1 is 가 in the encodings EUC-KR and CP949.
    let bytes = Array("title: ".utf8) + [0xB0, 0xA1]
    #expect(
      printed { _ = try SourceText(bytes: bytes, file: "f") }
        .hasPrefix("f:1:8: error: the byte 0xB0 here is not UTF-8"))
  }

  @Test func `a UTF-16 file is called by its name`() {
    #expect(
      printed { _ = try SourceText(bytes: [0xFF, 0xFE, 0x61, 0x00], file: "f") }
        .hasPrefix("f:1:1: error: this file is UTF-16, not UTF-8"))
  }

  @Test func `a character cut off at the end is found`() {
    let bytes = Array("a: 가".utf8.dropLast())
    #expect(
      printed { _ = try SourceText(bytes: bytes, file: "f") }
        .hasPrefix("f:1:4: error: the byte 0xEA here is not UTF-8"))
  }

  @Test func `a file of more than a megabyte is refused`() {
    let text = "title: t #" + String(repeating: "x", count: 1_000_000)
    #expect(
      printedErrors(in: text) == """
        lessons/xor/lesson.yaml:1:1: error: this file has 1000010 bytes; the limit is 1000000
            = keep data in a CSV file beside the lesson
        """)
    #expect(
      printed { _ = try SourceText(bytes: Array(text.utf8), file: file) }
        == printedErrors(in: text))
  }
}
