import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// The loss after every epoch, a line for each scenario, labelled where it ends; accuracy below if asked.
///
/// A run that diverged ends in a cross at its last finite loss, and the small print names the epoch.
public struct LossCurveFigure: Figure {
  /// The word in lesson files.
  public static let kind = "loss-curve"
  /// The line of the guide.
  public static let summary = "loss (and accuracy) after every epoch, one line for each scenario"
  /// A section that shows it off.
  public static let example = """
    kind: loss-curve
    scenario: hidden-layer
    scale: log
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    Field(
      "scale", .choice(["linear", "log"]), summary: "how the loss runs upward",
      defaultText: "linear"),
    Field(
      "over", .choice(["epochs", "updates"]),
      summary: "what runs across; updates of unlike batches on a logarithmic axis",
      defaultText: "epochs"),
    Field(
      "accuracy", .boolean, summary: "whether a second panel shows the accuracy",
      defaultText: "false"),
  ]

  private let scenarios: [LocatedText]
  private let scale: ScaleTransform
  private let countsUpdates: Bool
  private let showsAccuracy: Bool

  /// The most epochs of a run that are marked one by one along an axis of updates.
  private static let mostDots = 60

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    scale = try reader.choice(
      "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
      default: .linear)
    countsUpdates = try reader.choice(
      "over", of: "count", from: [false, true], naming: { $0 ? "updates" : "epochs" },
      default: false)
    showsAccuracy = try reader.boolean("accuracy", default: false)
  }

  /// The history holds every epoch, whatever the schedule.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: .ends) }
  }

  /// Updates and accuracies where they are drawn.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      let trace = try starts.value(of: name, as: Trace.self)
      if countsUpdates { try trace.requireUpdates(at: name.location) }
      if showsAccuracy, trace.history.accuracy.isEmpty {
        throw FigureError(
          "scenario '\(name.text)' predicts a number, so it has no accuracy", at: name.location)
      }
    }
  }

  /// Draws the curves.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    try check(outcomes)
    let (theme, words) = (context.theme, context.words)
    var losses: [Mark] = []
    var accuracies: [Mark] = []
    var prints = SmallPrint()
    var notes: [String] = []
    for (index, name) in scenarios.enumerated() {
      let trace = try outcomes.value(of: name, as: Trace.self)
      let history = trace.history
      let color = theme.color(ofSeries: index)
      let title = outcomes.title(of: name, words)
      let label = scenarios.count > 1 ? title : nil
      let epochs = history.epochs.map { Double($0 * (countsUpdates ? trace.updatesPerEpoch : 1)) }
      let points = zip(epochs, history.loss).map { Point($0, drawable($1)) }
      losses.append(.line(points, color: color, width: theme.line, label: label))
      // A long stretch without a number is not a course of the loss: dots say what is known.
      if countsUpdates, points.count <= Self.mostDots {
        losses.append(
          .dots(points.filter { $0.y.isFinite }.map { Dot($0, color: color, scale: 0.5) }))
      }
      if let divergence = trace.divergence {
        losses.append(cross(points, color))
        notes.append(title + ": " + words(.diverged, String(divergence.epoch)))
      }
      accuracies.append(
        .line(
          zip(epochs, history.accuracy).map { Point($0, $1) }, color: color, width: theme.line,
          label: label))
      prints.add(trace.facts, of: title)
    }
    let across = try axis(of: outcomes, words)
    var panels = [
      Panel(
        x: across,
        y: Axis(words(.lossAxis), transform: scale, domain: nil, hasGrid: true), marks: losses)
    ]
    if showsAccuracy {
      panels.append(
        Panel(
          x: across,
          y: Axis(
            words(.accuracy, ""), domain: -0.02...1.02,
            ticks: .fixed(
              Ticks(
                values: [0, 0.25, 0.5, 0.75, 1],
                labels: [0, 0.25, 0.5, 0.75, 1].map(Shown.share))), hasGrid: true),
          marks: accuracies))
    }
    return Plot(
      theme: theme, note: (notes + prints.whole(words)).joined(separator: "\n"), panels: panels,
      columns: panels.count, shape: .aspect(panels.count > 1 ? 0.75 : 0.5), sharesX: true)
  }

  /// Epochs, or updates: those of small and of large batches differ by powers of ten.
  private func axis(of outcomes: Outcomes, _ words: Words) throws(FigureError) -> Axis {
    guard countsUpdates else { return Axis(words(.epochAxis)) }
    var counts: Set<Int> = []
    for name in scenarios {
      counts.insert(try outcomes.value(of: name, as: Trace.self).updatesPerEpoch)
    }
    return Axis(words(.updateAxis), transform: counts.count > 1 ? .symlog : .linear)
  }

  /// A logarithmic scale has no place for 0: such a loss is left out.
  private func drawable(_ loss: Double) -> Double {
    scale == .log && loss <= 0 ? .nan : loss
  }

  private func cross(_ points: [Point], _ color: Color) -> Mark {
    guard let last = points.last(where: { $0.y.isFinite }) else { return .dots([]) }
    return .labels([TextLabel("×", at: last, color: color)])
  }
}

extension Trace {
  /// Updates in each epoch; corrections of a perceptron do not come evenly, and are refused.
  fileprivate var updatesPerEpoch: Int {
    let slices = MiniBatches(rows: dataset.rowCount, size: max(1, batchSize))
    guard divergence == nil, epochCount > 0 else { return slices.updateCount }
    return updateCount / epochCount
  }

  fileprivate func requireUpdates(at location: SourceLocation) throws(FigureError) {
    guard perceptron == nil else {
      throw FigureError(
        "scenario '\(scenario)' is a perceptron, which is not corrected at every row", at: location,
        help: "write 'over: epochs'")
    }
  }
}
