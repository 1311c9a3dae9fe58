public import Networks

/// The rule by which a training changed its parameters.
public enum LearningRule: Equatable, Sendable {
  /// Steps along the gradient of a loss.
  case gradientDescent(Optimizer)
  /// The perceptron rule: a mistake moves the weights by the rate times the input.
  case perceptron(rate: Double)

  /// The learning rate.
  public var learningRate: Double {
    switch self {
    case .gradientDescent(let optimizer): optimizer.learningRate
    case .perceptron(let rate): rate
    }
  }

  /// The rule as exports write it, such as `sgd(rate 0.5)`.
  var exportText: String {
    switch self {
    case .gradientDescent(let optimizer): optimizer.exportText
    case .perceptron(let rate): "perceptron(rate \(NumberForm.text(rate)))"
    }
  }
}

/// Where the first parameters of a training came from.
public enum FirstParameters: Equatable, Sendable {
  /// The lesson gives each of them.
  case given
  /// Weights were drawn by the initializer of their layer, one for each layer; biases are 0.
  case drawn(by: [WeightInitializer])
}

/// How a training was set up: what can be said of all its moments, before it ran.
public struct TrainingSetup: Equatable, Sendable {
  /// How parameters are changed.
  public let rule: LearningRule
  /// The loss that is minimized; nil for a perceptron.
  public let loss: Loss?
  /// Number of epochs that were asked for, 0 or more; a training that diverges makes fewer.
  public let epochs: Int
  /// Rows in a batch; 1 for a perceptron.
  public let batchSize: Int
  /// Where the first weights and biases came from.
  public let firstParameters: FirstParameters
  /// Seed of the scenario.
  public let seed: UInt64
  /// Whether another seed would have changed anything: first weights, rows, or their order.
  public let isSeeded: Bool

  /// Makes a setup.
  public init(
    rule: LearningRule, loss: Loss?, epochs: Int, batchSize: Int,
    firstParameters: FirstParameters, seed: UInt64, isSeeded: Bool
  ) {
    self.rule = rule
    self.loss = loss
    self.epochs = epochs
    self.batchSize = batchSize
    self.firstParameters = firstParameters
    self.seed = seed
    self.isSeeded = isSeeded
  }
}

extension Optimizer {
  /// The rule with all its numbers as exports write it, such as `momentum(rate 0.1, momentum 0.9)`.
  var exportText: String {
    let rest = hyperparameters.map { ", \($0.name) \(NumberForm.text($0.value))" }
    return "\(name)(rate \(NumberForm.text(learningRate))\(rest.joined()))"
  }
}
