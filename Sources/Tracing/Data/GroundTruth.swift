import Networks

/// What a shape says of the rule that its rows follow apart from their noise; each must say something.
enum ShapeTruth: Sendable {
  /// Rows of numbers: the number at raw inputs.
  case value(@Sendable (_ inputs: [Double]) -> Double)
  /// Rows of two classes over a plane: with given parameters, a margin as `GroundTruth.margin`.
  case boundary(@Sendable (_ parameters: [String: Double]) -> GroundTruth.Margin)
  /// A table, more than two classes, or a rule that is no simple function of the inputs.
  case none
}

/// The rule that the rows of a generated shape follow, apart from their noise.
public struct GroundTruth: Equatable, Sendable {
  /// A function of two raw inputs.
  public typealias Margin = @Sendable (_ x: Double, _ y: Double) -> Double

  /// The shape that the rows were drawn from.
  public let shape: DatasetShape
  /// Its parameters by name, all of them.
  public let parameters: [String: Double]

  /// Names of the shapes of two classes whose boundary is known.
  public static var shapesWithBoundary: [String] {
    DatasetShape.all.filter { if case .boundary = $0.truth { true } else { false } }
      .map { $0.name }
  }

  /// The rule of a shape with these parameters; nil if the shape has none.
  init?(of shape: DatasetShape, _ parameters: [String: Double]) {
    if case .none = shape.truth { return nil }
    self.shape = shape
    self.parameters = parameters
  }

  /// The function without noise at the raw inputs; nil for classes.
  public var value: (@Sendable ([Double]) -> Double)? {
    switch shape.truth {
    case .value(let value): value
    case .boundary, .none: nil
    }
  }

  /// A function of two raw inputs that is positive where the second of two classes is at home, and
  /// 0 on the boundary; nil where there is none.
  ///
  /// Where noise moves labels, it is the rule of labels without noise. Where noise moves points, the
  /// class is that of the nearer of the two curves or centers, from which the least noise leads here.
  public var margin: Margin? {
    switch shape.truth {
    case .boundary(let margin): margin(parameters)
    case .value, .none: nil
    }
  }
}
