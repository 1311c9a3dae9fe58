import Drawings
import Figures
import Plotting
import Testing

/// The loss over a plane or a line of parameters.
struct LossSurfaceFigureTests {
  private static let scenarios = """
    plain:
      data: {shape: line, rows: 20, seed: 1}
      network: {layers: [1 identity], parameters: [-1, 2]}
      train: {rate: 0.1, batch: 5, epochs: 6}
    momentum:
      data: {shape: line, rows: 20, seed: 1}
      network: {layers: [1 identity], parameters: [-1, 2]}
      train: {optimizer: momentum, rate: 0.1, batch: 5, epochs: 6}
    other-rows:
      data: {shape: line, rows: 20, seed: 2}
      network: {layers: [1 identity], parameters: [-1, 2]}
      train: {rate: 0.1, epochs: 6}
    other-loss:
      data: {shape: line, rows: 20, seed: 1}
      network: {layers: [1 identity], parameters: [-1, 2]}
      loss: mse
      train: {rate: 0.1, epochs: 6}
    other-layers:
      data: {shape: line, rows: 20, seed: 1}
      network: {layers: [2 tanh, 1 identity]}
      train: {rate: 0.1, epochs: 6}
    """

  private func exhibit(_ options: String) throws -> Exhibit {
    try Exhibit("kind: loss-surface\n" + options, scenarios: Self.scenarios)
  }

  /// The thin line of a path, without its halo.
  private func path(_ sheet: PanelSheet, _ color: Color) -> [Point] {
    sheet.strokes(color).flatMap { $0.lines }.max { $0.count < $1.count } ?? []
  }

  @Test func `the path runs through the parameters after every epoch`() throws {
    let exhibit = try exhibit("scenario: plain\ndirections: [1, 2]")
    let trace = try #require(exhibit.traces["plain"])
    let points = path(try exhibit.sheet(), Theme.paper.accent)
    let want = trace.steps.filter { $0.isEpochEnd }.map { $0.network.parameters }
    #expect(points.count == want.count)
    for (point, parameters) in zip(points, want) {
      // Placed on the sheet and read back.
      #expect(abs(point.x - parameters[0]) < 1e-9 && abs(point.y - parameters[1]) < 1e-9)
    }
  }

  @Test func `a path of updates has a point for each update and one for the end`() throws {
    let exhibit = try exhibit("scenario: plain\ndirections: [1, 2]\npath: updates")
    #expect(path(try exhibit.sheet(), Theme.paper.accent).count == 6 * 4 + 1)
  }

  @Test func `paths on one surface have a key each and colors of their own`() throws {
    let exhibit = try exhibit("scenarios: [plain, momentum]\ndirections: [1, 2]\ntogether: true")
    let plot = try exhibit.plot()
    #expect(plot.panels.count == 1)
    let colors = plot.keys.compactMap { key -> Color? in
      if case .line(let color, _, _, _) = key { color } else { nil }
    }
    #expect(colors.count == 2 && colors[0] != colors[1])
    let sheet = try exhibit.sheet()
    #expect(path(sheet, colors[0]) != path(sheet, colors[1]))
  }

  @Test(arguments: [
    ("other-rows", "learn other rows"), ("other-loss", "have other losses"),
    ("other-layers", "have other layers"),
  ])
  func `trainings that share no surface are not drawn on one`(scenario: String, message: String) {
    let complaint = complaint(
      "kind: loss-surface\nscenarios: [plain, \(scenario)]\ntogether: true",
      scenarios: Self.scenarios)
    #expect(complaint.contains(message), "\(complaint)")
    #expect(complaint.hasPrefix("lesson.yaml:6:"), "\(complaint)")
  }

  @Test func `along the straight line the loss is that of both ends`() throws {
    let exhibit = try exhibit("scenario: plain\nview: slice")
    let trace = try #require(exhibit.traces["plain"])
    let sheet = try exhibit.sheet()
    let points = path(sheet, sheet.theme.color(ofSeries: 0))
    for (place, loss) in [(0.0, trace.first.loss), (1, trace.last.loss)] {
      let point = try #require(points.min { abs($0.x - place) < abs($1.x - place) })
      // The end is reached through a sum of products, and read back from the sheet.
      #expect(abs(point.x - place) < 1e-9 && abs(point.y - loss) < 1e-9)
    }
  }

  @Test(arguments: ["directions: random", "together: true", "path: updates", "plateau: 0.1"])
  func `what a straight line has no use for is refused`(option: String) {
    let complaint = complaint(
      "kind: loss-surface\nscenario: plain\nview: slice\n" + option, scenarios: Self.scenarios)
    #expect(complaint.contains("does not apply"), "\(complaint)")
  }

  @Test func `a relief has no axes and names its edges`() throws {
    let plot = try exhibit("scenario: plain\nview: 3d\ndirections: [1, 2]").plot()
    let texts = plot.drawing(measuring: .fixed).commands.compactMap { command -> String? in
      if case .text(let text) = command { text.content } else { nil }
    }
    #expect(plot.panels[0].x.ticks == .hidden && plot.panels[0].y.ticks == .hidden)
    #expect(texts.contains("w") && texts.contains("b"))
  }
}
