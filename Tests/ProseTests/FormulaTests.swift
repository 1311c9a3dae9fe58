import Lessons
import Prose
import Testing

private func formulas(_ text: String) -> [ProseText.Formula] {
  ProseText(parsing: text, named: "lesson.en.md").formulas
}

struct FormulaTests {
  @Test func `one dollar sign on each side makes a formula`() {
    let found = formulas("The loss $L = x^2$ is small.")
    #expect(found.map { $0.tex } == ["L = x^2"])
    #expect(found.map { $0.isDisplay } == [false])
    #expect(found.map { $0.range } == [9..<18])
  }

  @Test func `two dollar signs make a displayed one, over several lines`() {
    let text = "Then\n\n$$\na &= b \\\\\n  &= c\n$$\n\nand so on."
    let found = formulas(text)
    #expect(found.map { $0.tex } == ["\na &= b \\\\\n  &= c\n"])
    #expect(found.map { $0.isDisplay } == [true])
    let bytes = Array(text.utf8)[found[0].range]
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("$$\na"))
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("= c\n$$"))
  }

  @Test(arguments: [
    "It costs $5 and $6.", "a $ b $ c", "\\$x$", "`$x$`", "$x\n\ny$", "<!-- $x$ -->",
    "```\n$x$\n```", "$x$5", "only one $x here", "~~~\n$$\nx\n$$\n~~~", "    $x$",
    "- ```\n  $x$\n  ```", "`a\n$x$`", "[a](b$x$)", "<https://a.b/$x$>", "![$x$](figures/a.svg)",
  ])
  func `prices, code and comments are no formulas`(text: String) {
    #expect(formulas(text).isEmpty)
  }

  @Test(arguments: [
    ("- ```\n  a\n  ```\n\n$x$", ["x"]), ("> ```\n> $a$\n$x$", ["x"]),
    ("`` ` `` $x$ `", ["x"]), ("[a](b$c) and $x$", ["x"]),
    ("<b title=\"$x$\">$y$</b>", ["x", "y"]),
    ("| $|x|$ | `$a$` |\n|---|---|\n| $y$ | <!-- $z$ --> |", ["|x|", "y"]), ("a $x\ny$", ["x\ny"]),
  ])
  func `formulas are where a page would show them`(text: String, expected: [String]) {
    #expect(formulas(text).map { $0.tex } == expected)
  }

  @Test func `the marks of a quotation are no part of a formula`() {
    let found = formulas("> $$\n> a\n>  b\n> $$")
    #expect(found.map { $0.tex } == ["\na\nb\n"])
    #expect(found[0].location(ofScalar: 3).description == "lesson.en.md:3:4")
  }

  @Test func `a particle may follow a formula`() {
    #expect(formulas("손실 $L$은 $\\theta$의 함수다.").map { $0.tex } == ["L", "\\theta"])
  }

  @Test func `an escaped dollar sign belongs to the formula`() {
    #expect(formulas("$3\\$ + x$").map { $0.tex } == ["3\\$ + x"])
  }

  @Test(arguments: ["\n", "\r\n", "\u{2028}"])
  func `ranges count the bytes of every kind of line break`(lineBreak: String) {
    let text = "가" + lineBreak + "b $x$"
    let found = formulas(text)
    #expect(found.count == 1)
    let bytes = Array(text.utf8)[found[0].range]
    #expect(String(decoding: bytes, as: UTF8.self) == "$x$")
  }

  @Test func `a place in a formula is a place in the file`() {
    let found = formulas("one\ntwo $$a\n  b$$")
    #expect(found[0].location.description == "lesson.en.md:2:7")
    #expect(found[0].location(ofScalar: 0).description == "lesson.en.md:2:7")
    #expect(found[0].location(ofScalar: 4).description == "lesson.en.md:3:3")
  }

  @Test func `two dollar signs that nothing closes are an error at their place`() {
    let prose = ProseText(parsing: "x\n\n$$ a\n\nb", named: "lesson.en.md")
    #expect(prose.formulas.isEmpty)
    #expect(prose.formulaErrors.map { $0.location.description } == ["lesson.en.md:3:1"])
  }

  @Test func `no figure is looked for in a formula`() {
    let prose = ProseText(parsing: "$@fig-x$ and @fig-y", named: "lesson.en.md")
    #expect(prose.mentions.map { $0.text } == ["y"])
  }
}
