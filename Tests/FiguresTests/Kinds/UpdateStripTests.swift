import Figures
import Testing

/// The batches of one epoch, row by row.
struct UpdateStripTests {
  private static let scenarios = """
    ten:
      data: {shape: line, rows: 100}
      network: {layers: [1 identity]}
      train: {rate: 0.1, batch: 10, epochs: 2}
    thirty-two:
      data: {shape: line, rows: 100}
      network: {layers: [1 identity]}
      train: {rate: 0.1, batch: 32, epochs: 2}
    dropping:
      data: {shape: line, rows: 100}
      network: {layers: [1 identity]}
      train: {rate: 0.1, batch: 32, tail: drop, epochs: 2}
    untrained:
      data: {shape: line, rows: 100}
      network: {layers: [1 identity]}
      train: {epochs: 0}
    many:
      data: {shape: line, rows: 401}
      network: {layers: [1 identity]}
      train: {rate: 0.01, batch: 1, epochs: 1}
    """

  private func exhibit(_ scenario: String) throws -> Exhibit {
    try Exhibit("kind: update-strip\nscenario: \(scenario)", scenarios: Self.scenarios)
  }

  @Test(arguments: [
    ("ten", "100 = 10 × 10 rows · updates: 10"),
    ("thirty-two", "100 = 3 × 32 + 4 rows · updates: 4"),
    ("dropping", "100 = 3 × 32 + 4 rows · updates: 3 · 4 rows unused"),
  ])
  func `the count of updates is written out`(scenario: String, count: String) throws {
    #expect(try exhibit(scenario).plot().panels[0].subtitle == count)
  }

  @Test(arguments: [("ten", 10), ("thirty-two", 4), ("dropping", 3)])
  func `each update has a bar over its rows, as high as its step is long`(
    scenario: String, count: Int
  ) throws {
    let exhibit = try exhibit(scenario)
    let trace = try #require(exhibit.traces[scenario])
    let sheet = try exhibit.sheet()
    let bars = sheet.fills(sheet.theme.gradient)
    #expect(bars.count == count)
    let steps = trace.steps.filter { $0.moment == .beforeUpdate && $0.epoch == 1 }
    let first = zip(steps[0].network.parameters, steps[1].network.parameters)
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    // Placed on the sheet and read back.
    #expect(abs((bars[0].corners.map { $0.y }.max() ?? 0) - first) < 1e-9)
  }

  @Test(arguments: [("ten", 0), ("thirty-two", 4)])
  func `the rest that fills no batch stands out`(scenario: String, count: Int) throws {
    let sheet = try exhibit(scenario).sheet()
    #expect(sheet.fills(sheet.theme.accent).count == count)
  }

  @Test func `rows that were dropped are empty cells`() throws {
    let sheet = try exhibit("dropping").sheet()
    #expect(sheet.fills(sheet.theme.accent).isEmpty)
    #expect(sheet.strokes(sheet.theme.accent).count == 4)
  }

  @Test(arguments: [
    ("untrained", "makes no update in its first epoch"), ("many", "more than 400 updates"),
    ("perceptron", "is a perceptron"),
  ])
  func `what has no strip of updates is refused`(scenario: String, message: String) {
    let complaint = complaint(
      "kind: update-strip\nscenario: \(scenario)",
      scenarios: Self.scenarios + "\n" + SampleLesson.scenarios)
    #expect(complaint.contains(message), "\(complaint)")
    #expect(complaint.hasPrefix("lesson.yaml:6:"), "\(complaint)")
  }
}
