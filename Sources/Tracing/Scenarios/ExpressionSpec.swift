public import Networks

/// A formula and the point at which it is looked at, before it is computed.
public struct ExpressionSpec: Equatable, Sendable {
  /// The formula.
  public var expression: Expression
  /// A value for each of its variables.
  public var values: [String: Double]

  /// Makes a description; every variable of the expression needs a value.
  public init(_ expression: Expression, values: [String: Double]) {
    for variable in expression.variables {
      precondition(values[variable] != nil, "no value for \(variable) in \(expression.text)")
    }
    self.expression = expression
    self.values = values
  }

  /// Computes the formula forwards and its derivatives backwards.
  public func run() -> ExpressionRun {
    ExpressionRun(expression: expression, values: values, graph: expression.graph(values))
  }
}

/// A formula at a point: every value on the way, and the derivative of the result by each.
public struct ExpressionRun: Equatable, Sendable {
  /// The formula.
  public let expression: Expression
  /// The value of each of its variables.
  public let values: [String: Double]
  /// The circuit, with values and gradients.
  public let graph: ExpressionGraph

  /// The value of the formula.
  public var result: Double { graph.nodes[graph.output].value }
}
