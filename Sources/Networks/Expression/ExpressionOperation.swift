extension ExpressionGraph {
  /// What a node does with its inputs.
  public enum Operation: String, Sendable, CaseIterable {
    /// A variable, whose value is given.
    case leaf
    /// A number of the expression itself.
    case const
    case add, sub, mul, div, neg
    /// A power; its exponent is a number, or else the second input.
    case pow
    case exp, log
    /// The larger or smaller of two numbers; equal ones count as the first.
    case max, min
    case relu, tanh, sigmoid, softplus, sqrt, sin, cos, abs

    /// The function of a name, or of another usual name for it; nil if there is none.
    static func function(named name: String) -> Operation? {
      switch name {
      case "exp": .exp
      case "log", "ln": .log
      case "max": .max
      case "min": .min
      case "relu", "ReLU": .relu
      case "tanh": .tanh
      case "sigmoid", "σ": .sigmoid
      case "softplus": .softplus
      case "sqrt": .sqrt
      case "sin": .sin
      case "cos": .cos
      case "abs": .abs
      default: nil
      }
    }

    /// The names of all functions, as an error lists them.
    public static let functionNames = [
      "exp", "log", "ln", "max", "min", "relu", "tanh", "sigmoid", "softplus", "sqrt", "sin", "cos",
      "abs",
    ]

    /// How many numbers a function takes.
    var argumentCount: Int { self == .max || self == .min ? 2 : 1 }
  }
}

extension ExpressionGraph.Operation {
  /// The value from those of the inputs; `b` is 0 of one input, and the exponent of a power.
  func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .leaf, .const: a
    case .add: a + b
    case .sub: a - b
    case .mul: a * b
    case .div: a / b
    case .neg: -a
    case .pow: power(a, b)
    case .exp: Elementary.exp(a)
    case .log: Elementary.log(a)
    case .max: a >= b || a.isNaN ? a : b
    case .min: a <= b || a.isNaN ? a : b
    case .relu: a > 0 || a.isNaN ? a : 0
    case .tanh: Elementary.tanh(a)
    case .sigmoid: Elementary.sigmoid(a)
    case .softplus: Elementary.softplus(a)
    case .sqrt: a.squareRoot()
    case .sin: Elementary.sin(a)
    case .cos: Elementary.cos(a)
    case .abs: a.magnitude
    }
  }

  /// The derivatives of `value` by the first and the second input.
  ///
  /// At a kink that of `relu` and `abs` is 0.
  func slopes(_ a: Double, _ b: Double, value: Double) -> (Double, Double) {
    switch self {
    case .leaf, .const: (0, 0)
    case .add: (1, 1)
    case .sub: (1, -1)
    case .mul: (b, a)
    case .div: (1 / b, -value / b)
    case .neg: (-1, 0)
    case .pow: (b == 0 ? 0 : b * power(a, b - 1), value * Elementary.log(a))
    case .exp: (value, 0)
    case .log: (1 / a, 0)
    case .max: a >= b || a.isNaN ? (1, 0) : (0, 1)
    case .min: a <= b || a.isNaN ? (1, 0) : (0, 1)
    case .relu: (a > 0 ? 1 : 0, 0)
    case .tanh: (1 - value * value, 0)
    case .sigmoid: (value * Elementary.sigmoid(-a), 0)
    case .softplus: (Elementary.sigmoid(a), 0)
    case .sqrt: (0.5 / value, 0)
    case .sin: (Elementary.cos(a), 0)
    case .cos: (-Elementary.sin(a), 0)
    case .abs: (a > 0 ? 1 : a < 0 ? -1 : a.isNaN ? a : 0, 0)
    }
  }
}

/// The power `base^exponent`, NaN of a negative base and a broken exponent; `x^0` is 1.
///
/// Whole exponents up to 1024 by repeated multiplication, 1/2 by the square root, others as
/// `e^(exponent ln base)`, which errs by about as many ulp as that exponent has size.
func power(_ base: Double, _ exponent: Double) -> Double {
  if exponent == 0.5 { return base.squareRoot() }
  guard exponent.magnitude <= 1024, exponent == Double(Int(exponent)) else {
    return Elementary.exp(exponent * Elementary.log(base))
  }
  var (result, square, rest) = (1.0, base, Int(exponent.magnitude))
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return exponent < 0 ? 1 / result : result
}
