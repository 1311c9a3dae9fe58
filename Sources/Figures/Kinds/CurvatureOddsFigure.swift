import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// How seldom a random Hessian curves up in every direction, against the number of directions.
///
/// The exact probability for matrices of the Gaussian orthogonal ensemble, a seeded count of drawn
/// matrices beside it where there are hits, and the naive 2⁻ⁿ, which forgets that eigenvalues repel
/// each other. Hessians of real networks are not of this ensemble: the figure is an analogy.
/// - Source: Dean and Majumdar 2006 for the ensemble; `GaussianOrthogonalEnsemble` for the numbers.
public struct CurvatureOddsFigure: Figure {
  /// The word in lesson files.
  public static let kind = "curvature-odds"
  /// The line of the guide.
  public static let summary =
    "the probability that a random Hessian curves up in all n directions, against n"
  /// A section that shows it off.
  public static let example = """
    kind: curvature-odds
    dimensions: 6
    samples: 5000
    """
  /// The options.
  public static let fields = [
    Field(
      "dimensions", .integer(min: 2, max: 8), summary: "n runs from 1 to this", defaultText: "8"),
    Field(
      "samples", .integer(min: 100, max: 10_000_000), summary: "matrices drawn for each n",
      defaultText: "200000"),
    Field("draw-seed", .integer(min: 0), summary: "seed of the draws", defaultText: "0"),
  ]

  private let dimensions: Int
  private let samples: Int
  private let seed: Int

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    dimensions = try reader.integer("dimensions", default: 8)
    samples = try reader.integer("samples", default: 200_000)
    seed = try reader.integer("draw-seed", default: 0)
  }

  /// Random matrices alone: no scenario is run.
  public var requests: [ScenarioRequest] { [] }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Random matrices that were counted.
  private struct DrawsKey: ValueKey {
    typealias Value = [(hits: Int, share: Double, standardError: Double)]
    let dimensions: Int
    let samples: Int
    let seed: Int
  }

  /// Draws the three probabilities on one logarithmic axis.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let exact = (1...dimensions).compactMap { n in
      GaussianOrthogonalEnsemble.probabilityPositive(n).map { Point(Double(n), $0) }
    }
    let naive = (1...dimensions).map { Point(Double($0), Elementary.exp(-Double($0) * Self.ln2)) }
    let key = DrawsKey(dimensions: dimensions, samples: samples, seed: seed)
    let drawn = context.computed(key) {
      (1...dimensions).map { n in
        GaussianOrthogonalEnsemble.estimate(n: n, samples: samples, seed: UInt64(seed + n))
      }
    }
    let lowest = exact.last?.y ?? 1e-10
    let ticks = Ticks(
      values: (1...dimensions).map(Double.init), labels: (1...dimensions).map(String.init))
    let total = NumberText.count(samples)
    return Plot(
      theme: theme,
      keys: [
        .line(theme.ink, width: theme.boldLine, dash: [], words(.exactOdds)),
        .dot(.circle, theme.accent, words(.drawnOdds, total)),
        .line(theme.quietInk, width: theme.line, dash: [5, 3], words(.naiveOdds)),
      ],
      note: [words(.noteEnsemble), words(.noteHits, total, hits(drawn), String(seed))]
        .joined(separator: "\n"),
      panels: [
        Panel(
          x: Axis(
            words(.dimensionAxis), domain: 0...Double(dimensions) + 0.6, ticks: .fixed(ticks)),
          y: Axis(
            words(.oddsAxis), transform: .log, domain: lowest / 8...2, hasGrid: true),
          marks: marks(exact, naive, drawn, theme, words))
      ], shape: theme.keepsProportion ? .fill : .aspect(0.62))
  }

  private static let ln2 = Elementary.log(2)

  private func marks(
    _ exact: [Point], _ naive: [Point],
    _ drawn: [(hits: Int, share: Double, standardError: Double)], _ theme: Theme, _ words: Words
  ) -> [Mark] {
    let oneHit = 1 / Double(samples)
    var marks: [Mark] = [
      .band(0...oneHit, of: .up, color: theme.shade),
      .line(naive, color: theme.quietInk, width: theme.line, dash: [5, 3]),
      .dots(naive.map { Dot($0, color: theme.quietInk, scale: 0.6) }),
      .line(exact, color: theme.ink, width: theme.boldLine),
      .dots(exact.map { Dot($0, color: theme.ink) }),
    ]
    for (index, estimate) in drawn.enumerated() where estimate.hits > 0 {
      let n = Double(index + 1)
      let error = 2 * estimate.standardError
      // A bar that reaches 0 reaches the axis.
      let low = max(estimate.share - error, oneHit / 1e9)
      marks += [
        .line(
          [Point(n, low), Point(n, estimate.share + error)], color: theme.accent,
          width: theme.line, countsForScales: false),
        .dots([Dot(Point(n, estimate.share), color: theme.accent, scale: 0.55)]),
      ]
    }
    var labels = exact.map { point in
      TextLabel(
        words(.oneIn, Self.odds(1 / point.y)), at: point, offset: Size(-1.9 * theme.dot, 4),
        horizontal: .end, vertical: .top, style: theme.tick)
    }
    if let last = naive.last {
      labels.append(
        TextLabel(
          words(.oneIn, Self.odds(1 / last.y)), at: last, offset: Size(0, -1.6 * theme.dot),
          horizontal: .middle, vertical: .bottom, style: theme.tick, color: theme.quietInk))
    }
    labels.append(
      TextLabel(
        words(.oneHit), at: Point(0, oneHit), offset: Size(theme.tick.size * 0.5, 3),
        horizontal: .start, vertical: .top, style: theme.small, color: theme.quietInk))
    return marks + [.labels(labels)]
  }

  /// `6.83`, `407`, `7 137`, `1.1×10⁷`.
  private static func odds(_ value: Double) -> String {
    if value < 100 { return NumberText.short(value, places: value < 10 ? 2 : 1) }
    return value < 1e6
      ? NumberText.count(Int(value.rounded(.toNearestOrEven)))
      : NumberText.significant(value, digits: 3)
  }

  private func hits(_ drawn: [(hits: Int, share: Double, standardError: Double)]) -> String {
    drawn.map { NumberText.count($0.hits) }.joined(separator: ", ")
  }
}
