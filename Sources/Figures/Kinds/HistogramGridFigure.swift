import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// Histograms of the activations, gradients or weights of every hidden layer, a row for each scenario.
///
/// Above each histogram stands the measured standard deviation and, in parentheses, that of very wide
/// layers with such weights (mean field theory); inside, the share of saturated activations where
/// it is 1 % or more. All histograms of a row, or of the whole figure, have one axis. Numbers that
/// are all 0 make no histogram: the figure says so in words.
public struct HistogramGridFigure: Figure {
  /// The word in lesson files.
  public static let kind = "histogram-grid"
  /// The line of the guide.
  public static let summary =
    "histograms of activations or gradients, a row for each scenario, a column for each layer"
  /// A section that shows it off.
  public static let example = """
    kind: histogram-grid
    scenario: hidden-layer
    epoch: 0
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    MeasuredLayers.epochField, LayerQuantity.field, LayerInputs.field,
    Field(
      "axes", .choice(["row", "figure"]), summary: "whether each row has its own axis, or all one",
      defaultText: "figure for bounded activations, else row"),
    Field("bins", .integer(min: 5, max: 99), summary: "bars in a histogram", defaultText: "27"),
  ]

  private let scenarios: [LocatedText]
  private let epoch: EpochChoice?
  private let quantity: LayerQuantity
  private let inputs: LayerInputs
  private let axes: String?
  private let bins: Int

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epoch = reader.has("epoch") ? try EpochChoice.one("epoch", in: &reader) : nil
    quantity = try LayerQuantity.decode(&reader)
    inputs = try LayerInputs.decode(&reader)
    axes = try reader.optionalChoice(
      "axes", of: "choice of axes", from: ["row", "figure"], naming: { $0 })
    bins = try reader.integer("bins", default: 27)
  }

  /// The scenarios at the epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: epoch?.schedule ?? .ends) }
  }

  /// Networks, which have layers.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      try starts.value(of: name, as: Trace.self).requireNetwork(for: Self.kind, at: name.location)
    }
  }

  /// Draws the grid.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let readings = try MeasuredLayers.readings(
      of: scenarios, epoch: epoch, inputs: inputs, for: Self.kind, outcomes, words)
    let scales = HistogramScales(
      readings, quantity: quantity, isOneForAll: axes.map { $0 == "figure" })
    let rows = readings.enumerated().map { index, reading in
      row(of: reading, over: scales.ranges[index], hasOwnAxis: !scales.isOneForAll, words)
    }
    let columns = readings.map(\.layerCount).max() ?? 0
    let grid = HistogramGrid(
      columns: (1...max(columns, 1)).map { words(.layer, String($0)) }, rows: rows,
      color: quantity.isGradient ? theme.gradient : theme.forward.opacity(0.72))
    let width = grid.width(in: theme, measuring: context.measurer)
    var plot = Plot(
      theme: theme, keys: [.note(words(quantity.word))],
      note: note(readings, scales, words),
      panels: [Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.histograms(grid)])],
      shape: .height(grid.height(in: theme)), minimumPanelWidth: width)
    if !theme.keepsProportion, width + 2 * theme.margin > theme.page.width {
      plot.pageWidth = width + 2 * theme.margin
    }
    return plot
  }

  private func row(
    of reading: MeasuredLayers, over range: ClosedRange<Double>, hasOwnAxis: Bool, _ words: Words
  ) -> HistogramRow {
    guard let statistics = reading.statistics(HistogramScales.bins(bins, .fixed(range))) else {
      return HistogramRow(title: reading.title, cells: [])
    }
    let isZero = statistics.layers.prefix(reading.layerCount).allSatisfy {
      quantity.distribution(in: $0).meanSquare == 0
    }
    return HistogramRow(
      title: reading.title, subtitle: hasOwnAxis ? Self.span(range, words) : "",
      cells: isZero ? [] : cells(of: reading, statistics, words),
      statement: isZero ? words(.allZeroInLayers, words(quantity.word)) : "")
  }

  private func cells(
    of reading: MeasuredLayers, _ statistics: LayerStatistics, _ words: Words
  ) -> [HistogramCell] {
    let theory = reading.theory(statistics)
    return (0..<reading.layerCount).map { layer in
      let summary = statistics.layers[layer]
      let distribution = quantity.distribution(in: summary)
      let expected = theory.flatMap { quantity.theory($0.layers[layer]) }
      guard distribution.meanSquare != 0 else {
        return HistogramCell(heights: [], caption: "0", remark: words(.allZero))
      }
      let share = quantity == .activations ? summary.saturatedShare ?? 0 : 0
      return HistogramCell(
        heights: Self.heights(distribution, zeros: reading.zeros(quantity, in: summary, layer)),
        caption: Shown.deviation(distribution.deviation),
        comparison: expected.map { "(" + Shown.deviation($0) + ")" } ?? "",
        remark: share >= 0.01 ? Shown.share(share) : "")
    }
  }

  /// The counts beside the tallest, without so many exact zeros, which would dwarf all else; what
  /// lies beyond an end stands in the last bar.
  private static func heights(_ distribution: Distribution, zeros: Int) -> [Double] {
    let histogram = distribution.histogram
    var counts = histogram.counts
    let (low, high) = (histogram.range.lowerBound, histogram.range.upperBound)
    let place = Int(-low / (high - low) * Double(counts.count))
    counts[min(max(place, 0), counts.count - 1)] -= zeros
    counts[0] += histogram.below
    counts[counts.count - 1] += histogram.above
    let tallest = Double(max(counts.max() ?? 1, 1))
    return counts.map { Double($0) / tallest }
  }

  /// Whether numbers of a hidden layer lie beyond the axis.
  private func reachesBeyond(_ reading: MeasuredLayers, _ range: ClosedRange<Double>) -> Bool {
    guard let statistics = reading.statistics(HistogramScales.bins(1, .fixed(range))) else {
      return false
    }
    return statistics.layers.prefix(reading.layerCount).contains {
      let histogram = quantity.distribution(in: $0).histogram
      return histogram.below + histogram.above > 0
    }
  }

  private static func span(_ range: ClosedRange<Double>, _ words: Words) -> String {
    if range.lowerBound == -range.upperBound {
      return words(.axisSpan, "±" + Shown.deviation(range.upperBound))
    }
    let ends = [range.lowerBound, range.upperBound].map(Shown.deviation)
    return words(.axisSpan, ends.joined(separator: "…"))
  }

  private func note(
    _ readings: [MeasuredLayers], _ scales: HistogramScales, _ words: Words
  ) -> String {
    let explanation = explanation(readings, scales, words).joined(separator: " · ")
    let span = scales.isOneForAll ? scales.ranges.first.map { Self.span($0, words) } : nil
    var prints = SmallPrint()
    for reading in readings {
      let axis = span.map { [Fact.words($0)] } ?? []
      prints.add(
        lines: [axis + reading.facts, reading.trace.facts(at: reading.step)], of: reading.title)
    }
    return ([explanation] + prints.shared(words)).joined(separator: "\n")
  }

  /// What stands above and inside the histograms, and what is left out of them.
  private func explanation(
    _ readings: [MeasuredLayers], _ scales: HistogramScales, _ words: Words
  ) -> [String] {
    let hasTheory = quantity.theoryExists && readings.contains { $0.hasTheory }
    var parts = [words(hasTheory ? .noteHistogram : .noteHistogramPlain)]
    let rectifiers = readings.flatMap { $0.rectifiers(quantity) }
    if quantity == .activations {
      let activations = readings.flatMap { $0.activations }
      if activations.contains(where: { !$0.traits.rectifies }) {
        parts.append(words(.noteSaturatedShare))
      }
      if !rectifiers.isEmpty { parts.append(words(.noteZeroShare)) }
    }
    if !rectifiers.isEmpty {
      let names = rectifiers.map { $0.name }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      parts.append(words(.noteZeros, names.joined(separator: ", ")))
    }
    if zip(readings, scales.ranges).contains(where: reachesBeyond) {
      parts.append(words(.noteBeyond))
    }
    return parts
  }
}

extension LayerQuantity {
  /// Whether a theory says how large the deviation should be.
  var theoryExists: Bool { self != .weights && self != .weightGradients }
}

/// The axes of the histograms of some scenarios.
private struct HistogramScales {
  /// The axis of each scenario.
  let ranges: [ClosedRange<Double>]
  /// Whether all of them are the same.
  let isOneForAll: Bool

  init(_ readings: [MeasuredLayers], quantity: LayerQuantity, isOneForAll wish: Bool?) {
    let bounds = readings.flatMap { reading in
      (0..<reading.layerCount).map { reading.step.network.layers[$0].activation.range }
    }
    let isBounded =
      quantity == .activations
      && bounds.allSatisfy { $0.lowerBound.isFinite && $0.upperBound.isFinite }
    isOneForAll = wish ?? isBounded
    var ranges =
      isBounded
      ? readings.map { _ in Self.union(bounds) }
      : readings.map { Self.range(of: $0, quantity) }
    if isOneForAll, !ranges.isEmpty {
      let union = Self.union(ranges)
      ranges = ranges.map { _ in union }
    }
    self.ranges = ranges
  }

  static func bins(_ count: Int, _ range: HistogramRange) -> LayerStatistics.Bins {
    LayerStatistics.Bins(
      count: count, preActivations: range, activations: range, gradients: range, weights: range)
  }

  /// Three deviations of the widest layer to both sides of 0, or from 0 on where nothing is negative.
  private static func range(
    of reading: MeasuredLayers, _ quantity: LayerQuantity
  ) -> ClosedRange<Double> {
    guard let statistics = reading.statistics(bins(1, .own)) else { return -1...1 }
    var (reach, isNegative) = (0.0, false)
    for layer in statistics.layers.prefix(reading.layerCount) {
      let distribution = quantity.distribution(in: layer)
      let size = 3 * distribution.meanSquare.squareRoot()
      if size.isFinite { reach = max(reach, size) }
      if distribution.histogram.range.lowerBound < 0 { isNegative = true }
    }
    guard reach > 0 else { return -1...1 }
    return isNegative ? -reach...reach : 0...reach
  }

  private static func union(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double> {
    let low = ranges.map(\.lowerBound).min() ?? -1
    let high = ranges.map(\.upperBound).max() ?? 1
    return low...high
  }
}
