import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// The path of a perceptron's parameters: (w₁, w₂) in the plane, and w₁, w₂, b over the presentations.
///
/// Where the run is a cycle, one turn of it is drawn in the accent color and its length is said; the
/// rule is deterministic, so a state that returns exactly proves that training never ends.
public struct WeightOrbitFigure: Figure {
  /// The word in lesson files.
  public static let kind = "weight-orbit"
  /// The line of the guide.
  public static let summary =
    "the path of a perceptron's weights and bias, with the exact cycle where there is one"
  /// A section that shows it off.
  public static let example = """
    kind: weight-orbit
    scenario: perceptron
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"),
    Field(
      "turns", .integer(min: 1, max: 20), summary: "how often a cycle is drawn over time",
      defaultText: "3"),
  ]

  private let scenario: LocatedText
  private let turns: Int

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    turns = try reader.integer("turns", default: 3)
  }

  /// The perceptron's run holds every presentation, whatever the schedule.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: .ends)]
  }

  /// A perceptron of the plane.
  public func check(_ starts: Outcomes) throws(FigureError) {
    _ = try run(of: try starts.value(of: scenario, as: Trace.self))
  }

  private func run(of trace: Trace) throws(FigureError) -> PerceptronRun {
    try trace.requireTwoInputs(for: Self.kind, at: scenario.location)
    try trace.requireNoFeatures(for: Self.kind, at: scenario.location)
    return try trace.requirePerceptron(for: Self.kind, at: scenario.location)
  }

  /// Draws the orbit beside the series.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let run = try run(of: trace)
    let orbit = Orbit(run: run, turns: turns)
    let words = context.words
    var note = trace.facts.line(words)
    if let cycle = run.cycle {
      note +=
        " · " + words(.oneCycle, String(cycle.presentations), String(cycle.updates)) + "\n"
        + words(
          .orbitReturns, String(cycle.firstEpoch), String(cycle.firstEpoch + cycle.epochs))
    } else if let epoch = run.firstErrorFreeEpoch {
      note += " · " + words(.converged, String(run.updateCount), String(epoch))
    } else {
      note += " · " + words(.notSettled, String(run.mistakesPerEpoch.count))
    }
    return Plot(
      theme: context.theme, keys: orbit.keys(context), note: note,
      panels: [orbit.plane(context), orbit.series(context)], columns: 2,
      columnWeights: [1, 1.5], shape: .aspect(1))
  }
}

/// The states (w₁, w₂, b) of a run, the cycle continued as often as asked.
private struct Orbit {
  let states: [[Double]]
  /// Indices into `states` of the beginning and the end of one turn.
  let cycle: ClosedRange<Int>?

  init(run: PerceptronRun, turns: Int) {
    var states = [run.start.weights + [run.start.bias]]
    states += run.steps.map { $0.weights + [$0.bias] }
    guard let cycle = run.cycle, let rows = run.steps.last?.epoch, rows > 0 else {
      self.states = states
      self.cycle = nil
      return
    }
    // The run ends where the state first returns; the rule would repeat the last turn for ever.
    let perEpoch = cycle.presentations / max(cycle.epochs, 1)
    let begin = (cycle.firstEpoch - 1) * perEpoch
    let turn = Array(states[(begin + 1)...(begin + cycle.presentations)])
    states = Array(states[...(begin + cycle.presentations)])
    for _ in 1..<max(turns, 1) { states += turn }
    self.states = states
    self.cycle = begin...(begin + cycle.presentations)
  }

  func keys(_ context: FigureContext) -> [Key] {
    let (theme, words) = (context.theme, context.words)
    guard cycle != nil else { return [] }
    return [
      .dot(.diamond, theme.ink, words(.start)),
      .swatch(theme.accent.opacity(0.18), words(.cycles, String(distinctSteps))),
      .ring(theme.accent, words(.startWeights)),
    ]
  }

  private var distinctSteps: Int {
    guard let cycle else { return 0 }
    return cycle.dropFirst().filter { states[$0] != states[$0 - 1] }.count
  }

  /// (w₁, w₂) with arrows; the biases met at each place stand beside it.
  func plane(_ context: FigureContext) -> Panel {
    let (theme, words) = (context.theme, context.words)
    let end = cycle?.upperBound ?? states.count - 1
    var marks: [Mark] = []
    for index in 0..<end where place(index) != place(index + 1) {
      let isCycle = cycle.map { index >= $0.lowerBound } ?? false
      marks.append(
        .arrow(
          from: place(index), to: place(index + 1), color: isCycle ? theme.accent : theme.quietInk,
          width: isCycle ? theme.boldLine : theme.line))
    }
    marks += [.dots(visited(end, theme)), .labels(biasLabels(end, context)), room]
    return Panel(
      title: "(w₁, w₂)", subtitle: words(.biasBeside),
      x: Axis("w₁", ticks: ticks(0, context), hasGrid: true),
      y: Axis("w₂", ticks: ticks(1, context), hasGrid: true),
      marks: marks)
  }

  /// What is equally wide in all frames.
  private enum SharedSpan: Hashable { case weight(Int), places, lane }

  /// Whole numbers where the weights are whole and few, else round ones.
  private func ticks(_ component: Int, _ context: FigureContext) -> Axis.TickChoice {
    let values = states.map { $0[component] }
    let span = context.span(
      SharedSpan.weight(component), (values.min() ?? 0)...(values.max() ?? 0))
    guard values.allSatisfy({ $0 == $0.rounded(.toNearestOrEven) }),
      span.upperBound - span.lowerBound <= 8
    else { return .nice }
    return .fixed(.at(Array(stride(from: span.lowerBound, through: span.upperBound, by: 1))))
  }

  /// Keeps labels inside: some room around the outermost states.
  private var room: Mark {
    let extent = Extent(of: states.indices.map(place))
    guard let x = extent.x, let y = extent.y else { return .dots([]) }
    let reach = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound, 1) * 0.24
    let corners = [
      Point(x.lowerBound - reach, y.lowerBound - reach),
      Point(x.upperBound + reach, y.upperBound + reach),
    ]
    return Mark(extent: Extent(of: corners)) { _, _ in }
  }

  private func visited(_ end: Int, _ theme: Theme) -> [Dot] {
    var seen: [Point] = []
    var dots: [Dot] = []
    for index in 0...end where !seen.contains(place(index)) {
      seen.append(place(index))
      let isStart = cycle.map { place($0.lowerBound) == place(index) } ?? false
      dots.append(
        Dot(
          place(index), shape: index == 0 ? .diamond : .circle, color: theme.ink,
          scale: index == 0 ? 1.1 : 0.8, ring: isStart ? theme.accent : nil))
    }
    return dots
  }

  /// The biases met at each place, such as `b: 0, −1`.
  private func biasLabels(_ end: Int, _ context: FigureContext) -> [TextLabel] {
    let theme = context.theme
    var places: [Point] = []
    var biases: [[Double]] = []
    for index in 0...end {
      let bias = states[index][2]
      if let known = places.firstIndex(of: place(index)) {
        if !biases[known].contains(bias) { biases[known].append(bias) }
      } else {
        places.append(place(index))
        biases.append([bias])
      }
    }
    // Labels stand outward, where no arrow between the places can cross them.
    let span = context.span(SharedSpan.places, Extent(of: places).y ?? 0...0)
    let middle = (span.lowerBound + span.upperBound) / 2
    return zip(places, biases).map { place, biases in
      let isAbove = place.y >= middle
      return TextLabel(
        "b: " + biases.map(Shown.exact).joined(separator: " → "), at: place,
        offset: Size(0, theme.dot * (isAbove ? -2.6 : 2.6)), vertical: isAbove ? .bottom : .top,
        style: theme.tick, color: theme.ink, hasPlate: true)
    }
  }

  /// w₁, w₂ and b after each presentation as stairs, one lane for each.
  func series(_ context: FigureContext) -> Panel {
    let (theme, words) = (context.theme, context.words)
    let values = states.flatMap { $0 }
    let span = context.span(SharedSpan.lane, min(values.min() ?? 0, 0)...max(values.max() ?? 0, 0))
    let (low, high) = (span.lowerBound, span.upperBound)
    let lane = (high - low) * 1.45 + 0.001
    var marks: [Mark] = []
    if let cycle {
      marks.append(
        .band(
          Double(cycle.lowerBound)...Double(cycle.upperBound), of: .across,
          color: theme.accent.opacity(0.18)))
    }
    var ticks = Ticks.none
    for (index, (name, component)) in [("b", 2), ("w₂", 1), ("w₁", 0)].enumerated() {
      let base = Double(index) * lane
      marks += [
        .rule(at: base, of: .up, color: theme.frame, width: theme.hairline),
        .line(
          stairs(component, raisedBy: base), color: theme.ink, width: theme.line),
        // The name stands at the lane's zero, wherever the line ends.
        Mark(extent: Extent(), endLabel: EndLabel(text: name, y: base, color: theme.ink)) {
          _, _ in
        },
      ]
      for tick in Ticks.nice(low...high, count: 2).values {
        ticks.values.append(base + tick)
        ticks.labels.append(Shown.exact(tick))
      }
    }
    return Panel(
      title: "w₁, w₂, b", subtitle: words(.overTime), x: Axis(words(.presentation)),
      y: Axis(domain: low - lane * 0.12...2 * lane + high + lane * 0.12, ticks: .fixed(ticks)),
      marks: marks)
  }

  private func stairs(_ component: Int, raisedBy base: Double) -> [Point] {
    var points: [Point] = []
    for index in states.indices {
      if index > 0 { points.append(Point(Double(index), base + states[index - 1][component])) }
      points.append(Point(Double(index), base + states[index][component]))
    }
    return points
  }

  private func place(_ index: Int) -> Point { Point(states[index][0], states[index][1]) }
}
