import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// Losses of one sigmoid unit as functions of its pre-activation, with their gradients beside them.
///
/// The numbers come from the engine's own passes over a network of one unit, z in and ŷ out, so that the
/// curves are what training sees. Where the answer is wrong and yet the gradient of a loss is below
/// 0.05, the stretch is shaded in the gradient's panel: there a unit learns hardly at all.
public struct LossFunctionCurvesFigure: Figure {
  /// The word in lesson files.
  public static let kind = "loss-function-curves"
  /// The line of the guide.
  public static let summary =
    "losses of a sigmoid unit against its pre-activation z, with their gradients beside them"
  /// A section that shows it off.
  public static let example = """
    kind: loss-function-curves
    losses: [half-sse, binary-cross-entropy]
    target: 0
    """
  /// The options.
  public static let fields = [
    Field(
      "losses", .list(of: .choice(Loss.all.map { $0.name })), summary: "which losses, in order",
      defaultText: "[sse, binary-cross-entropy]"),
    Field(
      "target", .integer(min: 0, max: 1), summary: "what the unit should answer", defaultText: "0"),
    Field(
      "reach", .number(max: 100, above: 0), summary: "z runs from minus this to this",
      defaultText: "6"),
  ]

  private let losses: [Loss]
  private let target: Int
  private let reach: Double
  private static let flat = 0.05

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    let named = try reader.choices("losses", of: "loss", from: Loss.all) { $0.name }
    losses = named.isEmpty ? [.squaredError, .binaryCrossEntropy] : named
    target = try reader.integer("target", default: 0)
    reach = try reader.number("reach", default: 6)
  }

  /// Functions alone: no scenario is run.
  public var requests: [ScenarioRequest] { [] }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Draws the losses at the left and their gradients at the right.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let z = Grid.axis(-reach...reach, count: 401)
    var values: [Mark] = []
    var slopes: [Mark] = []
    for (index, loss) in losses.enumerated() {
      let curve = SigmoidLoss(loss, target: Double(target), at: z)
      let color = theme.color(ofSeries: index)
      let name = words.name(of: loss)
      values.append(
        .line(
          zip(z, curve.losses).map { Point($0, $1) }, color: color, width: theme.boldLine,
          dash: Self.dashes[index % Self.dashes.count]))
      slopes.append(
        .line(
          zip(z, curve.slopes).map { Point($0, $1) }, color: color, width: theme.boldLine,
          dash: Self.dashes[index % Self.dashes.count], label: name))
      if let stalled = curve.stalled(below: Self.flat) {
        slopes.insert(.band(stalled, of: .across, color: theme.shade), at: 0)
      }
    }
    let zero: [Mark] = [.rule(at: 0, of: .across, color: theme.grid, width: theme.hairline)]
    return Plot(
      theme: theme,
      keys: losses.enumerated().map { index, loss in
        .line(
          theme.color(ofSeries: index), width: theme.boldLine,
          dash: Self.dashes[index % Self.dashes.count], words.name(of: loss))
      } + [.swatch(theme.shade, words(.stalled, NumberText.short(Self.flat, places: 2)))],
      note: note(words),
      panels: [
        Panel(title: "L(z)", x: Axis("z"), y: Axis(hasGrid: true), marks: zero + values),
        Panel(title: "dL/dz", x: Axis("z"), y: Axis(hasGrid: true), marks: zero + slopes),
      ], columns: 2, shape: .aspect(0.85), sharesX: true)
  }

  /// The target, and that of losses that have another sign for a no.
  private func note(_ words: Words) -> String {
    let signed = target == 0 ? losses.filter { $0.hasSignedTargets } : []
    let others = signed.map { words.name(of: $0) + ": y = −1" }
    return ([words(.noteSigmoidLoss, String(target))] + others).joined(separator: " · ")
  }

  private static let dashes: [[Double]] = [[], [7, 3], [2, 2.5], [8, 2.5, 2, 2.5]]
}

/// A loss of ŷ = σ(z) against one target, and its gradient with respect to z.
private struct SigmoidLoss {
  let z: [Double]
  let losses: [Double]
  let slopes: [Double]
  let target: Double

  init(_ loss: Loss, target: Double, at z: [Double]) {
    let unit = Network(
      layers: [Layer(weights: Matrix([[1]]), biases: [0], activation: .sigmoid)])
    let pass = unit.forward(Matrix(rows: z.count, columns: 1, values: z))
    // A hinge wants −1 and 1; each row counts by itself, so that nothing is averaged away.
    let wanted = loss.hasSignedTargets ? target * 2 - 1 : target
    let targets = Matrix(rows: z.count, columns: 1, repeating: wanted)
    let gradients = unit.backward(pass, against: targets, through: loss, averaged: false)
    self.z = z
    self.target = target
    // Row by row through the network, whose losses stay exact where ŷ rounds to 0 or 1.
    losses = z.map {
      unit.loss(loss, of: Matrix([[$0]]), against: Matrix([[wanted]]))
    }
    slopes = gradients.preActivations[0].column(0)
  }

  /// The end of the range where the answer is wrong and the gradient below `threshold` nevertheless.
  func stalled(below threshold: Double) -> ClosedRange<Double>? {
    let wrong = z.indices.filter {
      (target == 0 ? z[$0] > 0 : z[$0] < 0) && slopes[$0].magnitude < threshold
    }
    guard let first = wrong.first, let last = wrong.last, first < last else { return nil }
    return z[first]...z[last]
  }
}
