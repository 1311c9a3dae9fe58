/// What is to be said of an activation besides its values: facts that no caller may tell by its name.
///
/// A test holds them against the function for every activation.
public struct ActivationTraits: Sendable, Equatable {
  /// Pre-activations at which the derivative jumps, ascending.
  public let kinks: [Double]
  /// Pre-activations at which the function itself jumps, ascending.
  public let jumps: [Double]
  /// Where a unit passes on hardly any gradient.
  public let saturation: Saturation
  /// Activations are exactly 0 for all pre-activations below this; nil if 0 is taken at single places only.
  public let zeroBelow: Double?
  /// The activation at pre-activation 0 if activations reach it exactly where pre-activations reach 0; else nil.
  ///
  /// A decision at that level can then be read before the activation, where it is straighter. Of a step
  /// any level between its two values is such a level; its middle is given.
  public let levelAtZero: Double?
  /// The derivative as a formula of the activation; nil if it is not that simple.
  public let closedSlope: ClosedSlope?
  /// What outputs are the probabilities of; nil if they are none.
  public let probabilities: ProbabilityModel?
  /// Whether outputs are told two classes by −1 and +1 instead of 0 and 1.
  public let hasSignedTargets: Bool
  /// What stands for the function in formulas, such as `σ`; nil for its name.
  public let symbol: String?
  /// What is written into the gate of a circuit, such as `ReLU`; nil for the symbol.
  public let gateLabel: String?

  /// Whether exact zeros stand beside values without a jump between them: so many that they dwarf the rest.
  public var rectifies: Bool { zeroBelow != nil && jumps.isEmpty }

  /// Makes traits; those left out are those of a smooth function that never saturates.
  public init(
    kinks: [Double] = [], jumps: [Double] = [], saturation: Saturation = .none,
    zeroBelow: Double? = nil, levelAtZero: Double? = nil, closedSlope: ClosedSlope? = nil,
    probabilities: ProbabilityModel? = nil, hasSignedTargets: Bool = false,
    symbol: String? = nil, gateLabel: String? = nil
  ) {
    self.kinks = kinks
    self.jumps = jumps
    self.saturation = saturation
    self.zeroBelow = zeroBelow
    self.levelAtZero = levelAtZero
    self.closedSlope = closedSlope
    self.probabilities = probabilities
    self.hasSignedTargets = hasSignedTargets
    self.symbol = symbol
    self.gateLabel = gateLabel
  }
}

/// The pre-activations at which an activation counts as saturated.
///
/// There its derivative tends to 0 and is never larger than `slopeShare` of the largest.
public struct Saturation: Sendable, Equatable {
  /// Share of the largest derivative, `1 − 0.99²`: that of tanh at ±0.99.
  public static let slopeShare = 1 - 0.99 * 0.99

  /// Saturated from here down; nil if the derivative does not tend to 0 on this side.
  public let below: Double?
  /// Saturated from here up; nil if the derivative does not tend to 0 on this side.
  public let above: Double?

  /// Makes a saturation on one side or on both.
  public init(below: Double? = nil, above: Double? = nil) {
    self.below = below
    self.above = above
  }

  /// The derivative tends to 0 on neither side.
  public static let none = Saturation()

  /// Saturated beyond a bound on both sides.
  static func beyond(_ bound: Double) -> Saturation { Saturation(below: -bound, above: bound) }

  /// Whether a pre-activation is saturated; NaN is not.
  public func holds(_ z: Double) -> Bool {
    if let below, z <= below { return true }
    if let above, z >= above { return true }
    return false
  }
}

/// A derivative as a formula of the activation `a`.
public enum ClosedSlope: Sendable, Equatable {
  /// 1
  case one
  /// `a (1 − a)`
  case logistic
  /// `1 − a²`
  case oneMinusSquare

  /// The derivative where the activation is `a`.
  public func value(atActivation a: Double) -> Double {
    switch self {
    case .one: 1
    case .logistic: a * (1 - a)
    case .oneMinusSquare: 1 - a * a
    }
  }
}

/// What the outputs of a layer are probabilities of, and with it the cross-entropy that fits them.
public enum ProbabilityModel: Sendable, Equatable {
  /// Each output of a yes by itself: sigmoid.
  case bernoulli
  /// The outputs together of one choice among them: softmax.
  case categorical
}

extension Activation {
  /// What stands for the function in formulas, such as `σ`.
  public var symbol: String { traits.symbol ?? name }

  /// What is written into the gate of a circuit, such as `ReLU`.
  public var gateLabel: String { traits.gateLabel ?? symbol }

  /// Share of a probability's range from either end within which a softmax counts as saturated.
  private static let probabilityEdge = 0.005

  /// How many of some units are saturated; nil if the function never is.
  ///
  /// Units of a softmax, which have no pre-activation of their own, are where their probability is within
  /// half a percent of 0 or 1.
  ///
  /// - Parameters:
  ///   - z: Pre-activations.
  ///   - a: The activations at `z`.
  /// - Returns: The number of saturated units.
  public func saturatedCount(preActivations z: [Double], activations a: [Double]) -> Int? {
    guard isElementwise else {
      return a.count { $0 < Self.probabilityEdge || $0 > 1 - Self.probabilityEdge }
    }
    guard traits.saturation != .none else { return nil }
    return z.count { traits.saturation.holds($0) }
  }
}
