import Lessons
import Testing

struct LessonErrorTests {
  @Test func `a misspelt name in a list has the caret under its word`() {
    #expect(
      printedReading(of: "{layers: [2 tahn, 1 sigmoid]}") == """
        lessons/xor/lesson.yaml:3:21: error: no activation named 'tahn'; did you mean 'tanh'?
          3 |   demo: {layers: [2 tahn, 1 sigmoid]}
            |                     ^
        """)
  }

  @Test func `Hangul before the caret counts two columns on screen and one in the location`() {
    #expect(
      printedReading(of: "{caption: {ko: 직선, fr: a}}") == """
        lessons/xor/lesson.yaml:3:28: error: no language named 'fr'
          3 |   demo: {caption: {ko: 직선, fr: a}}
            |                              ^
            = one of: en, ko
        """)
  }

  @Test func `decomposed Hangul before the caret is as wide as composed Hangul`() {
    // Three letters of one syllable: two columns on screen, three scalars in the file.
    let error = SourceText("\u{1112}\u{1161}\u{11AB}x", file: "a")
      .error("m", at: SourceLocation(file: "a", line: 1, column: 4))
    #expect("\(error)" == "a:1:4: error: m\n  1 | \u{1112}\u{1161}\u{11AB}x\n    |   ^")
  }

  @Test func `a tab before the caret is a tab above it too`() {
    let error = SourceText("a:\tb", file: "a")
      .error("m", at: SourceLocation(file: "a", line: 1, column: 4))
    #expect("\(error)" == "a:1:4: error: m\n  1 | a:\tb\n    |   \t^")
  }

  @Test func `only the part around the caret is shown of a very long line`() {
    let long = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let error = SourceText(long, file: "a")
      .error("m", at: SourceLocation(file: "a", line: 1, column: 501))
    let lines = "\(error)".split(separator: "\n").map(Array.init)
    #expect(lines[1].count < 120)
    #expect(lines[2].last == "^" && lines[1][lines[2].count - 1] == "!")
  }

  @Test func `control characters and direction marks of a file never reach the terminal`() {
    let error = SourceText("a\u{1B}[31m\u{202E}b", file: "a")
      .error("found \u{7}", at: SourceLocation(file: "a", line: 1, column: 2), help: "\u{9B}")
    #expect("\(error)" == "a:1:2: error: found ␇\n  1 | a␛[31m\u{FFFD}b\n    |  ^\n    = \u{FFFD}")
  }

  @Test func `the gutter is as wide as the line number`() {
    let text = SourceText(String(repeating: "\n", count: 99) + "x: y", file: "a")
    let error = text.error("m", at: text.location(line: 100, column: 4))
    #expect("\(error)" == "a:100:4: error: m\n  100 | x: y\n      |    ^")
  }

  @Test func `errors are ordered by line and printed with an empty line between`() {
    let text = SourceText("a\nb", file: "f")
    let errors = LessonErrors([
      text.error("second", at: text.location(line: 2, column: 1)),
      text.error("first", at: text.location(line: 1, column: 1)),
    ])
    #expect(
      "\(errors)" == """
        f:1:1: error: first
          1 | a
            | ^

        f:2:1: error: second
          2 | b
            | ^
        """)
  }
}
