import Figures
import Plotting
import Testing

struct ExerciseSectionTests {
  private func section(_ options: String) throws -> Exhibit {
    try Exhibit("kind: exercise-sheet\nscenario: hidden-layer\nblanks: all" + options)
  }

  private func texts(_ section: FigureSection, _ exhibit: Exhibit) throws -> Set<String> {
    let context = FigureContext(words: .english, theme: .paper, measurer: .fixed)
    let plot = try section.plot(
      of: Outcomes(exhibit.outcomes, titles: exhibit.titles), in: context)
    return Set(
      plot.drawing(measuring: .fixed).commands.compactMap {
        if case .text(let text) = $0, text.color == Theme.paper.accent { text.content } else { nil }
      })
  }

  @Test(arguments: ["", "\nanswers: true"])
  func `a sheet has no answers in it, and its key has them all`(options: String) throws {
    let exhibit = try section(options)
    let sheets = try #require(exhibit.section.sheets)
    #expect(try texts(sheets.blank, exhibit).isEmpty)
    #expect(try texts(sheets.key, exhibit).count > 10)
    #expect(exhibit.section.isAnswerKey == !options.isEmpty)
  }

  @Test func `a sheet and its key are the same exercise, another row is another`() throws {
    let sheet = try section("").section.exerciseText
    #expect(try section("\nanswers: true\ntitle: Solved").section.exerciseText == sheet)
    #expect(try section("\nrow: 2").section.exerciseText != sheet)
  }

  @Test func `a figure of another kind is no sheet`() throws {
    let exhibit = try Exhibit("kind: loss-curve\nscenario: hidden-layer")
    #expect(exhibit.section.sheets == nil)
  }
}
