import Figures
import Plotting
import Testing

struct CurvatureTests {
  @Test func `the exact odds are one in 2, 6.83, 40.1, 407 and 7137`() throws {
    let exhibit = try Exhibit("kind: curvature-odds\ndimensions: 5\nsamples: 1000")
    let texts = try exhibit.sheet().texts.map { $0.content }
    for odds in ["2", "6.83", "40.1", "407", "7137"] { #expect(texts.contains("1 in \(odds)")) }
  }

  @Test func `the small print states the ensemble's variances and the seed`() throws {
    let figure = "kind: curvature-odds\nsamples: 1000\ndraw-seed: 5"
    let note = try Exhibit(figure).plot().note
    #expect(note.contains("variance 1 on the diagonal, 1/2 off it") && note.contains("seed 5"))
  }

  @Test func `what was never drawn has no dot`() throws {
    let sheet = try Exhibit("kind: curvature-odds\nsamples: 1000").sheet()
    // Of 1000 matrices none is likely to curve up in 5 directions or more: one in 7137 does.
    #expect(sheet.fills(sheet.theme.accent).count <= 5)
    #expect(sheet.fills(sheet.theme.accent).count >= 3)
  }

  private static let scenarios = """
    line:
      data: {file: line.csv, target: y, task: regression}
      network: {layers: [1 identity], parameters: [2, 1]}
      loss: mse
      train: {rate: 0.01, epochs: 0}
    flat:
      data: xor
      network: {layers: [2 tanh, 1 sigmoid], initializer: zeros}
      loss: cross-entropy
      train: {rate: 0.1, epochs: 0}
    wide:
      data: xor
      network: {layers: [200 tanh, 1 sigmoid]}
      train: {rate: 0.1, epochs: 0}
    bent:
      data: xor
      network: {layers: [2 relu, 1 sigmoid]}
      train: {rate: 0.1, epochs: 0}
    """
  private static let files = ["line.csv": "x,y\n-1,-1\n1,3\n"]

  private func panel(_ options: String) throws -> Panel {
    try Exhibit("kind: spectrum\n" + options, scenarios: Self.scenarios, files: Self.files)
      .plot().panels[0]
  }

  @Test func `a line through all points is called a minimum`() throws {
    // The mean of (w x + b - y)² at its minimum curves by 2 in both directions.
    #expect(
      try panel("scenario: line").footnotes == [
        "0 down · 0 near 0 · 2 up", "a minimum: level, all up",
      ])
  }

  @Test func `curvatures below the tolerance make a plateau`() throws {
    #expect(
      try panel("scenario: line\ntolerance: 3").footnotes == [
        "0 down · 2 near 0 · 0 up", "a plateau: level, none down",
      ])
  }

  @Test func `with all parameters 0 XOR is level and no minimum`() throws {
    let footnotes = try panel("scenario: flat").footnotes
    // Only the output's bias curves, by ŷ(1 − ŷ) = 1/4.
    #expect(footnotes[0] == "0 down · 8 near 0 · 1 up")
    #expect(footnotes[1].hasPrefix("a plateau"))
  }

  @Test func `a slope is no stationary point whatever the curvatures are`() throws {
    let exhibit = try Exhibit("kind: spectrum\nscenario: hidden-layer\nepochs: 0")
    #expect(try exhibit.plot().panels[0].footnotes[1] == "still sloping")
  }

  @Test func `the stems are the curvatures in order`() throws {
    let exhibit = try Exhibit("kind: spectrum\nscenario: hidden-layer")
    let sheet = try exhibit.sheet()
    let stems = [sheet.theme.negative, sheet.theme.quietInk, sheet.theme.positive]
      .flatMap { sheet.strokes($0) }.flatMap { $0.lines }.filter { $0.count == 2 }
    let heights = stems.sorted { $0[0].x < $1[0].x }.map { $0[1].y }
    #expect(heights.count == 9)
    #expect(heights == heights.sorted())
  }

  @Test func `kinks of relu are warned of`() throws {
    let exhibit = try Exhibit("kind: spectrum\nscenario: bent", scenarios: Self.scenarios)
    #expect(try exhibit.plot().note.contains("relu has a kink at 0"))
  }

  @Test func `a network of too many parameters is refused`() {
    #expect(
      complaint("kind: spectrum\nscenario: wide", scenarios: Self.scenarios)
        .contains("scenario 'wide' has 801 parameters"))
  }

  @Test func `a perceptron has no curvatures`() {
    #expect(
      complaint("kind: spectrum\nscenario: perceptron")
        .contains("scenario 'perceptron' is a perceptron, which has no loss"))
  }
}
