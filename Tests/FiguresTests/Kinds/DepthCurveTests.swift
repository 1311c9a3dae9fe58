import Drawings
import Figures
import Networks
import Testing
import Tracing

struct DepthCurveTests {
  private static let scenarios = """
    small:
      data: {shape: circles, rows: 30}
      network: {layers: [8 tanh, 8 tanh, 8 tanh, 1 sigmoid], initializer: normal 0.01}
      train: {epochs: 0}
    zero:
      data: {shape: circles, rows: 30}
      network: {layers: [8 tanh, 8 tanh, 8 tanh, 1 sigmoid], initializer: zeros}
      train: {epochs: 0}
    large:
      data: {shape: circles, rows: 30}
      network: {layers: [32 relu, 32 relu, 32 relu, 32 relu, 1 sigmoid], initializer: normal 2}
      train: {epochs: 0}
    """

  private func exhibit(_ scenarios: String, _ quantities: String) throws -> Exhibit {
    try Exhibit(
      "kind: depth-curve\nscenarios: [\(scenarios)]\nquantities: [\(quantities)]",
      scenarios: Self.scenarios)
  }

  /// The measured line, which is the wider of two in a color, and the dashed one of the theory.
  private func lines(_ exhibit: Exhibit, panel: Int = 0) throws -> (measured: [Point], [Point]) {
    let sheet = try exhibit.sheet(panel)
    let strokes = sheet.strokes(sheet.theme.color(ofSeries: 0))
    let measured = strokes.filter { $0.width == sheet.theme.line }.flatMap { $0.corners }
    let theory = strokes.filter { $0.width < sheet.theme.line }.flatMap { $0.corners }
    return (measured, theory)
  }

  @Test func `the line runs through the deviation of every hidden layer`() throws {
    let exhibit = try exhibit("small", "activations")
    let step = try #require(exhibit.traces["small"]).first
    let statistics = try #require(LayerStatistics.of(step))
    let measured = try lines(exhibit).measured
    #expect(measured.count == 3)
    for (point, layer) in zip(measured, statistics.layers) {
      // Placed and read back through a power of ten.
      #expect((point.y / layer.activations.deviation - 1).magnitude < 1e-9)
    }
  }

  @Test func `theory is drawn where the output unit is saturated as well`() throws {
    let (measured, theory) = try lines(exhibit("large", "gradients"))
    #expect(measured.count == 4 && theory.count == 4)
    // Five layers of 32 units at most: within a factor of 3 of infinitely wide ones.
    for (left, right) in zip(measured, theory) {
      #expect(left.y / right.y < 3 && right.y / left.y < 3)
    }
  }

  @Test func `a deviation of 0 is a note, for all that have it in one line`() throws {
    let note = try exhibit("zero", "activations, gradients").plot().note
    let lines = note.split(separator: "\n").filter { $0.contains("deviation 0") }
    #expect(
      lines == [
        "zero: activations a, gradients ∂L/∂z have the deviation 0 in every layer, which has no "
          + "place on the axis"
      ])
  }

  @Test func `two quantities stand side by side on paper`() throws {
    let drawing = try exhibit("small, zero", "activations, gradients").drawing()
    let titles = drawing.commands.compactMap { $0.placedText }.filter {
      $0.content == "activations a" || $0.content == "gradients ∂L/∂z"
    }
    #expect(titles.count == 2)
    #expect(Set(titles.map { $0.origin.y }).count == 1)
  }
}
