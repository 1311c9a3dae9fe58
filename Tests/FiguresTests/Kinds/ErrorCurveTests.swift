import Drawings
import Figures
import Networks
import Testing
import Tracing

struct ErrorCurveTests {
  private static let figure = "kind: error-curve\nscenario: sweep"

  private func sweep(_ exhibit: Exhibit) throws -> Sweep {
    guard case .sweep(let sweep) = try #require(exhibit.outcomes["sweep"]) else {
      throw FigureError("not a sweep")
    }
    return sweep
  }

  /// The middle of three, which is the median of the three seeds of the sample's sweep.
  private func middle(_ values: [Double]) -> Double { values.sorted()[1] }

  /// The corners of the bold line of a series.
  private func line(_ series: Int, of sheet: PanelSheet) throws -> [Point] {
    let strokes = sheet.strokes(sheet.theme.color(ofSeries: series))
    return try #require(strokes.first { $0.width == sheet.theme.boldLine }).corners
  }

  @Test func `the points of both lines are the medians over the seeds`() throws {
    let exhibit = try Exhibit(Self.figure)
    let sweep = try sweep(exhibit)
    let sheet = try exhibit.sheet()
    for index in 0...1 {
      let medians = try (0..<2).map { combination in
        try middle(
          sweep.members(of: combination).map {
            index == 0 ? $0.finalLoss : try #require($0.validationLoss)
          })
      }
      let points = try line(index, of: sheet)
      #expect(points.map { $0.x.rounded() } == [1, 4])
      for (point, median) in zip(points, medians) {
        // Read back from points of the page, where the doubles are larger.
        #expect((point.y - median).magnitude < 1e-9)
      }
    }
  }

  @Test func `the quantity error is the share of rows that are wrong`() throws {
    let exhibit = try Exhibit(Self.figure + "\nquantity: error")
    let wrong = try (0..<2).map { combination in
      try middle(
        sweep(exhibit).members(of: combination).map { 1 - (try #require($0.validationAccuracy)) })
    }
    let points = try line(1, of: try exhibit.sheet())
    for (point, share) in zip(points, wrong) {
      #expect((point.y - share).magnitude < 1e-9)
    }
  }

  @Test func `the least median of the validation error is marked where a network grows`() throws {
    let exhibit = try Exhibit(Self.figure)
    let sweep = try sweep(exhibit)
    let medians = try (0..<2).map { combination in
      try middle(sweep.members(of: combination).map { try #require($0.validationLoss) })
    }
    let best = medians[0] < medians[1] ? 1.0 : 4.0
    let sheet = try exhibit.sheet()
    let rule = try #require(sheet.strokes(sheet.theme.quietInk).first)
    #expect(rule.corners.allSatisfy { ($0.x - best).magnitude < 1e-9 })
  }

  @Test func `a sweep over rows marks no setting`() throws {
    let scenarios = """
      sweep:
        data: {shape: moons, rows: 20, validation: 20}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, epochs: 5}
        sweep: {seeds: 2, rows: [10, 20]}
      """
    let sheet = try Exhibit(Self.figure, scenarios: scenarios).sheet()
    #expect(sheet.strokes(sheet.theme.quietInk).isEmpty)
  }

  @Test func `a sweep without rows for validation is refused`() {
    let scenarios = """
      sweep:
        data: {shape: moons, rows: 20}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, epochs: 5}
        sweep: {seeds: 2, units: [1, 2]}
      """
    #expect(
      complaint(Self.figure, scenarios: scenarios) == """
        lesson.yaml:6:15: 'error-curve' compares two errors; scenario 'sweep' has no rows for validation
        = give its data 'validation: 200'
        """)
  }

  @Test func `the dashed level is the loss of the true function on the rows for validation`() throws
  {
    let scenarios = """
      sweep:
        data: {shape: sine, rows: 10, noise: 0.3, validation: 20}
        network: {layers: [2 tanh, 1 identity]}
        loss: half-sse
        train: {rate: 0.1, epochs: 5}
        sweep: {seeds: 3, units: [1, 4]}
      """
    let exhibit = try Exhibit(Self.figure + "\ntruth: true", scenarios: scenarios)
    let rows = try #require(try sweep(exhibit).dataset.validation)
    let losses = (0..<rows.rowCount).map { row in
      let error = Elementary.sin(rows.rawInputs[row, 0]) - rows.targets[row, 0]
      return error * error / 2
    }
    let sheet = try exhibit.sheet()
    let rule = try #require(sheet.strokes(sheet.theme.accent).first)
    let mean = losses.reduce(0, +) / 20
    #expect(rule.corners.allSatisfy { ($0.y - mean).magnitude < 1e-9 })
  }

  @Test(arguments: ["", "\nquantity: error"])
  func `classes have no true function`(options: String) {
    #expect(
      complaint(Self.figure + "\ntruth: true" + options) == """
        lesson.yaml:6:15: scenario 'sweep' has no true function to measure a loss of
        = leave 'truth' out
        """)
  }

  @Test func `an axis of names is refused`() {
    let scenarios = """
      sweep:
        data: {shape: moons, rows: 20, validation: 20}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, epochs: 5}
        sweep: {seeds: 2, activation: [tanh, relu]}
      """
    #expect(
      complaint(Self.figure, scenarios: scenarios) == """
        lesson.yaml:6:15: 'error-curve' needs numbers along its axis; 'activation' has names
        = draw it as 'outcome-spread'
        """)
  }

  @Test func `a setting that the sweep does not have is refused where it is written`() {
    #expect(
      complaint(Self.figure + "\naxis: rows") == """
        lesson.yaml:7:11: scenario 'sweep' does not sweep over 'rows'
        = it sweeps over units
        """)
  }

  @Test func `the small print counts the numbers of each network`() throws {
    // With 2 inputs and 1 output, n units have 2n + n weights and biases, and the output n + 1.
    let note = try Exhibit(Self.figure).plot().note
    #expect(note.contains("parameters: 5, 17"))
    #expect(note.contains("3 seeds"))
  }
}
