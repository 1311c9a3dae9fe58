import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The fit of one network to rows of one input.
struct FitPanel {
  static let dash = [4.5, 2.5]
  private static let resolution = 301

  private let step: TraceStep
  private let trace: Trace
  private let window: Window
  private let showsValidation: Bool
  private let context: FigureContext

  init(
    _ step: TraceStep, in trace: Trace, window: Window, showsValidation: Bool,
    context: FigureContext
  ) {
    self.step = step
    self.trace = trace
    self.window = window
    self.showsValidation = showsValidation
    self.context = context
  }

  func panel(title: String, subtitle: String) -> Panel {
    let (theme, dataset) = (context.theme, trace.dataset)
    let xs = Grid.axis(across, count: Self.resolution)
    let inputs = Matrix(rows: xs.count, columns: 1, values: xs)
    let outputs = step.network.outputs(for: dataset.modelInputs(fromRaw: inputs)).column(0)
    var marks: [Mark] = []
    if showsValidation, let validation = dataset.validation {
      marks.append(
        .dots(
          Self.points(validation).map {
            Dot($0, shape: .diamond, color: theme.color(ofSeries: 1).opacity(0.55), scale: 0.4)
          }))
    }
    if let truth = dataset.truth?.value {
      marks.append(
        .line(
          xs.map { Point($0, truth([$0])) }, color: theme.accent, width: theme.line,
          dash: Self.dash))
    }
    marks += [
      .line(
        zip(xs, outputs).map { Point($0, $1) }, color: theme.forward, width: theme.boldLine,
        countsForScales: false),
      .dots(
        Self.points(dataset).map {
          Dot($0, color: theme.color(ofSeries: 0), scale: dataset.rowCount > 40 ? 0.55 : 0.8)
        }),
    ]
    return Panel(
      title: title, subtitle: subtitle, footnotes: trace.errors(at: step, context.words),
      x: Axis(dataset.rawInputNames[0], domain: across), y: Axis("y", domain: up, hasGrid: false),
      marks: marks)
  }

  private static func points(_ dataset: Dataset) -> [Point] {
    (0..<dataset.rowCount).map { Point(dataset.rawInputs[$0, 0], dataset.targets[$0, 0]) }
  }

  /// The inputs of all rows, a little wider.
  private var across: ClosedRange<Double> {
    if let x = window.x { return x }
    var range = trace.dataset.rawInputRange(0)
    if let other = trace.dataset.validation?.rawInputRange(0) {
      range = min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
    }
    return Self.widened(range, by: 0.03)
  }

  /// The targets of all rows, so that a fit that overshoots does not make them small.
  private var up: ClosedRange<Double>? {
    if let y = window.y { return y }
    let validation = showsValidation ? trace.dataset.validation : nil
    let shown = [trace.dataset, validation].compactMap { $0 }
    let targets = shown.flatMap { $0.targets.values }.filter { $0.isFinite }
    guard let low = targets.min(), let high = targets.max() else { return nil }
    return Self.widened(low...high, by: 0.12)
  }

  private static func widened(_ range: ClosedRange<Double>, by share: Double)
    -> ClosedRange<Double>
  {
    let length = range.upperBound - range.lowerBound
    let room = length > 0 ? length * share : 1
    return range.lowerBound - room...range.upperBound + room
  }
}

extension Trace {
  /// The loss of the rows learned from and of those for validation at a step, a line each.
  func errors(at step: TraceStep, _ words: Words) -> [String] {
    var lines = [words(.trainingLossIs, Shown.loss(step.loss))]
    guard let place = history.epochs.lastIndex(of: step.epoch),
      place < history.validationLoss.count
    else { return lines }
    let validation = history.validationLoss[place]
    lines.append(words(.validationLossIs, Shown.loss(validation)))
    if step.loss.isFinite, validation.isFinite {
      lines.append(words(.gapIs, Shown.loss(validation - step.loss)))
    }
    return lines
  }
}
