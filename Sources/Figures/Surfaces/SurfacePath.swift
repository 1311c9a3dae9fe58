import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The way of one training over a plane of parameters, and how far the picture is from the truth.
struct SurfacePath {
  let trace: Trace
  let title: String
  private let projections: [SurfacePlane.Projection]
  /// The loss at the start, and what the plane has where the start is drawn.
  let start: LossSurface.PathPoint?

  init(
    trace: Trace, title: String, moments: PathMoments, plane: SurfacePlane,
    evaluator: LossEvaluator
  ) {
    self.trace = trace
    self.title = title
    projections = moments.parameters(of: trace).map { plane.project($0) }
    let surface = LossSurface(on: plane, alphas: [], betas: [], with: evaluator)
    start = surface.follow([trace.first.network.parameters], with: evaluator).first
  }

  /// Where the path is drawn.
  var places: [Point] { projections.map { Point($0.alpha, $0.beta) } }

  /// `loss 0.23` at the end.
  func score(_ words: Words) -> String { words(.loss, Shown.loss(trace.last.loss)) }

  /// What an expert asks: the training, and how far the picture is from the truth.
  func facts(_ words: Words) -> [Fact] {
    var facts = trace.facts
    guard trace.last.network.parameterCount > 2 else { return facts }
    let farthest = projections.map { $0.distance }.max() ?? 0
    facts.append(.words(words(.offPlane, NumberText.significant(farthest, digits: 2))))
    if let start {
      facts.append(
        .words(words(.drawnTruth, Shown.loss(start.loss), Shown.loss(start.drawnLoss))))
    }
    return facts
  }

  /// The path with a halo, dots at its moments, and its two ends.
  func marks(_ theme: Theme, color: Color, startColor: Color) -> [Mark] {
    var marks: [Mark] = [
      .line(
        places, color: theme.background.opacity(0.8), width: theme.boldLine * 1.8,
        countsForScales: false)
    ]
    // Dots that touch one another say nothing that the line does not; their edges stay below it.
    if places.count <= 150 {
      marks.append(.dots(places.dropFirst().map { Dot($0, color: color, scale: 0.35) }))
    }
    marks.append(.line(places, color: color, width: theme.line, countsForScales: false))
    if let first = places.first, let last = places.last {
      marks.append(
        .dots([
          Dot(first, color: theme.background, scale: 1.2, ring: startColor),
          Dot(last, color: color, scale: 1.3),
        ]))
    }
    return marks
  }
}

/// The moments at which a path is drawn.
enum PathMoments: String, CaseIterable {
  /// After every kept epoch.
  case epochs
  /// Before every update, and at the end.
  case updates

  /// The most updates that are followed.
  private static let mostUpdates = 5000

  var schedule: TraceSchedule {
    switch self {
    case .epochs: .logarithmic(120)
    case .updates: .first(Self.mostUpdates, .updates)
    }
  }

  /// The parameters at each moment, in order.
  func parameters(of trace: Trace) -> [[Double]] {
    var steps: [TraceStep]
    switch self {
    case .epochs: steps = trace.steps.filter { $0.moment != .beforeUpdate }
    case .updates:
      steps = trace.steps.filter { $0.moment == .beforeUpdate }
      steps.append(trace.last)
    }
    return steps.map { $0.network.parameters }
  }
}
