import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// One quantity of one scenario over its training, a line for each layer.
struct LayerTimes {
  private let quantity: DepthQuantity
  private let reading: MeasuredLayers
  private let context: FigureContext

  init(_ quantity: DepthQuantity, _ reading: MeasuredLayers, _ context: FigureContext) {
    self.quantity = quantity
    self.reading = reading
    self.context = context
  }

  /// The colors of the layers, the first at 0.
  static func ramp(_ theme: Theme) -> ColorRamp {
    theme.sequential.standingOut(from: theme.background)
  }

  func panel(isNamed: Bool) -> Panel {
    let (theme, words) = (context.theme, context.words)
    var marks = quantity.isUpdateRatio ? [DepthPanel.healthy(theme)] : []
    let (moments, ramp) = (self.moments, Self.ramp(theme))
    let count = reading.layerCount
    for layer in 0..<count {
      let share = count > 1 ? Double(layer) / Double(count - 1) : 0
      let points = moments.map { moment in
        let value = moment.values[layer]
        return Point(moment.place, value > 0 && value.isFinite ? value : .nan)
      }
      marks.append(.line(points, color: ramp(share), width: theme.line))
    }
    return Panel(
      title: isNamed ? reading.title : quantity.name(words),
      subtitle: isNamed ? quantity.name(words) : "",
      x: Axis(words(quantity.isUpdateRatio ? .updateAxis : .epochAxis), transform: .log),
      y: Axis(
        quantity.isUpdateRatio ? "" : words(.standardDeviation), transform: .log, hasGrid: true),
      marks: marks)
  }

  private struct Moment {
    let place: Double
    /// One number for each layer.
    let values: [Double]
  }

  /// Epoch 0 has no place on a logarithmic axis and is left out.
  private var moments: [Moment] {
    guard let layers = quantity.layers else {
      return UpdatePairs(reading.trace).all.map {
        Moment(place: Double($0.update), values: $0.ratios)
      }
    }
    return reading.trace.steps.filter { $0.isEpochEnd && $0.epoch > 0 }.compactMap { step in
      LayerStatistics.of(step, bins: LayerStatistics.Bins(count: 1)).map { statistics in
        Moment(
          place: Double(step.epoch),
          values: statistics.layers.map { layers.distribution(in: $0).deviation })
      }
    }
  }
}

/// Updates of a training of which the network before and the network after was kept.
struct UpdatePairs {
  /// One update, with the length of its change of each layer's weights over their length.
  struct Pair {
    /// Number of the update, from 1.
    let update: Int
    let ratios: [Double]
  }

  let all: [Pair]

  var first: Pair? { all.first }

  /// The moments to keep: before and after the first update, or a few of each power of ten.
  static func schedule(_ isOverTraining: Bool) -> TraceSchedule {
    guard isOverTraining else { return .updates([1, 2]) }
    var updates: [Int] = []
    var power = 1
    while power <= 1_000_000 {
      for factor in [1, 2, 3, 5, 7] { updates += [factor * power, factor * power + 1] }
      power *= 10
    }
    return .updates(Array(Set(updates)).sorted())
  }

  /// The pairs of a trace, by number; the end of the training serves as the moment after the last.
  init(_ trace: Trace) {
    all = trace.steps.filter { $0.moment == .beforeUpdate }.compactMap { step in
      let next = step.update + 1
      let after =
        trace.step(beforeUpdate: next) ?? (step.update == trace.updateCount ? trace.last : nil)
      return after.map {
        Pair(
          update: step.update,
          ratios: UpdateRatio.ofLayers(before: step.network, after: $0.network))
      }
    }
  }
}
