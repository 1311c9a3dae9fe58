import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// The loss curves of all seeds of a sweep as thin lines, and how many of them end at which level.
///
/// Levels are numbers or formulas, such as the plateaus of XOR at ln 2/2 and ln 2: dashed lines with the
/// share of seeds that end there. A panel stands for each value of one setting.
public struct SeedCurvesFigure: Figure {
  /// The word in lesson files.
  public static let kind = "seed-curves"
  /// The line of the guide.
  public static let summary =
    "the loss curves of all seeds of a sweep, with the share of seeds that end at named levels"
  /// A section that shows it off.
  public static let example = """
    kind: seed-curves
    scenario: sweep
    levels: [0, ln2]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"),
    Field(
      "scale", .choice(["linear", "log"]), summary: "how the loss runs upward",
      defaultText: "linear"),
    Field(
      "levels", .list(of: .oneOf([.number(), .string])),
      summary: "values to mark, numbers or formulas such as ln2/2 or (2*ln(1.5) + ln(3))/4"),
    Field(
      "within", .number(above: 0), summary: "how near to a level a loss counts as at it",
      defaultText: "0.02"),
    PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let scale: ScaleTransform
  private let levels: [OutcomeLevel]
  private let nearness: Double
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    scale = try reader.choice(
      "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
      default: .linear)
    levels = try OutcomeLevel.decode("levels", in: &reader)
    nearness = try reader.number("within", default: 0.02)
    grid = try PanelGrid(in: &reader)
  }

  /// The sweep, whose members keep a curve each.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: .ends, kind: Sweep.self)]
  }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Draws a panel for each combination of settings.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let sweep = try outcomes.value(of: scenario, as: Sweep.self)
    let panels = (0..<sweep.combinationCount).map { combination in
      SeedCurves(
        members: Array(sweep.members(of: combination)), sweep: sweep, levels: levels,
        nearness: nearness, scale: scale, context: context
      ).panel
    }
    var keys: [Key] = []
    if let threshold = sweep.threshold {
      let isShare = sweep.members.contains { $0.finalAccuracy != nil }
      let value = isShare ? Shown.share(threshold) : Shown.loss(threshold)
      keys = [
        .line(
          SeedCurves.color(learned: true, theme), width: theme.line, dash: [],
          words(isShare ? .seedLearned : .seedLearnedLoss, value)),
        .line(
          SeedCurves.color(learned: false, theme), width: theme.line, dash: [],
          words(.seedNotLearned)),
      ]
    }
    if !levels.isEmpty {
      keys.append(
        .line(theme.ink, width: theme.hairline * 1.4, dash: [3, 2.5], words(.levelKey)))
    }
    var note = sweep.facts(words)
    if !levels.isEmpty { note.append(words(.noteLevelShare, Shown.exact(nearness))) }
    return Plot(
      theme: theme, keys: keys, note: note.joined(separator: " · "), panels: panels,
      columns: grid.columns,
      shape: theme.keepsProportion ? .fill : .aspect(panels.count > 1 ? 0.85 : 0.55),
      sharesX: true, sharesY: true, minimumPanelWidth: theme.keepsProportion ? 190 : 130)
  }
}
