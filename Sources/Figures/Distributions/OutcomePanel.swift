import Languages
import Drawings
import Plotting
import Tracing

/// The outcomes of a sweep for one combination of its other settings, a row for each value.
struct OutcomePanel {
  private let part: SweepTable.Part
  private let table: SweepTable
  private let quantity: OutcomeQuantity
  private let scale: ScaleTransform
  private let levels: [OutcomeLevel]
  private let context: FigureContext
  /// Where trainings stand that never reached the threshold; nil if all did.
  private let never: Double?

  init(
    _ part: SweepTable.Part, of table: SweepTable, quantity: OutcomeQuantity,
    scale: ScaleTransform, levels: [OutcomeLevel], context: FigureContext
  ) {
    self.part = part
    self.table = table
    self.quantity = quantity
    self.scale = scale
    self.levels = levels
    self.context = context
    let isMissing =
      quantity == .epochs && table.sweep.members.contains { quantity.value($0) == nil }
    let last = Double(max(table.sweep.epochCount, 1))
    never = isMissing ? (scale == .log ? last * 1.8 : last * 1.12) : nil
  }

  private var theme: Theme { context.theme }
  private var words: Words { context.words }

  static func dotColor(_ theme: Theme) -> Color { theme.color(ofSeries: 0) }

  var panel: Panel {
    let rows = part.groups.count
    var marks: [Mark] = []
    if let never { marks.append(.band(last...never * 4, of: .across, color: theme.shade)) }
    for (index, members) in part.groups.enumerated() {
      marks += row(members, at: Double(rows - 1 - index))
    }
    marks += levelMarks(above: Double(rows) - 0.5)
    let names = table.axis.settings.map { setting in
      table.numbers == nil ? words.name(of: setting) : setting.lessonText
    }
    let top = Double(rows) - 0.5 + (levels.isEmpty ? 0 : 0.9)
    return Panel(
      title: part.title,
      x: Axis(
        words(isShare ? quantity.word : quantity.lossWord, threshold), transform: scale,
        domain: domain, ticks: ticks, hasGrid: true),
      y: Axis(
        table.numbers == nil ? "" : words.name(of: table.axis), domain: -0.5...top,
        ticks: .fixed(
          Ticks(
            values: names.indices.map { Double(rows - 1 - $0) }.reversed(),
            labels: names.reversed()))),
      marks: marks)
  }

  private func row(_ members: [SweepMember], at level: Double) -> [Mark] {
    let values = members.map { member in
      quantity.value(member).map(drawable) ?? never ?? .nan
    }
    var marks: [Mark] = []
    if let spread = Spread(of: values, ceiling: never) {
      let box = [
        Point(spread.lowerQuartile, level - 0.36), Point(spread.upperQuartile, level - 0.36),
        Point(spread.upperQuartile, level + 0.36), Point(spread.lowerQuartile, level + 0.36),
      ]
      marks.append(.polygon(box, color: theme.quietInk.opacity(0.25)))
      // Ends in the middle, where its name shall stand.
      let line = [-0.42, 0.42, 0].map { Point(spread.median, level + $0) }
      let label = quantity == .epochs ? reached(members, spread.median) : share(members)
      marks.append(.line(line, color: theme.ink, width: theme.line, label: label))
    }
    // Few dots may be large.
    marks.append(
      .swarm(
        values, at: level, reach: 0.34, color: Self.dotColor(theme),
        scale: members.count <= 12 ? 0.62 : 0.45))
    return marks
  }

  /// The median of the epochs and the share of trainings that have such a number.
  private func reached(_ members: [SweepMember], _ median: Double) -> String {
    let count = members.count { quantity.value($0) != nil }
    let middle = median == never ? "–" : NumberText.short(median, places: 1)
    return middle + " · " + Shown.share(Double(count) / Double(members.count))
  }

  /// The share of trainings that were learned, for the right of the row.
  private func share(_ members: [SweepMember]) -> String? {
    let solved = members.compactMap(table.isSolved)
    guard !solved.isEmpty else { return nil }
    return Shown.share(Double(solved.filter { $0 }.count) / Double(solved.count))
  }

  /// Dashed lines with their names on top, alternating in height where they are close.
  private func levelMarks(above top: Double) -> [Mark] {
    var labels: [TextLabel] = []
    for (index, level) in levels.sorted(by: { $0.value < $1.value }).enumerated() {
      let height = top + (index.isMultiple(of: 2) ? 0.22 : 0.64)
      let isFormula = Double(level.name) == nil
      let text =
        isFormula
        ? level.name + " = " + NumberText.fixed(level.value, places: 3)
        : NumberText.short(level.value, places: 3)
      labels.append(
        TextLabel(
          text, at: Point(level.value, height), style: theme.small, color: theme.accent,
          hasPlate: true))
    }
    return levels.map {
      .rule(
        at: $0.value, of: .across, color: theme.accent, width: theme.hairline * 1.4,
        dash: [3, 2.5])
    } + (labels.isEmpty ? [] : [.labels(labels)])
  }

  private var last: Double { Double(max(table.sweep.epochCount, 1)) }

  /// Whether what counts as learned is a share of rows; otherwise it is a loss.
  private var isShare: Bool { table.sweep.members.contains { $0.finalAccuracy != nil } }

  private var threshold: String {
    guard let threshold = table.sweep.threshold else { return "" }
    return isShare ? Shown.share(threshold) : Shown.loss(threshold)
  }

  /// A logarithmic scale has no place for 0.
  private func drawable(_ value: Double) -> Double {
    scale == .log && value <= 0 ? .nan : value
  }

  /// Epochs run from the first to the last, and a little beyond where some are not reached.
  private var domain: ClosedRange<Double>? {
    let values =
      table.sweep.members.compactMap(quantity.value).map(drawable)
      .filter { $0.isFinite } + levels.map(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    if quantity == .epochs {
      let start = scale == .log ? low / 1.2 : 0
      return start...(never.map { scale == .log ? $0 * 1.3 : $0 * 1.05 } ?? high * 1.2)
    }
    guard scale == .linear, low < high else { return nil }
    let room = (high - low) * 0.04
    return low - room...high + room
  }

  /// Round epochs, and `never` beyond the last.
  private var ticks: Axis.TickChoice {
    guard let never, let domain else { return .nice }
    var values = Ticks.nice(domain, count: 6, transform: scale).values.filter { $0 <= last }
    if scale == .log, values.count < 4 {
      values = [1, 10, 100, 1000, 10_000].flatMap { power in
        [1, 2, 3, 4, 5, 6, 8].map { $0 * power }
      }.filter { domain.contains($0) && $0 <= last }
    }
    return .fixed(
      Ticks(
        values: values + [never],
        labels: values.map { NumberText.short($0, places: 2) } + [words(.never)]))
  }
}
