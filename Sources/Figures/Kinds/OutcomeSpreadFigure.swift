import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// Where the trainings of a sweep end: a dot for each seed, a row for each value of one setting.
///
/// Behind the dots a bar spans the quartiles, with a line at the median; the share that was learned
/// stands at the right. Named levels, such as the plateaus of XOR at ln 2/2 and ln 2, are dashed lines.
/// Epochs to the threshold run along a logarithmic axis; trainings that never reach it stand beyond.
public struct OutcomeSpreadFigure: Figure {
  /// The word in lesson files.
  public static let kind = "outcome-spread"
  /// The line of the guide.
  public static let summary =
    "the final loss, or the epochs until learned, of every training of a sweep, setting by setting"
  /// A section that shows it off.
  public static let example = """
    kind: outcome-spread
    scenario: sweep
    levels: [0, ln2/2]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), SweepTable.axisField,
    Field(
      "quantity", .choice(OutcomeQuantity.allCases.map(\.rawValue)),
      summary: "what a dot stands for; epochs are those until the sweep's threshold is reached",
      defaultText: "final-loss"),
    Field(
      "scale", .choice(["linear", "log"]), summary: "how it runs across",
      defaultText: "linear for losses, log for epochs"),
    Field(
      "levels", .list(of: .oneOf([.number(), .string])),
      summary: "values to mark, numbers or formulas such as ln2/2 or (2*ln(1.5) + ln(3))/4"),
    PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let axis: LocatedText?
  private let quantity: OutcomeQuantity
  private let scale: ScaleTransform
  private let levels: [OutcomeLevel]
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    axis = try reader.value("axis")
    quantity = try reader.choice(
      "quantity", of: "quantity", from: OutcomeQuantity.allCases, naming: { $0.rawValue },
      default: .finalLoss)
    scale = try reader.choice(
      "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
      default: quantity == .epochs ? .log : .linear)
    levels = try OutcomeLevel.decode("levels", in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The sweep; it has no moments to choose from.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: .ends, kind: Sweep.self)]
  }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Draws a panel for each combination of the other settings.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let sweep = try outcomes.value(of: scenario, as: Sweep.self)
    let table = try SweepTable(sweep, along: axis, of: scenario, for: Self.kind, words)
    guard quantity.isKnown(in: sweep) else { throw missing(sweep) }
    let panels = table.parts.map { part in
      OutcomePanel(
        part, of: table, quantity: quantity, scale: scale, levels: levels, context: context
      ).panel
    }
    var keys: [Key] = [
      .dot(.circle, OutcomePanel.dotColor(theme), words(.oneTraining)),
      .swatch(theme.quietInk.opacity(0.25), words(.quartileBand)),
      .line(theme.ink, width: theme.line, dash: [], words(.median)),
    ]
    if let threshold = sweep.threshold { keys.append(.note(learned(threshold, sweep, words))) }
    let rows = Double(table.axis.settings.count) + (levels.isEmpty ? 0 : 0.9)
    let height = (rows + 0.3) * theme.tick.size * 3.4
    return Plot(
      theme: theme, keys: keys, note: table.note(words), panels: panels, columns: grid.columns,
      shape: .height(height), sharesX: true, sharesY: true, minimumPanelWidth: 150)
  }

  /// What the share at the right counts.
  private func learned(_ threshold: Double, _ sweep: Sweep, _ words: Words) -> String {
    let isShare = sweep.members.contains { $0.finalAccuracy != nil }
    let text = isShare ? Shown.share(threshold) : Shown.loss(threshold)
    return words(
      quantity == .epochs ? .shareReached : isShare ? .learnedAccuracy : .learnedLoss, text)
  }

  private func missing(_ sweep: Sweep) -> FigureError {
    quantity == .epochs
      ? FigureError(
        "scenario '\(scenario.text)' has no threshold to reach", at: scenario.location,
        help: "write a 'threshold' in its sweep")
      : FigureError(
        "scenario '\(scenario.text)' has no rows for validation", at: scenario.location,
        help: "write 'validation: 200' in its data")
  }
}

/// One number of each training of a sweep.
enum OutcomeQuantity: String, CaseIterable, Sendable {
  case finalLoss = "final-loss"
  case validationLoss = "validation-loss"
  case epochs

  /// The number; nil where the training has none.
  func value(_ member: SweepMember) -> Double? {
    switch self {
    case .finalLoss: member.finalLoss
    case .validationLoss: member.validationLoss
    case .epochs: member.epochsToThreshold.map(Double.init)
    }
  }

  /// Whether trainings of the sweep can have it.
  func isKnown(in sweep: Sweep) -> Bool {
    self == .epochs ? sweep.threshold != nil : sweep.members.contains { value($0) != nil }
  }

  var word: FigureWord {
    switch self {
    case .finalLoss: .finalLossAxis
    case .validationLoss: .validationLossAxis
    case .epochs: .epochsToLearn
    }
  }

  /// The same where the threshold is a loss.
  var lossWord: FigureWord { self == .epochs ? .epochsToLoss : word }
}

/// A value with the formula that names it.
struct OutcomeLevel: Sendable {
  let name: String
  let value: Double

  /// Constants that formulas may use.
  private static let constants = ["ln2": Elementary.log(2), "ln3": Elementary.log(3)]

  /// Decodes a list of numbers and formulas.
  static func decode(_ name: String, in reader: inout SectionReader) throws(LessonError)
    -> [OutcomeLevel]
  {
    var levels: [OutcomeLevel] = []
    for text in try reader.values(name) {
      let expression = try Expression(located: text, isListed: true)
      if let name = expression.variables.first(where: { constants[$0] == nil }) {
        throw text.error(
          "'\(name)' has no value here",
          help: "write a number, or a formula of numbers such as ln2/2 or log(3)/4")
      }
      let value = expression.evaluate(constants)
      guard value.isFinite else { throw text.error("'\(text.text)' is not a finite number") }
      levels.append(OutcomeLevel(name: shown(text.text), value: value))
    }
    return levels
  }

  /// The formula as it is printed: `ln2/2` as `ln 2/2`.
  private static func shown(_ text: String) -> String {
    text.replacing(every: "ln2", with: "ln 2").replacing(every: "ln3", with: "ln 3")
      .replacing(every: "*", with: "·")
  }
}
