import Networks

/// One line of a calculation by hand: a quantity, its formula, the formula with numbers, the result.
struct WorkedStep: Equatable, Sendable {
  /// What is computed.
  enum Quantity: String, CaseIterable, Sendable {
    case z, activation, loss, delta, weights, biases

    /// Whether it is computed on the way back.
    var isBackward: Bool { self == .delta || self == .weights || self == .biases }
  }

  let quantity: Quantity
  /// The name, such as `δ₁⁽¹⁾`.
  let name: String
  /// The right side in symbols.
  let formula: String
  /// The right side with the numbers filled in; empty where it would say nothing new.
  let numbers: String
  let value: Double
}

/// Every step of the backpropagation of one row, in the order in which a person computes them.
struct WorkedSteps {
  let pass: RowPass
  let number: ShownNumber

  private var names: UnitNames { pass.names }
  private var layerCount: Int { pass.network.layers.count }

  var all: [WorkedStep] {
    var steps = (1...layerCount).flatMap { layer in
      units(layer).flatMap { [preActivation(layer, $0), activation(layer, $0)] }
    }
    steps.append(loss)
    for layer in (1...layerCount).reversed() {
      steps += units(layer).map { delta(layer, $0) }
      steps += units(layer).flatMap { unit in
        inputs(layer).map { weight(layer, unit, $0) } + [bias(layer, unit)]
      }
    }
    return steps
  }

  private func units(_ layer: Int) -> Range<Int> { 0..<pass.network.layers[layer - 1].fanOut }
  private func inputs(_ layer: Int) -> Range<Int> { 0..<pass.network.layers[layer - 1].fanIn }

  private func a(_ layer: Int, _ unit: Int) -> Double { pass.forward.activations[layer][0, unit] }
  private func z(_ layer: Int, _ unit: Int) -> Double {
    pass.forward.preActivations[layer - 1][0, unit]
  }
  private func δ(_ layer: Int, _ unit: Int) -> Double {
    pass.backward.preActivations[layer - 1][0, unit]
  }

  private func preActivation(_ layer: Int, _ unit: Int) -> WorkedStep {
    let shown = pass.network.layers[layer - 1]
    let terms = inputs(layer).map { input in
      names.weight(layer, unit, input) + " " + names.activation(layer - 1, input)
    }
    let products = inputs(layer).map { input -> String in
      let product = number.product(shown.weights[unit, input].magnitude, a(layer - 1, input))
      let sign = shown.weights[unit, input] < 0 ? "−" : "+"
      return input == 0 ? (sign == "−" ? "−" : "") + product : " \(sign) " + product
    }
    let bias = shown.biases[unit]
    return WorkedStep(
      quantity: .z, name: names.preActivation(layer, unit),
      formula: (terms + [names.bias(layer, unit)]).joined(separator: " + "),
      numbers: products.joined() + (bias < 0 ? " − " : " + ") + number(bias.magnitude),
      value: z(layer, unit))
  }

  private func activation(_ layer: Int, _ unit: Int) -> WorkedStep {
    let activation = pass.network.layers[layer - 1].activation
    let (name, z) = (names.preActivation(layer, unit), number(z(layer, unit)))
    let function = activation.symbol
    let isIdentity = activation == .identity
    return WorkedStep(
      quantity: .activation, name: names.activation(layer, unit),
      formula: isIdentity ? name : "\(function)(\(name))",
      numbers: isIdentity ? z : "\(function)(\(z))", value: a(layer, unit))
  }

  private var loss: WorkedStep {
    let text = LossText(pass: pass, number: number)
    return WorkedStep(
      quantity: .loss, name: "L", formula: text.formula, numbers: text.numbers,
      value: pass.backward.loss)
  }

  private func delta(_ layer: Int, _ unit: Int) -> WorkedStep {
    let slope = SlopeText(pass: pass, number: number, layer: layer, unit: unit)
    let name = names.delta(layer, unit)
    guard layer == layerCount else {
      let next = pass.network.layers[layer]
      let targets = units(layer + 1)
      let terms = targets.map {
        names.weight(layer + 1, $0, unit) + " " + names.delta(layer + 1, $0)
      }
      let sum = terms.joined(separator: " + ")
      let numbers = targets.map { target in
        number.product(next.weights[target, unit], δ(layer + 1, target))
      }.joined(separator: " + ")
      let isOne = terms.count == 1
      return WorkedStep(
        quantity: .delta, name: name,
        formula: (isOne ? sum : "(\(sum))") + " · " + slope.formula,
        numbers: (isOne ? numbers : "(\(numbers))") + " × " + slope.numbers, value: δ(layer, unit))
    }
    let (output, target) = (names.activation(layer, unit), names.target(unit))
    guard !pass.isDifferenceAtOutput else {
      return WorkedStep(
        quantity: .delta, name: name, formula: "\(output) − \(target)",
        numbers: number(a(layer, unit)) + " − " + number.factor(pass.targets[0, unit]),
        value: δ(layer, unit))
    }
    return WorkedStep(
      quantity: .delta, name: name, formula: "∂L/∂\(output) · " + slope.formula,
      numbers: number(pass.backward.activations[layer][0, unit]) + " × " + slope.numbers,
      value: δ(layer, unit))
  }

  private func weight(_ layer: Int, _ unit: Int, _ input: Int) -> WorkedStep {
    WorkedStep(
      quantity: .weights, name: "∂L/∂" + names.weight(layer, unit, input),
      formula: names.delta(layer, unit) + " " + names.activation(layer - 1, input),
      numbers: number.product(δ(layer, unit), a(layer - 1, input)),
      value: pass.backward.weights[layer - 1][unit, input])
  }

  private func bias(_ layer: Int, _ unit: Int) -> WorkedStep {
    WorkedStep(
      quantity: .biases, name: "∂L/∂" + names.bias(layer, unit),
      formula: names.delta(layer, unit), numbers: number(δ(layer, unit)),
      value: pass.backward.biases[layer - 1][unit])
  }
}

/// The slope of an activation, in symbols and with numbers.
private struct SlopeText {
  let formula: String
  let numbers: String

  init(pass: RowPass, number: ShownNumber, layer: Int, unit: Int) {
    let (a, value) = (pass.names.activation(layer, unit), pass.forward.activations[layer][0, unit])
    let activation = pass.network.layers[layer - 1].activation
    switch activation.traits.closedSlope {
    case .logistic:
      formula = "\(a) (1 − \(a))"
      numbers = number.factor(value) + " × (1 − " + number.factor(value) + ")"
    case .oneMinusSquare:
      formula = "(1 − \(a)²)"
      let square = value < 0 ? number.factor(value) : number(value)
      numbers = "(1 − \(square)²)"
    case .one:
      formula = "1"
      numbers = number.factor(pass.slope(layer, unit))
    case nil:
      formula = "\(activation.name)′(\(pass.names.preActivation(layer, unit)))"
      numbers = number.factor(pass.slope(layer, unit))
    }
  }
}

/// The loss of one row, in symbols and with numbers.
private struct LossText {
  let formula: String
  let numbers: String

  init(pass: RowPass, number: ShownNumber) {
    let layer = pass.network.layers.count
    let (a, y) = (pass.names.activation(layer, 0), pass.names.target(0))
    let (output, target) = (pass.forward.outputs[0, 0], pass.targets[0, 0])
    guard pass.network.outputCount == 1 else {
      (formula, numbers) = ("L(ŷ, y)", "")
      return
    }
    switch pass.loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum:
      formula = "−\(y) ln \(a) − (1 − \(y)) ln(1 − \(a))"
      switch target {
      case 1: numbers = "−ln \(number(output))"
      case 0: numbers = "−ln(1 − \(number(output)))"
      default:
        numbers =
          "−\(number(target)) ln \(number(output)) − \(number(1 - target)) "
          + "ln(1 − \(number(output)))"
      }
    case .halfSquaredError, .squaredError, .meanSquaredError:
      let half = pass.loss == .halfSquaredError ? "½ " : ""
      formula = "\(half)(\(a) − \(y))²"
      numbers = "\(half)(\(number(output)) − \(number.factor(target)))²"
    default: (formula, numbers) = ("L(ŷ, y)", "")
    }
  }
}
