import Lessons
import Testing

/// Whole messages for files that are not the YAML they seem to be.
struct YAMLErrorTests {
  @Test func `a name given twice is shown at its second place with the line of the first`() {
    #expect(
      printedErrors(in: "title: 제목\nfigures:\n  a: {}\n  \"a\": {}\n") == """
        lessons/xor/lesson.yaml:4:3: error: 'a' is already given on line 3
          4 |   "a": {}
            |   ^
        """)
  }

  @Test func `every repetition is found in one run`() {
    let text = "title: t\nfigures: {a: {k: 1, k: 2}, b: {}, a: {}}\ntitle: u\ntitle: v\n"
    let lines = printedErrors(in: text).split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      lines.map { $0.split(separator: "yaml:")[1] } == [
        "2:21: error: 'k' is already given on line 2",
        "2:35: error: 'a' is already given on line 2",
        "3:1: error: 'title' is already given on line 1",
        "4:1: error: 'title' is already given on line 1",
      ])
  }

  @Test func `a tab that indents is found`() {
    #expect(
      printedErrors(in: "title: t\nscenarios:\n\txor: {}\n") == """
        lessons/xor/lesson.yaml:3:1: error: a tab indents this line
          3 | \txor: {}
            | ^
            = YAML indents with spaces; set the editor to put in spaces for the tab key
        """)
  }

  @Test func `a full-width colon is found where the parser stopped a line later`() {
    #expect(
      printedErrors(in: "title： 직선\nscenarios: {}\n") == """
        lessons/xor/lesson.yaml:1:6: error: a full-width colon stands where YAML wants \
        ':' and a space
          1 | title： 직선
            |      ^
            = '：' (U+FF1A) is a full-width colon; YAML wants ':' and a space
        """)
  }

  @Test func `a full-width comma in braces is found`() {
    #expect(
      printedErrors(in: "title: {ko: 직선，en: line}\n") == """
        lessons/xor/lesson.yaml:1:15: error: a full-width comma stands where YAML wants ','
          1 | title: {ko: 직선，en: line}
            |                 ^
            = '，' (U+FF0C) is a full-width comma; YAML wants ','
        """)
  }

  @Test func `full-width punctuation in a caption is the author's own business`() {
    #expect(printedErrors(in: "title: {ko: '예：직선，점', en: 'a'}\n") == "")
  }

  @Test func `a no-break space in the indentation is found`() {
    #expect(
      printedErrors(in: "title: t\n\u{A0}\u{A0}figures: {}\n").contains(
        "U+00A0 is a no-break space; YAML wants a space"))
  }

  @Test func `a bracket that stays open is shown where it opens`() {
    #expect(
      printedErrors(in: "title: t\nscenarios: {a: [1, 2\nfigures: {}\n") == """
        lessons/xor/lesson.yaml:2:16: error: this '[' is not closed, or a ',' is missing \
        after one of its items
          2 | scenarios: {a: [1, 2
            |                ^
            = items are separated by ',' and the last is followed by ']'; inside '..' an \
        apostrophe is written twice
        """)
  }

  @Test func `a quote that stays open is shown where it opens`() {
    #expect(
      printedErrors(in: "title: 'a\nfigures: {}\n") == """
        lessons/xor/lesson.yaml:1:8: error: this quote is never closed
          1 | title: 'a
            |        ^
            = inside '..' write '' for an apostrophe; or use ".."
        """)
  }

  @Test func `a formula in double quotes is shown at its backslash`() {
    #expect(
      printedErrors(in: #"title: "가 $\lambda$""#) == #"""
        lessons/xor/lesson.yaml:1:12: error: '\' has a meaning in "..", and this is none it knows
          1 | title: "가 $\lambda$"
            |             ^
            = write formulas in single quotes, or '\\' for one '\'
        """#)
  }

  @Test(arguments: [
    ("title: b: c", "1:9: error: a second ':' in one value"),
    ("title: t\n  figures: {}", "2:3: error: this line is indented further than the line above"),
    ("title\nfigures: {}", "1:1: error: this line is not of the form 'name: value'"),
    ("title: 'it's'", "1:12: error: text follows a closing quote"),
    ("title: t\n- a", "2:1: error: a list item stands where a 'name: value' line should be"),
    ("title: - a", "1:8: error: a list cannot begin on the line of its name"),
    ("title: @a", "1:8: error: a text cannot begin with '@'"),
    ("title: *a", "1:8: error: a text that begins with '*' or '&' means something else"),
    ("title: &a b", "1:8: error: anchors (&name) and aliases (*name) are not part of"),
    ("title: &a [*a]", "1:12: error: a text that begins with '*' or '&' means something else"),
    ("title: !!binary b", "1:8: error: the tag 'tag:yaml.org,2002:binary' is not part of"),
    ("title: t\n---\ntitle: u", "2:1: error: '---' begins a second file inside this one"),
    ("<<: {title: t}", "1:1: error: merging with '<<' is not part of lesson files"),
    ("? [a]\n: 1", "1:3: error: a name before ':' must be a word"),
    ("title: [", "1:9: error: the file ends where a value should be"),
    ("title: ]", "1:8: error: a value is missing here"),
    ("title: a\u{0}b", "1:9: error: a NUL byte is in this file"),
    ("title: \u{1B}[31m", "1:8: error: the control character U+001B is in this file"),
    ("- 1\n- 2", "1:1: error: this file must be a section: lines of 'name: value', found the list"),
    ("words", "1:1: error: this file must be a section: lines of 'name: value', found the text"),
    ("", "1:1: error: this file is empty"), ("# only this\n", "1:1: error: this file is empty"),
    ("---\n", "1:1: error: this file is empty"), ("\u{FEFF}", "1:1: error: this file is empty"),
  ])
  func `broken YAML is explained where it is broken`(text: String, start: String) {
    #expect(printedErrors(in: text).hasPrefix("lessons/xor/lesson.yaml:\(start)"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends of every system are read, and places stay the same`(end: String) {
    let good = ["\u{FEFF}title: t", "figures: {}", ""].joined(separator: end)
    #expect(printedErrors(in: good) == "")
    #expect(
      printedErrors(in: good + "x: 1").hasPrefix("lessons/xor/lesson.yaml:3:1: error: unknown"))
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    String(repeating: "[", count: 70) + String(repeating: "]", count: 70),
  ])
  func `very deep nesting is refused`(value: String) {
    #expect(printedErrors(in: "title: t\nx:\n  " + value).contains("nested more than 64 deep"))
  }

  @Test(arguments: ["[*%, *%]", "{[*%, *%]: 1}", "{? [*%, *%] : 1}", "{*%, b: [*%, *%]}"])
  func `aliases of aliases are refused at once`(level: String) {
    var text = "title: t\na0: &a0 [x, x, x, x]\n"
    for index in 1...40 {
      text += "a\(index): &a\(index) \(level.replacing("%", with: "a\(index - 1) "))\n"
    }
    #expect(printedErrors(in: text).contains("anchors (&name) and aliases (*name) are not part"))
  }
}
