import Drawings
import Figures
import Plotting
import Testing

struct LossCurveTests {
  private static let diverging = """
    far:
      data: sine
      network: {layers: [1 identity]}
      loss: mse
      train: {rate: 1e6, epochs: 40, batch: 5}
    near:
      data: sine
      network: {layers: [3 tanh, 1 identity]}
      loss: mse
      train: {rate: 0.05, epochs: 40}
    """

  private func points(_ sheet: PanelSheet, series: Int = 0) -> [Point] {
    sheet.strokes(sheet.theme.color(ofSeries: series)).flatMap { $0.corners }
  }

  @Test(arguments: ["linear", "log"])
  func `the curve runs through the loss of every epoch`(scale: String) throws {
    let exhibit = try Exhibit("kind: loss-curve\nscenario: hidden-layer\nscale: \(scale)")
    let history = try #require(exhibit.traces["hidden-layer"]).history
    let points = points(try exhibit.sheet())
    #expect(points.count == history.loss.count)
    for (point, loss) in zip(points, history.loss) {
      // A loss is placed and read back, on a logarithmic scale through a power of ten.
      #expect((point.y - loss).magnitude < 1e-9)
    }
  }

  @Test(arguments: Words.all, Theme.all)
  func `a training that diverged is drawn and says when`(words: Words, theme: Theme) throws {
    let exhibit = try Exhibit("kind: loss-curve\nscenario: far", scenarios: Self.diverging)
    let divergence = try #require(exhibit.traces["far"]?.divergence)
    #expect(divergence.update > divergence.epoch)
    let drawing = try exhibit.drawing(words, theme)
    #expect(drawing.strays == [])
    #expect(
      try exhibit.plot(words, theme).note.contains(words(.diverged, String(divergence.epoch))))
    #expect(drawing.writing.contains("×"))
  }

  @Test func `a training that did not diverge has no cross`() throws {
    let exhibit = try Exhibit("kind: loss-curve\nscenario: near", scenarios: Self.diverging)
    #expect(try !exhibit.plot().note.contains("diverged"))
    #expect(try !exhibit.drawing().writing.contains("×"))
  }

  @Test func `several runs are named where they end`() throws {
    let figure = "kind: loss-curve\nscenarios: [perceptron, hidden-layer]"
    let exhibit = try Exhibit(figure)
    let labels = try exhibit.plot().panels[0].marks.compactMap { $0.endLabel?.text }
    #expect(labels == ["perceptron", "hidden-layer"])
    #expect(try points(exhibit.sheet(), series: 1).count == 301)
  }

  @Test func `one run needs no name`() throws {
    let panel = try Exhibit("kind: loss-curve\nscenario: hidden-layer").plot().panels[0]
    #expect(panel.marks.allSatisfy { $0.endLabel == nil })
  }

  @Test func `accuracy is a second panel over the same epochs`() throws {
    let exhibit = try Exhibit("kind: loss-curve\nscenario: hidden-layer\naccuracy: true")
    let history = try #require(exhibit.traces["hidden-layer"]).history
    #expect(try exhibit.plot().panels.count == 2)
    let points = points(try exhibit.sheet(1))
    // A share is placed and read back.
    #expect(zip(points, history.accuracy).allSatisfy { ($0.y - $1).magnitude < 1e-9 })
  }

  @Test func `a number to be predicted has no accuracy`() {
    #expect(
      complaint(
        "kind: loss-curve\nscenario: near\naccuracy: true", scenarios: Self.diverging)
        == "lesson.yaml:6:15: scenario 'near' predicts a number, so it has no accuracy")
  }

  @Test func `a scale that is not known is refused`() {
    #expect(
      complaint("kind: loss-curve\nscenario: hidden-layer\nscale: logg").contains(
        "no scale named 'logg'; did you mean 'log'?"))
  }
}
