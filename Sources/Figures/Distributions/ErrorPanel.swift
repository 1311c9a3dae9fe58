import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// Training and validation error along one setting, for one combination of the others.
struct ErrorPanel {
  private let part: SweepTable.Part
  private let places: [Double]
  private let axis: String
  private let showsLoss: Bool
  private let scale: ScaleTransform
  private let marksRegions: Bool
  private let floor: Double?
  private let context: FigureContext
  private let training: [Spread?]
  private let validation: [Spread?]

  init(
    _ part: SweepTable.Part, at places: [Double], axis: String, showsLoss: Bool,
    scale: ScaleTransform, marksRegions: Bool, floor: Double?, context: FigureContext
  ) {
    self.part = part
    self.places = places
    self.axis = axis
    self.showsLoss = showsLoss
    self.scale = scale
    self.marksRegions = marksRegions
    self.floor = floor
    self.context = context
    training = part.groups.map { members in
      Spread(of: members.compactMap { showsLoss ? $0.finalLoss : $0.finalAccuracy.map { 1 - $0 } })
    }
    validation = part.groups.map { members in
      Spread(
        of: members.compactMap {
          showsLoss ? $0.validationLoss : $0.validationAccuracy.map { 1 - $0 }
        })
    }
  }

  /// What the two colors and the two bands stand for.
  static func keys(_ theme: Theme, _ words: Words, hasFloor: Bool) -> [Key] {
    var keys: [Key] = [words(.training), words(.validation)].enumerated().map { index, name in
      .line(theme.color(ofSeries: index), width: theme.boldLine, dash: dash(index), name)
    }
    keys += [
      .swatch(theme.quietInk.opacity(0.42), words(.quartileBand)),
      .swatch(theme.quietInk.opacity(0.17), words(.wholeBand)),
    ]
    if hasFloor {
      keys.append(.line(theme.accent, width: theme.line, dash: FitPanel.dash, words(.trueFunction)))
    }
    return keys
  }

  var panel: Panel {
    let (theme, words) = (context.theme, context.words)
    let heights = self.heights
    var marks = marksRegions ? regions(heights) : []
    if let floor = floor.map(drawable), floor.isFinite {
      marks.append(
        .rule(at: floor, of: .up, color: theme.accent, width: theme.line, dash: FitPanel.dash))
    }
    for (index, spreads) in [training, validation].enumerated() {
      marks += curve(spreads, theme.color(ofSeries: index), dash: Self.dash(index))
    }
    return Panel(
      title: part.title,
      x: Axis(axis, transform: isGeometric ? .log : .linear, ticks: .fixed(.at(places))),
      y: Axis(
        words(showsLoss ? .lossAxis : .errorAxis), transform: scale, domain: heights,
        hasGrid: true), marks: marks)
  }

  /// Validation is dashed as well, so that the two are not told apart by color alone.
  private static func dash(_ series: Int) -> [Double] { series == 0 ? [] : [5, 2.5] }

  private func curve(_ spreads: [Spread?], _ color: Color, dash: [Double]) -> [Mark] {
    func values(_ pick: (Spread) -> Double) -> [Double] {
      spreads.map { $0.map { drawable(pick($0)) } ?? .nan }
    }
    let order = places.indices.sorted { places[$0] < places[$1] }
    func ordered(_ values: [Double]) -> [Double] { order.map { values[$0] } }
    let xs = ordered(places)
    let medians = zip(xs, ordered(values(\.median))).map { Point($0, $1) }
    let theme = context.theme
    return [
      .area(
        xs: xs, lower: ordered(values(\.least)), upper: ordered(values(\.greatest)),
        color: color.opacity(0.13)),
      .area(
        xs: xs, lower: ordered(values(\.lowerQuartile)), upper: ordered(values(\.upperQuartile)),
        color: color.opacity(0.28)),
      .line(medians, color: color, width: theme.boldLine, dash: dash),
      .dots(medians.filter { $0.y.isFinite }.map { Dot($0, color: color, scale: 0.7) }),
    ]
  }

  /// A dashed line at the least median of the validation error, and what lies beside it.
  private func regions(_ heights: ClosedRange<Double>) -> [Mark] {
    let medians = validation.map { $0?.median ?? .nan }
    let known = medians.indices.filter { medians[$0].isFinite }
    guard let best = known.min(by: { medians[$0] < medians[$1] }) else { return [] }
    let (theme, words) = (context.theme, context.words)
    let (least, most) = (places.min() ?? 0, places.max() ?? 0)
    var labels: [TextLabel] = []
    func label(_ text: String, _ anchor: HorizontalAnchor, _ offset: Double) {
      labels.append(
        TextLabel(
          text, at: Point(places[best], heights.upperBound),
          offset: Size(offset, theme.small.size * 0.7),
          horizontal: anchor, vertical: .top, style: theme.small, color: theme.quietInk))
    }
    let gap = theme.small.size * 0.6
    if places[best] > least { label(words(.underfitting), .end, -gap) }
    if places[best] < most { label(words(.overfitting), .start, gap) }
    return [
      .rule(
        at: places[best], of: .across, color: theme.quietInk, width: theme.line, dash: [3, 2.5]),
      .labels(labels),
    ]
  }

  /// A logarithmic scale has no place for 0.
  private func drawable(_ value: Double) -> Double {
    scale == .log && value <= 0 ? .nan : value
  }

  /// The values up: all of them, with room above for the names of the regions.
  private var heights: ClosedRange<Double> {
    let spreads = (training + validation).compactMap { $0 }
    let ends = (spreads.flatMap { [$0.least, $0.greatest] } + [floor].compactMap { $0 })
      .map(drawable).filter { $0.isFinite }
    guard let low = ends.min(), let high = ends.max(), low < high else { return 0...1 }
    if scale == .log {
      let span = Elementary.log(high / low)
      let room = marksRegions ? 0.16 : 0.05
      return low * Elementary.exp(-0.05 * span)...high * Elementary.exp(room * span)
    }
    let length = high - low
    // A median of 0 keeps its whole dot, off the frame.
    let floor = low == 0 ? -length * 0.025 : 0
    let bottom = low >= 0 && low < length * 0.3 ? floor : low - length * 0.05
    return bottom...high + length * (marksRegions ? 0.16 : 0.05)
  }

  /// Whether the places are better told apart by their ratios.
  private var isGeometric: Bool {
    guard let least = places.min(), let most = places.max(), least > 0 else { return false }
    return most / least >= 8
  }
}
