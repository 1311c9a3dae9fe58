import Figures
import Lessons
import Plotting
import Testing

struct TableTests {
  private static let contents: [String] = {
    for field in TableFigure.fields where field.name == "content" {
      if case .choice(let words) = field.kind { return words }
    }
    return []
  }()

  private func figure(_ content: String) -> String {
    let ofPerceptron = ["perceptron-updates", "inequalities"].contains(content)
    let scenario = ofPerceptron ? "perceptron" : "hidden-layer"
    let needsNone = ["sigmoid-forms", "activation-facts"].contains(content)
    return "kind: table\ncontent: \(content)" + (needsNone ? "" : "\nscenario: \(scenario)")
  }

  @Test(arguments: contents, Theme.all)
  func `every content stays on its page in every language`(content: String, theme: Theme) throws {
    let exhibit = try Exhibit(figure(content))
    for words in Words.all { #expect(try exhibit.drawing(words, theme).strays == []) }
  }

  @Test(arguments: contents)
  func `every row has as many cells as another`(content: String) throws {
    let rows = try Exhibit(figure(content)).table().rows
    #expect(!rows.isEmpty)
    #expect(Set(rows.map { $0.count }).count == 1)
  }

  @Test(arguments: contents)
  func `the guide of the kind names every content`(content: String) throws {
    let field = try #require(TableFigure.fields.first { $0.name == "content" })
    #expect(field.kind == .choice(Self.contents))
    #expect(Self.contents.contains(content))
  }

  @Test(arguments: contents)
  func `a long table is cut, and says by how much`(content: String) throws {
    let whole = try Exhibit(figure(content) + "\nrows: 60").table().rows.count
    let exhibit = try Exhibit(figure(content) + "\nrows: 1")
    #expect(try exhibit.table().rows.count == 1)
    let note = try exhibit.plot().note
    #expect(whole == 1 || note.contains("+\(whole - 1) rows"))
  }

  @Test(arguments: ["sigmoid-forms", "activation-facts"])
  func `a table of functions takes no scenario`(content: String) {
    #expect(
      complaint("kind: table\ncontent: \(content)\nscenario: hidden-layer").contains(
        "error: 'scenario' does not apply in figure 'it'"))
  }

  @Test func `a table wants a content`() {
    #expect(complaint("kind: table").contains("figure 'it' has no 'content'"))
    #expect(
      complaint("kind: table\ncontent: forward-pass").contains(
        "no table content named 'forward-pass'; did you mean 'forward-passes'?"))
  }
}
