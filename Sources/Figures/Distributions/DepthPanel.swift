import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// One quantity against depth, a line for each scenario.
struct DepthPanel {
  static let dash = [4.0, 2.5]

  private let quantity: DepthQuantity
  private let readings: [MeasuredLayers]
  private let context: FigureContext

  init(_ quantity: DepthQuantity, _ readings: [MeasuredLayers], _ context: FigureContext) {
    self.quantity = quantity
    self.readings = readings
    self.context = context
  }

  /// Draws the panel; lines are named in the last panel of a row only, where they end.
  func panel(isFirst: Bool, isLast: Bool) -> Panel {
    let (theme, words) = (context.theme, context.words)
    var (marks, dots): ([Mark], [Dot]) = ([], [])
    if quantity.isUpdateRatio { marks.append(Self.healthy(theme)) }
    for (index, reading) in readings.enumerated() {
      let color = theme.color(ofSeries: index)
      let curve = DepthCurve(quantity, reading)
      let points = Self.drawable(curve.measured)
      marks.append(
        .line(
          Self.drawable(curve.theory), color: color, width: theme.hairline * 1.6, dash: Self.dash))
      marks.append(
        .line(
          points, color: color, width: theme.line,
          label: isLast && readings.count > 1 ? reading.title : nil))
      dots += points.filter { $0.y.isFinite }.map {
        Dot($0, shape: .ofClass(index + 1), color: color, scale: 0.55)
      }
    }
    marks.append(.dots(dots))
    let count = readings.map(\.layerCount).max() ?? 1
    // What is drawn of an update is the first one, whatever the epoch.
    let isLater = readings.contains { $0.step.epoch > 0 }
    return Panel(
      title: quantity.name(words),
      subtitle: quantity.isUpdateRatio && isLater ? words(.update, "1") : "",
      x: Axis(
        words(.layerAxis), domain: 0.6...Double(count) + 0.4,
        ticks: .fixed(.at((1...count).map(Double.init)))),
      y: Axis(
        isFirst && !quantity.isUpdateRatio ? words(.standardDeviation) : "", transform: .log,
        hasGrid: true), marks: marks)
  }

  /// What a line cannot say: that a deviation is 0, which has no place on the axis.
  static func notes(
    _ quantities: [DepthQuantity], _ readings: [MeasuredLayers], _ words: Words
  ) -> [String] {
    var notes: [String] = []
    for reading in readings {
      // Quantities that are 0 in as many layers share a line.
      var named: [(place: String, names: [String])] = []
      for quantity in quantities {
        let values = DepthCurve(quantity, reading).measured
        let zeros = values.filter { $0 == 0 || $0.isNaN }.count
        guard zeros > 0 else { continue }
        let place =
          zeros == values.count ? words(.everyLayer) : words(.layersCounted, String(zeros))
        if let index = named.firstIndex(where: { $0.place == place }) {
          named[index].names.append(quantity.name(words))
        } else {
          named.append((place, [quantity.name(words)]))
        }
      }
      for (place, names) in named {
        notes.append(
          words(.zeroDeviation, reading.title, names.joined(separator: ", "), place))
      }
    }
    return notes
  }

  /// The ratio that is often taken as healthy, as a stripe from half of it to twice as much.
  static func healthy(_ theme: Theme) -> Mark {
    .band(0.0005...0.002, of: .up, color: theme.shade)
  }

  /// A logarithmic scale has no place for 0.
  private static func drawable(_ values: [Double]) -> [Point] {
    values.enumerated().map { index, value in
      Point(Double(index + 1), value > 0 && value.isFinite ? value : .nan)
    }
  }
}

/// The numbers of one line: one for each layer.
struct DepthCurve {
  let measured: [Double]
  /// What wide layers would have; empty without a theory.
  let theory: [Double]

  init(_ quantity: DepthQuantity, _ reading: MeasuredLayers) {
    guard let layers = quantity.layers else {
      measured =
        UpdatePairs(reading.trace).first.map {
          Array($0.ratios.prefix(reading.layerCount))
        } ?? []
      theory = []
      return
    }
    guard let statistics = reading.statistics(LayerStatistics.Bins(count: 1)) else {
      (measured, theory) = ([], [])
      return
    }
    measured = (0..<reading.layerCount).map {
      layers.distribution(in: statistics.layers[$0]).deviation
    }
    theory =
      reading.theory(statistics).map { field in
        (0..<reading.layerCount).compactMap { layers.theory(field.layers[$0]) }
      } ?? []
  }
}
