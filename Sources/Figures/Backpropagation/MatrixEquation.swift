import Networks

/// An equation of matrices, to be drawn as tiles.
struct MatrixEquation {
  /// A piece of an equation.
  enum Part {
    case sign(String)
    /// A matrix by name; gradients are colored on a scale of their own.
    case matrix(String, Matrix, isGradient: Bool)
  }

  let parts: [Part]

  init(_ parts: Part...) { self.parts = parts }

  static func column(_ name: String, _ values: [Double], isGradient: Bool = false) -> Part {
    .matrix(
      name, Matrix(rows: values.count, columns: 1, values: values), isGradient: isGradient)
  }

  /// The largest absolute value among the matrices on either scale; 1 where there is none.
  static func reach(of equations: [MatrixEquation], isGradient: Bool) -> Double {
    var reach = 0.0
    for case .matrix(_, let matrix, isGradient) in equations.flatMap({ $0.parts }) {
      for value in matrix.values where value.isFinite { reach = max(reach, value.magnitude) }
    }
    return reach > 0 ? reach : 1
  }
}

/// The equations of one layer for one row.
struct LayerEquations {
  let pass: RowPass
  /// The layer, from 1.
  let layer: Int

  private var mark: String { pass.names.mark(layer) }
  private var layerCount: Int { pass.network.layers.count }
  private var shown: Layer { pass.network.layers[layer - 1] }
  private var z: [Double] { pass.forward.preActivations[layer - 1].row(0) }
  private var δ: [Double] { pass.backward.preActivations[layer - 1].row(0) }
  private var input: [Double] { pass.forward.activations[layer - 1].row(0) }

  private func activationName(_ layer: Int) -> String {
    layer == 0 ? "x" : layer == layerCount ? "ŷ" : "h" + pass.names.mark(layer)
  }

  var forward: [MatrixEquation] {
    [
      MatrixEquation(
        MatrixEquation.column("z" + mark, z), .sign("="),
        .matrix("W" + mark, shown.weights, isGradient: false), .sign("·"),
        MatrixEquation.column(activationName(layer - 1), input), .sign("+"),
        MatrixEquation.column("b" + mark, shown.biases)),
      MatrixEquation(
        MatrixEquation.column(activationName(layer), pass.forward.activations[layer].row(0)),
        .sign("= " + shown.activation.name), MatrixEquation.column("z" + mark, z)),
    ]
  }

  var backward: [MatrixEquation] {
    [
      delta,
      MatrixEquation(
        .matrix("∂L/∂W" + mark, pass.backward.weights[layer - 1], isGradient: true), .sign("="),
        MatrixEquation.column("δ" + mark, δ, isGradient: true), .sign("·"),
        .matrix(
          transposed(activationName(layer - 1)),
          Matrix(rows: 1, columns: input.count, values: input), isGradient: false)),
      MatrixEquation(
        MatrixEquation.column(
          "∂L/∂b" + mark, pass.backward.biases[layer - 1], isGradient: true), .sign("="),
        MatrixEquation.column("δ" + mark, δ, isGradient: true)),
    ]
  }

  private func transposed(_ name: String) -> String { name + "ᵀ" }

  private var delta: MatrixEquation {
    let result = MatrixEquation.column("δ" + mark, δ, isGradient: true)
    let slopes = MatrixEquation.column(
      "f′(z" + mark + ")", shown.activation.derivatives(at: z))
    guard layer == layerCount else {
      let next = pass.network.layers[layer]
      let name = pass.names.mark(layer + 1)
      return MatrixEquation(
        result, .sign("= ("),
        .matrix(transposed("W" + name), next.weights.transposed, isGradient: false), .sign("·"),
        MatrixEquation.column(
          "δ" + name, pass.backward.preActivations[layer].row(0), isGradient: true),
        .sign(") ⊙"), slopes)
    }
    if pass.isDifferenceAtOutput {
      return MatrixEquation(
        result, .sign("="), MatrixEquation.column("ŷ", pass.forward.outputs.row(0)), .sign("−"),
        MatrixEquation.column("y", pass.targets.row(0)))
    }
    return MatrixEquation(
      result, .sign("="),
      MatrixEquation.column(
        "∂L/∂ŷ", pass.backward.activations[layer].row(0), isGradient: true),
      .sign("⊙"), slopes)
  }
}
