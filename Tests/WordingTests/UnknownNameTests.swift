import Testing
import Wording

struct UnknownNameTests {
  @Test(arguments: [
    ("boundry", ["boundary", "loss"], "; did you mean 'boundary'?"),
    ("zebra", ["boundary", "loss"], "; there are: boundary, loss"),
    ("zebra", [], "; there is none at all"),
  ])
  func `the nearest name is offered, or all of them`(name: String, names: [String], end: String) {
    #expect(noneNamed(name, kind: "figure", among: names) == "no figure named '\(name)'\(end)")
  }
}
