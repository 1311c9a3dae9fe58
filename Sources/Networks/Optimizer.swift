/// A rule that turns gradients into steps.
///
/// In the formulas `p` is a parameter, `g` its derivative at the old `p`, `η` the learning rate and
/// `t = 1, 2, ...` the number of the update; buffers start at 0. The rules are those of PyTorch.
public struct Optimizer: Sendable, Equatable, CustomStringConvertible {
  /// A number that a rule has besides the learning rate.
  public struct Hyperparameter: Sendable, Equatable {
    /// The name used in lessons, such as `momentum` or `weight-decay`.
    public let name: String
    /// Its value.
    public var value: Double
  }

  /// The name used in lessons.
  public let name: String
  /// The learning rate `η`.
  public var learningRate: Double
  /// The other numbers of the rule, at most four, in the order of its factory.
  public private(set) var hyperparameters: [Hyperparameter]
  /// What the rule remembers of each parameter between updates, at most two things.
  public let bufferNames: [String]
  /// The values of `hyperparameters`, where a rule finds them at once.
  private(set) var settings: SIMD4<Double>
  let rule: @Sendable (OptimizerStep) -> Void

  private init(
    _ name: String, _ learningRate: Double, _ hyperparameters: [(String, Double)] = [],
    buffers: [String] = [], rule: @escaping @Sendable (OptimizerStep) -> Void
  ) {
    self.name = name
    self.learningRate = learningRate
    self.hyperparameters = hyperparameters.map { Hyperparameter(name: $0.0, value: $0.1) }
    settings = SIMD4()
    for (place, pair) in hyperparameters.enumerated() { settings[place] = pair.1 }
    bufferNames = buffers
    self.rule = rule
  }

  /// The value of a hyper-parameter, `learning-rate` too; nil if the rule has none of that name.
  public subscript(hyperparameter name: String) -> Double? {
    if name == "learning-rate" { return learningRate }
    return hyperparameters.first { $0.name == name }?.value
  }

  /// The same rule with another value of a hyper-parameter; nil if it has none of that name.
  public func setting(_ name: String, to value: Double) -> Optimizer? {
    var changed = self
    if name == "learning-rate" {
      changed.learningRate = value
    } else {
      guard let index = hyperparameters.firstIndex(where: { $0.name == name }) else { return nil }
      changed.hyperparameters[index].value = value
      changed.settings[index] = value
    }
    return changed
  }

  /// The state before the first update of so many parameters.
  public func start(parameterCount: Int) -> OptimizerState {
    OptimizerState(optimizer: self, parameterCount: parameterCount)
  }

  /// Whether both have the same name and the same numbers.
  public static func == (left: Optimizer, right: Optimizer) -> Bool {
    left.name == right.name && left.learningRate == right.learningRate
      && left.hyperparameters == right.hyperparameters
  }

  /// The name used in lessons.
  public var description: String { name }

  /// The optimizer of a name with its default numbers; nil if unknown.
  public static func named(_ name: String) -> Optimizer? { all.first { $0.name == name } }

  /// Every optimizer that a lesson can name, with its default numbers.
  public static let all: [Optimizer] = [
    sgd(), momentum(), nesterov(), adagrad(), rmsprop(), adam(), adamw(),
  ]

  /// Plain gradient descent: `p ← p - ηg`.
  ///
  /// - Source: Robbins & Monro 1951; PyTorch `SGD`
  public static func sgd(learningRate: Double = 0.1) -> Optimizer {
    Optimizer("sgd", learningRate) { step in
      for index in step.indices {
        step.parameters[index] -= step.learningRate * step.gradient[index]
      }
    }
  }

  /// Gradient descent with momentum: `v ← μv + g`, `p ← p - ηv`; buffer `velocity`.
  ///
  /// - Source: Polyak 1964; PyTorch `SGD(momentum=)`
  public static func momentum(
    learningRate: Double = 0.01, momentum: Double = 0.9
  ) -> Optimizer {
    Optimizer("momentum", learningRate, [("momentum", momentum)], buffers: ["velocity"]) { step in
      let momentum = step.settings[0]
      for index in step.indices {
        let velocity = momentum * step.first[index] + step.gradient[index]
        step.first[index] = velocity
        step.parameters[index] -= step.learningRate * velocity
      }
    }
  }

  /// Momentum that looks ahead: `v ← μv + g`, `p ← p - η(g + μv)`; buffer `velocity`.
  ///
  /// - Source: Sutskever, Martens, Dahl & Hinton 2013; PyTorch `SGD(nesterov=True)`
  public static func nesterov(
    learningRate: Double = 0.01, momentum: Double = 0.9
  ) -> Optimizer {
    Optimizer("nesterov", learningRate, [("momentum", momentum)], buffers: ["velocity"]) { step in
      let momentum = step.settings[0]
      for index in step.indices {
        let gradient = step.gradient[index]
        let velocity = momentum * step.first[index] + gradient
        step.first[index] = velocity
        step.parameters[index] -= step.learningRate * (gradient + momentum * velocity)
      }
    }
  }

  /// Steps scaled by all gradients so far: `s ← s + g²`, `p ← p - ηg/(√s + ε)`; buffer `square-sum`.
  ///
  /// - Source: Duchi, Hazan & Singer 2011; PyTorch `Adagrad`
  public static func adagrad(learningRate: Double = 0.01, epsilon: Double = 1e-10) -> Optimizer {
    Optimizer("adagrad", learningRate, [("epsilon", epsilon)], buffers: ["square-sum"]) { step in
      let epsilon = step.settings[0]
      for index in step.indices {
        let gradient = step.gradient[index]
        let squares = step.first[index] + gradient * gradient
        step.first[index] = squares
        step.parameters[index] -= step.learningRate * gradient / (squares.squareRoot() + epsilon)
      }
    }
  }

  /// Steps scaled by recent gradients: `s ← αs + (1 - α)g²`, `p ← p - ηg/(√s + ε)`.
  ///
  /// Buffer `square-mean`, without correction for its start at 0.
  /// - Source: Tieleman & Hinton 2012, lecture 6.5; PyTorch `RMSprop`
  public static func rmsprop(
    learningRate: Double = 0.01, alpha: Double = 0.99, epsilon: Double = 1e-8
  ) -> Optimizer {
    Optimizer(
      "rmsprop", learningRate, [("alpha", alpha), ("epsilon", epsilon)], buffers: ["square-mean"]
    ) { step in
      let (alpha, epsilon) = (step.settings[0], step.settings[1])
      for index in step.indices {
        let gradient = step.gradient[index]
        let squares = alpha * step.first[index] + (1 - alpha) * (gradient * gradient)
        step.first[index] = squares
        step.parameters[index] -= step.learningRate * gradient / (squares.squareRoot() + epsilon)
      }
    }
  }

  /// Momentum in units of recent gradients: `m ← β₁m + (1 - β₁)g`, `v ← β₂v + (1 - β₂)g²`,
  /// `p ← p - η (m/(1 - β₁ᵗ)) / (√(v/(1 - β₂ᵗ)) + ε)`.
  ///
  /// Buffers `first-moment` and `second-moment`.
  /// - Source: Kingma & Ba 2015, algorithm 1; PyTorch `Adam`
  public static func adam(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8
  ) -> Optimizer {
    Optimizer(
      "adam", learningRate, [("beta1", beta1), ("beta2", beta2), ("epsilon", epsilon)],
      buffers: ["first-moment", "second-moment"]
    ) { step in
      step.moveByMoments()
    }
  }

  /// Adam with weight decay `λ` apart from the gradient: first `p ← p(1 - ηλ)`, then as `adam`.
  ///
  /// - Source: Loshchilov & Hutter 2019, algorithm 2; PyTorch `AdamW`
  public static func adamw(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) -> Optimizer {
    Optimizer(
      "adamw", learningRate,
      [
        ("beta1", beta1), ("beta2", beta2), ("epsilon", epsilon), ("weight-decay", weightDecay),
      ], buffers: ["first-moment", "second-moment"]
    ) { step in
      let kept = 1 - step.learningRate * step.settings[3]
      for index in step.indices { step.parameters[index] *= kept }
      step.moveByMoments()
    }
  }
}
