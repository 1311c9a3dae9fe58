import Drawings
import Figures
import Lessons
import Plotting
import Tracing

/// A figure with the traces that it asks for, as a lesson would make it.
struct Exhibit {
  let section: FigureSection
  let outcomes: [String: ScenarioOutcome]
  let titles: [String: LocalizedText]

  /// The figure of a lesson that has these options, with the scenarios that it names trained.
  init(
    _ figure: String, scenarios: String = SampleLesson.scenarios, files: [String: String] = [:]
  ) throws {
    let lesson = try SampleLesson.lesson(figure, scenarios: scenarios)
    section = try FigureSection(decoding: lesson.figures[0])
    var outcomes: [String: ScenarioOutcome] = [:]
    var titles: [String: LocalizedText] = [:]
    for text in lesson.scenarios {
      let requests = section.figure.requests.filter { $0.name.text == text.name }
      guard !requests.isEmpty else { continue }
      let scenario = try text.decode(as: Scenario.self)
      let schedule = requests.reduce(TraceSchedule.ends) { $0.union($1.schedule) }
      outcomes[text.name] = try scenario.outcome(
        files: CSVSource(texts: files), also: schedule)
      titles[text.name] = scenario.title
    }
    self.outcomes = outcomes
    self.titles = titles
  }

  /// The trainings among what the scenarios gave.
  var traces: [String: Trace] {
    outcomes.compactMapValues { if case .training(let trace) = $0 { trace } else { nil } }
  }

  /// The plot in a language and a theme.
  func plot(_ words: Words = .english, _ theme: Theme = .paper) throws -> Plot {
    let context = FigureContext(words: words, theme: theme, measurer: .fixed)
    return try section.plot(of: Outcomes(outcomes, titles: titles), in: context)
  }

  /// The drawing in a language and a theme.
  func drawing(_ words: Words = .english, _ theme: Theme = .paper) throws -> Drawing {
    try plot(words, theme).drawing(measuring: .fixed)
  }

  /// What one panel draws, in data units.
  func sheet(_ index: Int = 0, _ theme: Theme = .paper) throws -> PanelSheet {
    PanelSheet(try plot(.english, theme).panels[index], theme: theme)
  }

  /// The words of a figure that is a table.
  func table(_ theme: Theme = .paper) throws -> TableReading {
    TableReading(of: try sheet(0, theme))
  }
}

/// A lesson with one figure named `it`, and the scenarios that the kinds' examples name.
enum SampleLesson {
  static let scenarios = """
    hidden-layer:
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      loss: cross-entropy
      train: {rate: 0.5, batch: 4, epochs: 300}
      seed: 1
    perceptron:
      data: xor
      model: perceptron
      train: {epochs: 20, rate: 1}
    sweep:
      data: {shape: moons, rows: 20, validation: 20}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 20}
      sweep: {seeds: 3, units: [1, 4]}
    curve:
      data: {shape: sine, rows: 10, validation: 10}
      network: {layers: [3 tanh, 1 identity]}
      train: {rate: 0.1, epochs: 20}
    descent:
      model: function
      function: himmelblau
      starts: [[0, 0], [-1, 2]]
      train: {rate: 0.01, steps: 100}
    """

  /// The lesson's text; the figure's options begin on line 5.
  static func text(_ figure: String, scenarios: String = scenarios) -> String {
    "title: Test\nfigures:\n  it:\n    alt: What it shows.\n" + indented(figure, by: 4)
      + "scenarios:\n" + indented(scenarios, by: 2)
  }

  static func lesson(_ figure: String, scenarios: String = scenarios) throws -> Lesson {
    try Lesson(
      parsing: text(figure, scenarios: scenarios), named: "lesson.yaml", id: "test")
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.split(separator: "\n").map { margin + $0 + "\n" }.joined()
  }
}

/// The printed mistake in a figure's options, or what keeps it from being drawn.
func complaint(
  _ figure: String, scenarios: String = SampleLesson.scenarios, files: [String: String] = [:]
) -> String {
  do {
    _ = try Exhibit(figure, scenarios: scenarios, files: files).plot()
    return "no complaint"
  } catch let error as FigureError {
    let place = error.location.map { "\($0): " } ?? ""
    return place + error.message + (error.help.map { "\n= " + $0 } ?? "")
  } catch {
    return "\(error)"
  }
}
