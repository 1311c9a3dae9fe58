public import Lessons
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
      "accuracy", .boolean, summary: "whether a second panel shows the accuracy",
      defaultText: "false"),
  ]

  private let scenarios: [LocatedText]
  private let scale: ScaleTransform
  private let showsAccuracy: Bool

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    scale = try reader.choice(
      "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
      default: .linear)
    showsAccuracy = try reader.boolean("accuracy", default: false)
  }

  /// The history holds every epoch, whatever the schedule.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: .ends) }
  }

  /// Draws the curves.
  public func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    var losses: [Mark] = []
    var accuracies: [Mark] = []
    var notes: [String] = []
    for (index, name) in scenarios.enumerated() {
      let trace = try traces.trace(of: name)
      let history = trace.history
      if showsAccuracy, history.accuracy.isEmpty {
        throw FigureError(
          "scenario '\(name.text)' predicts a number, so it has no accuracy", at: name.location)
      }
      let color = theme.color(ofSeries: index)
      let title = traces.title(of: name, words)
      let label = scenarios.count > 1 ? title : nil
      let epochs = history.epochs.map(Double.init)
      let points = zip(epochs, history.loss).map { Point($0, drawable($1)) }
      losses.append(.line(points, color: color, width: theme.line, label: label))
      if let divergence = trace.divergence {
        losses.append(cross(points, color))
        notes.append(title + ": " + words(.diverged, String(divergence.epoch)))
      }
      accuracies.append(
        .line(
          zip(epochs, history.accuracy).map { Point($0, $1) }, color: color, width: theme.line,
          label: label))
      notes.append((label.map { $0 + ": " } ?? "") + trace.smallPrint(words))
    }
    var panels = [
      Panel(
        x: Axis(words(.epochAxis)),
        y: Axis(words(.lossAxis), transform: scale, domain: nil, hasGrid: true), marks: losses)
    ]
    if showsAccuracy {
      panels.append(
        Panel(
          x: Axis(words(.epochAxis)),
          y: Axis(
            words(.accuracy, ""), domain: -0.02...1.02,
            ticks: .fixed(
              Ticks(
                values: [0, 0.25, 0.5, 0.75, 1],
                labels: [0, 0.25, 0.5, 0.75, 1].map(Shown.share))), hasGrid: true),
          marks: accuracies))
    }
    return Plot(
      theme: theme, note: notes.joined(separator: "\n"), panels: panels,
      columns: panels.count, shape: .aspect(panels.count > 1 ? 0.75 : 0.5), sharesX: true)
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
