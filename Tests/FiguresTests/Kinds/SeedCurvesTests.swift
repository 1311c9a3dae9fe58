import Figures
import Plotting
import Testing
import Tracing

struct SeedCurvesTests {
  private func exhibit(_ options: String = "") throws -> Exhibit {
    try Exhibit("kind: seed-curves\nscenario: sweep\n" + options)
  }

  @Test func `there is a panel for each setting`() throws {
    #expect(try exhibit().plot().panels.map { $0.title } == ["1 unit", "4 units"])
  }

  @Test func `every seed has a line that ends at its loss`() throws {
    let exhibit = try exhibit()
    guard case .sweep(let sweep) = exhibit.outcomes["sweep"] else {
      Issue.record("no sweep")
      return
    }
    let sheet = try exhibit.sheet()
    let ends = [sheet.theme.accent, sheet.theme.color(ofSeries: 0)]
      .flatMap { sheet.strokes($0.opacity(0.5)) }.compactMap { $0.corners.last?.y }
    let losses = sweep.members(of: 0).map { $0.finalLoss }
    #expect(ends.count == losses.count)
    for (end, loss) in zip(ends.sorted(), losses.sorted()) {
      // A loss is placed and read back.
      #expect((end - loss).magnitude < 1e-9)
    }
  }

  @Test func `a level is named with the share of seeds that end there`() throws {
    let near = try exhibit("levels: [ln2/2]\nwithin: 100").plot().panels[0]
    #expect(near.marks.compactMap { $0.endLabel?.text } == ["ln 2/2: 100%"])
    let far = try exhibit("levels: [7]").plot().panels[0]
    #expect(far.marks.compactMap { $0.endLabel?.text } == ["7: 0%"])
  }

  @Test(arguments: Theme.all)
  func `curves can be drawn on both scales`(theme: Theme) throws {
    for words in Words.all {
      for scale in ["linear", "log"] {
        let drawing = try exhibit("levels: [0, ln2]\nscale: \(scale)").drawing(words, theme)
        #expect(drawing.strays == [])
      }
    }
  }
}
