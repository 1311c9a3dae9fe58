import Lessons
import Testing

struct IdentifierTests {
  @Test(arguments: ["a", "xor", "hidden-layer", "2-layers", "a1"])
  func `lower case, digits and inner hyphens are a name`(name: String) {
    #expect(Identifier.isValid(name))
  }

  @Test(arguments: [
    "", "A", "a_b", "a b", "-a", "a-", "a.b", "가", "../a", "par", "con", "lpt1", "é", "a\u{0}",
    String(repeating: "a", count: 65),
  ])
  func `nothing else is a name`(name: String) {
    #expect(!Identifier.isValid(name))
  }

  @Test(arguments: [
    ("Xor Net", "xor-net"), ("a_b", "a-b"), ("fig.1", "fig-1"), ("-x-", "x"), ("par", "par-1"),
    ("a — b", "a-b"),
  ])
  func `a name near to it is suggested, and is valid`(name: String, suggestion: String) {
    #expect(Identifier.suggestion(for: name) == suggestion)
    #expect(Identifier.isValid(suggestion))
  }

  @Test func `nothing is suggested where nothing is left`() {
    #expect(Identifier.suggestion(for: "은닉층") == nil)
  }

  @Test func `a scenario with a bad name is shown with a good one`() {
    #expect(
      printedErrors(in: "title: t\nscenarios:\n  Hidden Layer: {}\n") == """
        lessons/xor/lesson.yaml:3:3: error: 'Hidden Layer' cannot name a scenario: \
        it has the capital 'H'; try 'hidden-layer'
          3 |   Hidden Layer: {}
            |   ^
            = the name becomes a file's name: a to z, 0 to 9, and hyphens between them
        """)
  }

  @Test func `a reserved name is refused for a figure`() {
    #expect(
      printedErrors(in: "title: t\nfigures: {par: {}}\n") == """
        lessons/xor/lesson.yaml:2:11: error: 'par' cannot name a figure: \
        Windows or LaTeX keeps that name; try 'par-1'
          2 | figures: {par: {}}
            |           ^
            = the name becomes a file's name: a to z, 0 to 9, and hyphens between them
        """)
  }
}
