import Languages
import Drawings
public import Lessons
public import Plotting
import Tracing

/// Numbers of a trace as a table set like the other figures; `content` says which.
public struct TableFigure: Figure {
  /// The word in lesson files.
  public static let kind = "table"
  /// The line of the guide.
  public static let summary =
    "numbers of traces as a table, such as updates, forward passes, or trainings side by side"
  /// A section that shows it off.
  public static let example = """
    kind: table
    content: forward-passes
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = [
    Field(
      "content", .choice(TableContent.all.map(\.name)), isRequired: true,
      summary: "what the rows are"),
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    EpochChoice.field("epoch", isList: false),
    Field(
      "rows", .integer(min: 1, max: 60), summary: "the most rows to show", defaultText: "24"),
    Field(
      "accuracy", .number(above: 0),
      summary: "the share of right rows whose first epoch 'scenarios' tells", defaultText: "0.95"),
  ]

  private let content: TableContent
  private let scenarios: [LocatedText]
  private let epoch: EpochChoice
  private let rowLimit: Int
  private let accuracy: Double

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    content = try reader.choice("content", of: "table content", from: TableContent.all) { $0.name }
    scenarios = content.needsScenario ? try ScenarioChoice.decodeOneOrMore(&reader) : []
    if !content.takesSeveral, scenarios.count > 1 {
      throw reader.error(
        "'\(content.name)' shows one scenario, found \(scenarios.count)", at: "scenarios")
    }
    epoch = content.needsScenario ? try EpochChoice.one("epoch", in: &reader) : .last
    rowLimit = try reader.integer("rows", default: 24)
    accuracy = try reader.number("accuracy", in: 0.01...1, default: 0.95)
  }

  /// The scenarios at the epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, epoch) }
  }

  /// Of the tables, one alone shows a state of the network; the others look back on a training.
  public var isStill: Bool { content.name != TableContent.forwardPasses.name }

  /// Sets the table.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    var sources: [TableContent.ShownTraining] = []
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      sources.append(
        TableContent.ShownTraining(
          title: outcomes.title(of: name, context.words), trace: trace,
          step: try epoch.steps(of: trace)[0], location: name.location, accuracy: accuracy))
    }
    var (table, note) = try content.make(sources, context)
    if table.rows.count > rowLimit {
      let left = table.rows.count - rowLimit
      table.rows = Array(table.rows.prefix(rowLimit))
      note += " · " + context.words(.dataRows, "+" + String(left))
    }
    let theme = context.theme
    let width = table.width(in: theme, measuring: context.measurer) + 2 * theme.margin
    var plot = Plot(
      theme: theme, note: note,
      panels: [Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.table(table)])],
      shape: .height(table.height(in: theme)), minimumPanelWidth: width - 2 * theme.margin)
    // A page for print is as wide as its column, unless the words need more.
    if !theme.keepsProportion, width > theme.page.width {
      plot.pageWidth = width
    }
    return plot
  }
}

/// One thing a table can show.
struct TableContent: Sendable {
  /// A scenario's trace with the step to show.
  struct ShownTraining: Sendable {
    var title: String
    var trace: Trace
    var step: TraceStep
    var location: SourceLocation
    /// The share of right rows that counts as learned.
    var accuracy: Double
  }

  /// The word after `content:`.
  let name: String
  /// Whether it is drawn from a scenario.
  let needsScenario: Bool
  /// Whether it can compare several scenarios.
  let takesSeveral: Bool
  /// Sets the table and writes the small print.
  let make: @Sendable ([ShownTraining], FigureContext) throws(FigureError) -> (Table, String)

  init(
    name: String, needsScenario: Bool = true, takesSeveral: Bool = false,
    make:
      @escaping @Sendable ([ShownTraining], FigureContext) throws(FigureError) -> (Table, String)
  ) {
    self.name = name
    self.needsScenario = needsScenario
    self.takesSeveral = takesSeveral
    self.make = make
  }

  /// Every content; a new one is one line here and one file in `Tables/`.
  static let all = [
    perceptronUpdates, forwardPasses, sigmoidForms, activationFacts, linearCollapse,
    scenarios, layers, initializers, inequalities,
  ]
}
