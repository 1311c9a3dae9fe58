import Networks

/// Second derivatives, and curvatures, of a network and of functions of the plane.
func addCurvatures(to report: inout BitsReport) {
  var generator = SeededGenerator(seed: 4)
  let network = Network(
    inputCount: 2,
    shapes: [LayerShape(units: 3, activation: .tanh), LayerShape(units: 1, activation: .sigmoid)],
    using: &generator)
  let hessian = network.hessian(
    .binaryCrossEntropy, of: normal(5, 2, using: &generator),
    against: Matrix([[1], [0], [1], [0], [1]]))
  report.addSum("hessian", hessian.values)
  report.add("curvatures", SymmetricEigenvalues.of(hessian))
  for field in ScalarField.all {
    let position = field.domain.map { $0.lowerBound * 0.3 + $0.upperBound * 0.5 }
    report.add(
      "field " + field.name,
      [field.value(position)] + field.gradient(position) + field.hessian(position).values)
  }
}

/// What is drawn by chance: numbers, orders, weights, matrices.
func addDraws(to report: inout BitsReport) {
  var generator = SeededGenerator(seed: 5)
  report.add("normal", (0..<9).map { _ in generator.normal() })
  report.add("uniform", (0..<9).map { _ in generator.uniform(in: -2, 3) })
  report.add("order", generator.shuffled(20).map { Double($0) })
  for initializer in WeightInitializer.all {
    let weights = initializer.weights(rows: 3, columns: 4, using: &generator)
    report.add("weights " + initializer.name, weights.values)
  }
  for order in 1...4 {
    let estimate = GaussianOrthogonalEnsemble.estimate(n: order, samples: 2000, seed: 6)
    let exact = GaussianOrthogonalEnsemble.probabilityPositive(order) ?? .nan
    report.add("positive curvature", [Double(estimate.hits), estimate.standardError, exact])
  }
}

/// Expressions with the gradients of their variables, and a perceptron that goes round.
func addExpressions(to report: inout BitsReport) {
  let texts = ["(x + 2*y)^2 / (1 + exp(-x))", "max(x*y, 3) - 1.25*tanh(y)", "x^3 + ln(y)*sin(x)"]
  for text in texts {
    guard let expression = try? Expression(parsing: text) else {
      report.add("expression " + text, [.nan])
      continue
    }
    let graph = expression.graph(["x": 1.5, "y": 0.75])
    report.add(
      "expression " + text,
      [graph.nodes[graph.output].value, graph.gradient(of: "x"), graph.gradient(of: "y")])
  }
  let run = PerceptronRun.training(
    Perceptron(weights: [0.1, -0.2], bias: 0.3),
    inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
    targets: [0, 1, 1, 0], order: [0, 1, 2, 3], rate: 0.1, epochLimit: 50)
  report.add("perceptron", run.steps.flatMap { $0.weights + [$0.bias] }.suffix(24))
}
