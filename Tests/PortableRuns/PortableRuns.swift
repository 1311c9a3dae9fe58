import Networks

/// Small computations of every part of `Networks`, the same natively and in a browser.
///
/// Natively they run on the C kernels, in a browser on those in Swift; the bits must be equal.
public func portableRuns() -> BitsReport {
  var report = BitsReport()
  addFunctions(to: &report)
  addGradients(to: &report)
  addProducts(to: &report)
  addTrainings(to: &report)
  addCurvatures(to: &report)
  addDraws(to: &report)
  addExpressions(to: &report)
  return report
}

/// Values and derivatives of every activation, and other functions, at arguments of all kinds.
private func addFunctions(to report: inout BitsReport) {
  let places = [
    -.infinity, -1e300, -746, -40, -3, -1.1, -0.5, -1e-20, -0x1p-1074, -0.0, 0, 0x1p-1060, 1e-9,
    0.3, 0.5, 1, 2.6, 7, 39, 710, 1e17, .infinity, .nan,
  ]
  for activation in Activation.all {
    report.add("value " + activation.name, activation.values(at: places))
    if activation.isElementwise {
      report.add("derivative " + activation.name, activation.derivatives(at: places))
    }
  }
  let finite = places.filter { $0.isFinite }
  report.add("exp", places.map { Elementary.exp($0) })
  report.add("expm1", places.map { Elementary.expm1($0) })
  report.add("log", places.map { Elementary.log($0) })
  report.add("log1p", places.map { Elementary.log1p($0) })
  report.add("erf", places.map { Elementary.erf($0) })
  report.add("erfc", places.map { Elementary.erfc($0) })
  report.add("sin", finite.map { Elementary.sin($0) })
  report.add("cos", finite.map { Elementary.cos($0) })
  let bins = BinCounts(of: places, in: -1...1, bins: 5)
  let counts = bins.counts + [bins.below, bins.above, bins.nonFinite]
  report.add("bins", counts.map { Double($0) })
}

/// The loss and all gradients of a small network, for every activation and loss.
private func addGradients(to report: inout BitsReport) {
  let inputs = Matrix([[0.7, -1.1], [0.4, 1.3], [-0.9, 0.2]])
  let targets = Matrix([[1, 0], [0.3, 0.7], [0.5, 0.25]])
  for activation in Activation.all {
    for loss in Loss.all {
      // Losses of probabilities take the output that gives them.
      let fitting = Activation.all.first { loss.probabilities == $0.traits.probabilities }
      let output = loss.probabilities == nil ? activation : fitting ?? activation
      let network = Network(layers: [
        Layer(
          weights: Matrix([[0.5, -0.3], [0.8, 0.45], [-0.6, 0.9]]), biases: [0.15, -0.2, 0.3],
          activation: activation),
        Layer(
          weights: Matrix([[0.7, -0.4, 0.6], [-0.55, 0.8, 0.35]]), biases: [0.25, -0.15],
          activation: output),
      ])
      let gradients = network.backward(network.forward(inputs), against: targets, through: loss)
      report.add(
        "gradients " + activation.name + " " + loss.name, [gradients.loss] + gradients.flat)
    }
  }
}

/// Products of matrices within and beyond the blocks of the C kernel.
private func addProducts(to report: inout BitsReport) {
  var generator = SeededGenerator(seed: 1)
  for (rows, depth, columns) in [(3, 5, 7), (9, 2, 33), (66, 257, 131), (3, 300, 40)] {
    let left = normal(rows, depth, using: &generator)
    let right = normal(depth, columns, using: &generator)
    report.addSum("product", (left * right).values)
    report.addSum("product of transposes", right.transposed.multiplied(byTransposeOf: left).values)
  }
}

func normal(
  _ rows: Int, _ columns: Int, using generator: inout SeededGenerator
) -> Matrix {
  Matrix(
    rows: rows, columns: columns, values: (0..<rows * columns).map { _ in generator.normal() })
}
