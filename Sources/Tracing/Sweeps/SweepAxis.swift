public import Networks

/// One setting with the values that a sweep goes through, each once, at least one.
public enum SweepAxis: Equatable, Sendable {
  /// Number of units of every hidden layer.
  case units([Int])
  /// Number of rows that are kept for learning, as `DataSpec.take`.
  case rows([Int])
  /// Number of hidden layers: the first ones of the network, the last of them over and over.
  case layers([Int])
  /// How the first weights of every layer are drawn.
  case initializer([WeightInitializer])
  /// Activation of every hidden layer.
  case activation([Activation])
  /// Learning rate.
  case rate([Double])
  /// Rows in a batch; nil means all rows.
  case batch([Int?])

  /// The values, in their order.
  public var settings: [SweepSetting] {
    switch self {
    case .units(let counts): counts.map { .units($0) }
    case .rows(let counts): counts.map { .rows($0) }
    case .layers(let counts): counts.map { .layers($0) }
    case .initializer(let initializers): initializers.map { .initializer($0) }
    case .activation(let activations): activations.map { .activation($0) }
    case .rate(let rates): rates.map { .rate($0) }
    case .batch(let sizes): sizes.map { .batch($0) }
    }
  }

  /// Name of the setting in lesson files.
  public var name: String {
    switch self {
    case .units: "units"
    case .rows: "rows"
    case .layers: "layers"
    case .initializer: "initializer"
    case .activation: "activation"
    case .rate: "rate"
    case .batch: "batch"
    }
  }

  /// Whether a larger value makes a larger network.
  public var growsNetwork: Bool {
    switch self {
    case .units, .layers: true
    case .rows, .initializer, .activation, .rate, .batch: false
    }
  }
}

/// One value of one setting of a sweep.
public enum SweepSetting: Equatable, Sendable {
  /// Number of units of every hidden layer.
  case units(Int)
  /// Number of rows that are learned from.
  case rows(Int)
  /// Number of hidden layers.
  case layers(Int)
  /// How the first weights of every layer are drawn.
  case initializer(WeightInitializer)
  /// Activation of every hidden layer.
  case activation(Activation)
  /// Learning rate.
  case rate(Double)
  /// Rows in a batch; nil means all rows.
  case batch(Int?)

  /// The value as a number; nil for what is none: a name, or all rows.
  public var number: Double? {
    switch self {
    case .units(let count), .rows(let count), .layers(let count): Double(count)
    case .rate(let rate): rate
    case .batch(let size): size.map { Double($0) }
    case .initializer, .activation: nil
    }
  }

  /// The value as lesson files write it.
  public var lessonText: String {
    switch self {
    case .units(let count), .rows(let count), .layers(let count): String(count)
    case .initializer(let initializer): initializer.lessonText
    case .activation(let activation): activation.name
    case .rate(let rate): NumberForm.text(rate)
    case .batch(let size): size.map { String($0) } ?? "all"
    }
  }
}

extension WeightInitializer {
  /// The initializer as lesson files write it, such as `he-normal` or `uniform 0.5`.
  var lessonText: String {
    guard self != .zeros, let fixedScale else { return name }
    return "\(name) \(NumberForm.text(fixedScale))"
  }
}
