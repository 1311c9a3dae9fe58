import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// A regression on one input: the rows, the true function dashed, and the network's answer.
///
/// One panel for each scenario and epoch, all on the same axes, with the training and the validation
/// loss below: too simple a network misses both, too free a one fits the rows and misses the rest.
public struct FitFigure: Figure {
  /// The word in lesson files.
  public static let kind = "fit"
  /// The line of the guide.
  public static let summary =
    "a regression on one input: rows, the true function dashed, the network's fit, both errors"
  /// A section that shows it off.
  public static let example = """
    kind: fit
    scenario: curve
    epochs: [0, last]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    EpochChoice.field("epochs"), Window.field("x"), Window.field("y"),
    Field(
      "validation", .boolean, summary: "whether the rows for validation are drawn too",
      defaultText: "false"),
    PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let epochs: EpochChoice
  private let window: Window
  private let showsValidation: Bool
  private let grid: PanelGrid
  /// The one scenario in view, counted from 0; nil for all.
  private var onlyShown: Int?

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epochs = try EpochChoice("epochs", in: &reader)
    window = try Window(in: &reader)
    showsValidation = try reader.boolean("validation", default: false)
    grid = try PanelGrid(in: &reader)
  }

  /// Each scenario at each epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, epochs) }
  }

  /// Scenarios can be shown one after another.
  public static let showsScenariosInTurn = true

  /// Panels of one scenario are headed by their epochs.
  public var headingsNameEpoch: Bool { scenarios.count == 1 }

  /// One of the scenarios on the scales of all.
  public func showingOnly(scenario index: Int) -> FitFigure {
    var copy = self
    copy.onlyShown = index
    return copy
  }

  /// A number predicted from one other.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      try require(try starts.value(of: name, as: Trace.self), at: name.location)
    }
  }

  /// Draws one panel for each scenario and epoch.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    try check(outcomes)
    let (theme, words) = (context.theme, context.words)
    var (panels, prints): ([Panel], SmallPrint) = ([], SmallPrint())
    var (hasTruth, shown): (Bool, Set<Int>) = (false, [])
    let names = onlyShown.map { [scenarios[$0]] } ?? scenarios
    for name in names {
      for step in try epochs.steps(of: try outcomes.value(of: name, as: Trace.self)) {
        shown.insert(step.epoch)
      }
    }
    for name in names {
      let trace = try outcomes.value(of: name, as: Trace.self)
      hasTruth = hasTruth || trace.dataset.truth?.value != nil
      let title = outcomes.title(of: name, words)
      for step in try epochs.steps(of: trace) {
        let epoch = words(.epoch, String(step.epoch))
        panels.append(
          FitPanel(
            step, in: trace, window: window, showsValidation: showsValidation, context: context
          ).panel(
            title: scenarios.count > 1 ? title : epoch,
            subtitle: scenarios.count > 1 && shown.count > 1 ? epoch : ""))
      }
      prints.add(trace.facts, of: title)
    }
    var notes = prints.shared(words)
    if scenarios.count > 1, shown.count == 1, saysEpoch(context), let epoch = shown.first {
      notes.append(words(.epoch, String(epoch)))
    }
    return Plot(
      theme: theme, keys: keys(hasTruth: hasTruth, theme, words),
      note: notes.joined(separator: "\n"), panels: panels, columns: grid.columns,
      shape: .aspect(panels.count > 1 ? 0.85 : 0.55), sharesX: true, sharesY: true,
      minimumPanelWidth: 125)
  }

  /// An animation of trainings says its moment above, once for all panels.
  private func saysEpoch(_ context: FigureContext) -> Bool {
    context.scales == nil || onlyShown != nil
  }

  private func require(_ trace: Trace, at location: SourceLocation) throws(FigureError) {
    try trace.requireNetwork(for: Self.kind, at: location)
    let dataset = trace.dataset
    guard dataset.rawInputNames.count == 1 else {
      throw FigureError(
        "'\(Self.kind)' draws one input across; scenario '\(trace.scenario)' has "
          + "\(dataset.rawInputNames.count)", at: location,
        help: dataset.rawInputNames.count == 2 ? "draw it as 'decision-boundary'" : nil)
    }
    guard dataset.task == .regression else {
      throw FigureError(
        "'\(Self.kind)' draws a number upward; scenario '\(trace.scenario)' predicts classes",
        at: location, help: "draw it as 'decision-boundary'")
    }
  }

  private func keys(hasTruth: Bool, _ theme: Theme, _ words: Words) -> [Key] {
    var keys: [Key] = [.dot(.circle, theme.color(ofSeries: 0), words(.trainingRows))]
    if showsValidation {
      keys.append(.dot(.diamond, theme.color(ofSeries: 1), words(.validationRows)))
    }
    keys.append(.line(theme.forward, width: theme.boldLine, dash: [], words(.networkFit)))
    if hasTruth {
      keys.append(
        .line(theme.accent, width: theme.line, dash: FitPanel.dash, words(.trueFunction)))
    }
    return keys
  }
}
