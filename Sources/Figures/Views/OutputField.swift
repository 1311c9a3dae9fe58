import Networks
import Plotting
import Tracing

/// A network's answers over a rectangle of its two inputs, ready to be drawn.
struct OutputField {
  /// The output of each output unit over the mesh.
  let outputs: [Grid]
  /// What is 0 where the decision changes and positive where the later class wins; one a boundary.
  let margins: [Grid]
  /// What the ends of the color ramp stand for.
  var domain: ClosedRange<Double>

  /// Cells across and up; enough that a straight edge looks straight at 3 inches.
  static let resolution = 121

  /// The answers of a network over a mesh of `x` by `y`, `resolution` a side.
  ///
  /// The mesh is of the two inputs of the network, or of the two raw inputs of `data`, whose features
  /// the network then gets.
  init(
    of network: Network, on data: Dataset? = nil, encoding: TargetEncoding,
    x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int = Self.resolution
  ) {
    let xs = Grid.axis(x, count: resolution)
    let ys = Grid.axis(y, count: resolution)
    let points = Matrix.mesh(xs: xs, ys: ys)
    let pass = network.forward(data?.modelInputs(fromRaw: points) ?? points)
    let grids = (0..<network.outputCount).map { unit in
      Grid(xs: xs, ys: ys, values: pass.outputs.column(unit))
    }
    outputs = grids
    guard grids.count == 1 else {
      domain = 0...1
      margins = Self.classMargins(grids)
      return
    }
    let natural = encoding.outputDomain(of: grids[0])
    // A step has only two answers: pale colors tell them apart, and leave the dots the stage.
    let jumps = network.layers[network.layers.count - 1].activation.traits.jumps
    let room = !jumps.isEmpty ? (natural.upperBound - natural.lowerBound) * 0.9 : 0
    domain = natural.lowerBound - room...natural.upperBound + room
    // A number to be predicted is no decision.
    guard encoding != .value else {
      margins = []
      return
    }
    margins = [
      DecisionMargin(of: network, encoding: encoding).grid(of: pass, xs: xs, ys: ys)
    ]
  }

  /// For each class, its output less the greatest of the others.
  private static func classMargins(_ grids: [Grid]) -> [Grid] {
    grids.indices.map { class_ in
      var margin = grids[class_]
      for index in margin.values.indices {
        var best = -Double.infinity
        for other in grids.indices where other != class_ {
          best = max(best, grids[other].values[index])
        }
        margin.values[index] -= best
      }
      return margin
    }
  }
}

/// How far a single output unit is from changing its decision, measured where it is straightest.
struct DecisionMargin {
  /// Whether the margin is read before the activation, where the boundary of the last layer is linear.
  let readsPreActivation: Bool
  /// The value at which the decision changes.
  let level: Double

  init(of network: Network, encoding: TargetEncoding) {
    let activation = network.layers[network.layers.count - 1].activation
    readsPreActivation = activation.traits.levelAtZero == encoding.decisionLevel
    level = readsPreActivation ? 0 : encoding.decisionLevel
  }

  func grid(of pass: ForwardPass, xs: [Double], ys: [Double]) -> Grid {
    let source =
      readsPreActivation ? pass.preActivations[pass.preActivations.count - 1] : pass.outputs
    return Grid(xs: xs, ys: ys, values: source.values.map { $0 - level })
  }
}

extension Matrix {
  /// The points of a mesh, `[points × 2]`, line after line in the direction of x.
  static func mesh(xs: [Double], ys: [Double]) -> Matrix {
    var values: [Double] = []
    values.reserveCapacity(2 * xs.count * ys.count)
    for y in ys { for x in xs { values += [x, y] } }
    return Matrix(rows: xs.count * ys.count, columns: 2, values: values)
  }
}

extension TargetEncoding {
  /// What the ends of the color ramp stand for when outputs of this encoding are drawn.
  func outputDomain(of grid: Grid) -> ClosedRange<Double> {
    switch self {
    case .zeroOne, .plusMinusOne, .oneHot, .plusMinusOneHot: return levels.low...levels.high
    case .value:
      let range = grid.finiteRange ?? 0...1
      let reach = max(range.lowerBound.magnitude, range.upperBound.magnitude)
      return reach > 0 ? -reach...reach : -1...1
    }
  }
}
