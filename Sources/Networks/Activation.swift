/// A function from the pre-activations `z` of a layer to its activations `a`, with its derivative.
///
/// Nearly all are elementwise, `aᵢ = f(zᵢ)`; softmax takes the units of a sample together. The
/// functions work on whole buffers, and an element's bits do not depend on its neighbors. NaN gives
/// NaN; infinities give the limits.
public struct Activation: Sendable {
  /// Writes the activations of `count` pre-activations.
  typealias Values =
    @Sendable (
      _ z: UnsafePointer<Double>, _ a: UnsafeMutablePointer<Double>, _ count: Int
    ) -> Void

  /// Writes the derivatives `da/dz` at `count` pre-activations whose activations are known.
  typealias Derivatives =
    @Sendable (
      _ z: UnsafePointer<Double>, _ a: UnsafePointer<Double>,
      _ derivative: UnsafeMutablePointer<Double>, _ count: Int
    ) -> Void

  /// The word for it in lesson files, such as `leaky-relu`; also its identity.
  public let name: String

  /// The function of `z` in plain text, such as `1 / (1 + e⁻ᶻ)`.
  public let formula: String

  /// Where the activations lie; the ends may be infinite, and may be approached only.
  public let range: ClosedRange<Double>

  /// Where the derivative is largest, possibly infinity; nil where it has no derivative of its own.
  public let steepestPoint: Double?

  /// Facts about the function that figures and statistics go by.
  public let traits: ActivationTraits

  private let kind: Kind

  private enum Kind: Sendable {
    case elementwise(Values, Derivatives)
    case softmax
  }

  /// Makes an elementwise activation from functions on buffers.
  init(
    name: String, formula: String, range: ClosedRange<Double>, steepestPoint: Double,
    traits: ActivationTraits, values: @escaping Values, derivatives: @escaping Derivatives
  ) {
    self.name = name
    self.formula = formula
    self.range = range
    self.steepestPoint = steepestPoint
    self.traits = traits
    kind = .elementwise(values, derivatives)
  }

  /// Makes an elementwise activation from a function of one number and its derivative.
  ///
  /// - Parameters:
  ///   - name: The word for it; two activations of the same name count as equal.
  ///   - formula: The function of `z` in plain text.
  ///   - range: Where the activations lie.
  ///   - steepestPoint: Where the derivative is largest.
  ///   - traits: Facts about the function.
  ///   - value: The activation at a pre-activation.
  ///   - derivative: The derivative at a pre-activation.
  public init(
    name: String, formula: String, range: ClosedRange<Double>, steepestPoint: Double,
    traits: ActivationTraits, value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (Double) -> Double
  ) {
    self.init(
      name: name, formula: formula, range: range, steepestPoint: steepestPoint, traits: traits,
      values: { z, a, count in
        for index in 0..<count { a[index] = value(z[index]) }
      },
      derivatives: { z, _, result, count in
        for index in 0..<count { result[index] = derivative(z[index]) }
      })
  }

  /// Makes the softmax, the only activation that takes units together.
  init(softmaxNamed name: String, formula: String) {
    self.name = name
    self.formula = formula
    range = 0...1
    steepestPoint = nil
    traits = ActivationTraits(probabilities: .categorical)
    kind = .softmax
  }

  /// Whether each activation depends on its own pre-activation only.
  public var isElementwise: Bool {
    switch kind {
    case .elementwise: true
    case .softmax: false
    }
  }

  /// The largest derivative, or what it approaches; nil for softmax.
  public var maximumDerivative: Double? {
    steepestPoint.map { derivative(at: $0) }
  }

  /// Returns the activation at one pre-activation.
  public func value(at z: Double) -> Double {
    values(at: [z])[0]
  }

  /// Returns the derivative at one pre-activation; there must be one, so not of softmax.
  public func derivative(at z: Double) -> Double {
    derivatives(at: [z])[0]
  }

  /// Returns the activations at pre-activations, which for softmax are the units of one sample.
  public func values(at z: [Double]) -> [Double] {
    var result = z
    result.withUnsafeMutableElements { write(z, rows: 1, columns: z.count, into: $0) }
    return result
  }

  /// Returns the derivatives at pre-activations; the activation must be elementwise.
  ///
  /// Where a function saturates, the error is small beside the largest derivative, not beside the
  /// derivative itself: those that follow from the activation, as 1 - a², are computed from it.
  public func derivatives(at z: [Double]) -> [Double] {
    guard case .elementwise(_, let derivatives) = kind else {
      preconditionFailure("\(name) has no elementwise derivative")
    }
    var result = z
    let count = z.count
    let a = values(at: z)
    result.withUnsafeMutableElements { target in
      z.withUnsafeElements { z in
        a.withUnsafeElements { a in derivatives(z, a, target, count) }
      }
    }
    return result
  }
}

extension Activation {
  /// Writes the activations at the pre-activations `z`, `[samples x units]`, to `a`.
  ///
  /// `a` keeps its memory if the shape fits.
  func forward(_ z: Matrix, into a: inout Matrix) {
    a.reshape(rows: z.rows, columns: z.columns)
    a.withMutableElements { write(z.values, rows: z.rows, columns: z.columns, into: $0) }
  }

  /// Writes the derivatives of a loss by the pre-activations to `dz`.
  ///
  /// All are `[samples x units]`; `dz` keeps its memory if the shape fits.
  ///
  /// - Parameters:
  ///   - z: The pre-activations.
  ///   - a: The activations at `z`.
  ///   - da: The derivatives of the loss by the activations.
  ///   - dz: Where to put the derivatives by the pre-activations.
  func backward(_ z: Matrix, _ a: Matrix, _ da: Matrix, into dz: inout Matrix) {
    precondition(
      z.shape == a.shape && z.shape == da.shape,
      "no derivatives by \(z.shape) from \(a.shape) and \(da.shape)")
    dz.reshape(rows: z.rows, columns: z.columns)
    dz.withMutableElements { dz in
      z.withElements { zs in
        a.withElements { a in
          da.withElements { da in
            differentiate(zs, a, da, rows: z.rows, columns: z.columns, into: dz)
          }
        }
      }
    }
  }

  /// Writes the derivatives by the pre-activations, row after row, to `dz`.
  func differentiate(
    _ z: UnsafePointer<Double>, _ a: UnsafePointer<Double>, _ da: UnsafePointer<Double>,
    rows: Int, columns: Int, into dz: UnsafeMutablePointer<Double>
  ) {
    switch kind {
    case .elementwise(_, let derivatives):
      derivatives(z, a, dz, rows * columns)
      for index in 0..<(rows * columns) { dz[index] *= da[index] }
    case .softmax:
      Softmax.differentiate(a, da, rows: rows, columns: columns, into: dz)
    }
  }

  private func write(
    _ z: [Double], rows: Int, columns: Int, into a: UnsafeMutablePointer<Double>
  ) {
    z.withUnsafeElements { write($0, rows: rows, columns: columns, into: a) }
  }

  /// Writes the activations of pre-activations that lie row after row.
  func write(
    _ z: UnsafePointer<Double>, rows: Int, columns: Int, into a: UnsafeMutablePointer<Double>
  ) {
    switch kind {
    case .elementwise(let values, _): values(z, a, rows * columns)
    case .softmax: Softmax.write(z, rows: rows, columns: columns, into: a)
    }
  }
}

extension Activation: Equatable, CustomStringConvertible {
  /// Whether two activations have the same name.
  public static func == (left: Activation, right: Activation) -> Bool {
    left.name == right.name
  }

  /// The name.
  public var description: String { name }

  /// The activation of a name, or of another usual name for it; nil if there is none.
  public static func named(_ name: String) -> Activation? {
    let usual =
      switch name {
      case "linear": "identity"
      case "logistic": "sigmoid"
      case "leaky_relu": "leaky-relu"
      case "swish": "silu"
      default: name
      }
    return all.first { $0.name == usual }
  }
}
