/// An optimizer on its way: how many updates it has made and what it remembers of each parameter.
public struct OptimizerState: Equatable, Sendable {
  /// The rule; its learning rate may change between updates.
  public var optimizer: Optimizer
  /// How many parameters are updated.
  public let parameterCount: Int
  /// How many updates have been made.
  public private(set) var updateCount: Int
  // Both exist whatever the rule asks for: an empty array would be allocated anew in each update.
  private var first: [Double]
  private var second: [Double]

  init(optimizer: Optimizer, parameterCount: Int) {
    self.optimizer = optimizer
    self.parameterCount = parameterCount
    updateCount = 0
    first = [Double](repeating: 0, count: parameterCount)
    second = first
  }

  /// What the rule remembers under one of its `bufferNames`, a number for each parameter.
  public subscript(name: String) -> [Double]? {
    guard let index = optimizer.bufferNames.firstIndex(of: name) else { return nil }
    return index == 0 ? first : second
  }

  /// Makes one update of a list of parameters; `gradient` was taken at their old values.
  public mutating func update(_ parameters: inout [Double], with gradient: [Double]) {
    precondition(
      parameters.count == parameterCount && gradient.count == parameterCount,
      "\(parameters.count) parameters and \(gradient.count) derivatives for \(parameterCount)")
    updateCount += 1
    move(&parameters, gradient, from: 0)
  }

  /// Makes one update of a network; the bits are those of updating its `parameters`.
  public mutating func update(_ network: inout Network, with gradients: Gradients) {
    precondition(
      network.layers.count == gradients.weights.count,
      "gradients of \(gradients.weights.count) layers for a network of \(network.layers.count)")
    updateCount += 1
    var place = 0
    for index in network.layers.indices {
      move(&network.layers[index].weights.values, gradients.weights[index].values, from: place)
      place += gradients.weights[index].values.count
      move(&network.layers[index].biases, gradients.biases[index], from: place)
      place += gradients.biases[index].count
    }
    precondition(place == parameterCount, "\(place) parameters in a state of \(parameterCount)")
  }

  /// Makes one update of all parameters where they lie; `gradient` was taken at their old values.
  mutating func update(
    _ parameters: UnsafeMutablePointer<Double>, with gradient: UnsafePointer<Double>, count: Int
  ) {
    precondition(count == parameterCount, "\(count) parameters in a state of \(parameterCount)")
    updateCount += 1
    move(parameters, gradient, count: count, from: 0)
  }

  /// Moves a part of the parameters, the first of which is number `place` of all.
  private mutating func move(
    _ parameters: inout [Double], _ gradient: [Double], from place: Int
  ) {
    let count = gradient.count
    precondition(
      parameters.count == count && place + count <= parameterCount,
      "\(parameters.count) parameters and \(count) derivatives from number \(place)")
    parameters.withUnsafeMutableElements { parameters in
      gradient.withUnsafeElements { move(parameters, $0, count: count, from: place) }
    }
  }

  private mutating func move(
    _ parameters: UnsafeMutablePointer<Double>, _ gradient: UnsafePointer<Double>, count: Int,
    from place: Int
  ) {
    let settings = optimizer.settings
    first.withUnsafeMutableElements { first in
      second.withUnsafeMutableElements { second in
        optimizer.rule(
          OptimizerStep(
            number: updateCount, learningRate: optimizer.learningRate, settings: settings,
            count: count, parameters: parameters, gradient: gradient, first: first + place,
            second: second + place))
      }
    }
  }
}

/// One update of some parameters, as a rule sees it.
struct OptimizerStep {
  /// The number of the update, counted from 1.
  let number: Int
  let learningRate: Double
  /// The values of the hyper-parameters in the order of the rule.
  let settings: SIMD4<Double>
  let count: Int
  let parameters: UnsafeMutablePointer<Double>
  let gradient: UnsafePointer<Double>
  let first: UnsafeMutablePointer<Double>
  let second: UnsafeMutablePointer<Double>

  var indices: Range<Int> { 0..<count }

  /// The step of Adam; its settings begin with β₁, β₂ and ε.
  func moveByMoments() {
    let (beta1, beta2, epsilon) = (settings[0], settings[1], settings[2])
    let firstCorrection = 1 - power(beta1, number)
    let secondCorrection = 1 - power(beta2, number)
    for index in indices {
      let derivative = gradient[index]
      let mean = beta1 * first[index] + (1 - beta1) * derivative
      let square = beta2 * second[index] + (1 - beta2) * (derivative * derivative)
      first[index] = mean
      second[index] = square
      let root = (square / secondCorrection).squareRoot()
      parameters[index] -= learningRate * (mean / firstCorrection) / (root + epsilon)
    }
  }

  /// `base` to a power of 0 or more, by repeated squaring: the same bits everywhere.
  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var factor = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
