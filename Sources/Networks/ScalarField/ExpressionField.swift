extension ScalarField {
  /// Makes a function from an expression of one or two variables, the first by name being `x`.
  ///
  /// The gradient is exact; the second derivatives are differences of it, of fourth order, with errors
  /// of about 1e-11 of the gradient. Nil if the expression does not have as many variables as there are
  /// ranges, 1 or 2.
  ///
  /// - Parameters:
  ///   - expression: The function; its variables are put in alphabetical order.
  ///   - domain: The ranges to show and to search for stationary points, one for each variable.
  public init?(_ expression: Expression, domain: [ClosedRange<Double>]) {
    guard (1...2).contains(domain.count), expression.variables.count == domain.count else {
      return nil
    }
    let slopes = ExpressionSlopes(expression)
    self.init(
      name: expression.name ?? "expression", formula: expression.text, domain: domain,
      value: { x, y in slopes.at(x, y).value },
      slopes: { x, y in
        let result = slopes.at(x, y)
        return (result.x, result.y)
      },
      curvatures: { x, y in slopes.curvatures(x, y) })
  }
}

/// An expression of `x` and `y`, or of `x`, made ready to be differentiated at many points.
private struct ExpressionSlopes: Sendable {
  private let expression: Expression
  /// For each variable of the expression whether it is `y`.
  private let isSecond: [Bool]

  init(_ expression: Expression) {
    self.expression = expression
    let first = expression.variables.min()
    isSecond = expression.variables.map { $0 != first }
  }

  func at(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double) {
    let result = expression.valueAndGradient(isSecond.map { $0 ? y : x })
    var (slopeX, slopeY) = (0.0, 0.0)
    for (isSecond, slope) in zip(isSecond, result.gradient) {
      if isSecond { slopeY = slope } else { slopeX = slope }
    }
    return (result.value, slopeX, slopeY)
  }

  func curvatures(_ x: Double, _ y: Double) -> (xx: Double, xy: Double, yy: Double) {
    let alongX = slope(of: x) { at($0, y) }
    guard isSecond.count == 2 else { return (alongX.x, 0, 0) }
    let alongY = slope(of: y) { at(x, $0) }
    return (alongX.x, 0.5 * (alongX.y + alongY.x), alongY.y)
  }

  /// The derivatives of both slopes by a coordinate, as in `Network.hessian`.
  private func slope(
    of center: Double, _ slopes: (Double) -> (value: Double, x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    let step = 0x1p-10 * max(1, center.magnitude)
    func difference(_ step: Double) -> (x: Double, y: Double) {
      let (above, below) = (slopes(center + step), slopes(center - step))
      let distance = (center + step) - (center - step)
      return ((above.x - below.x) / distance, (above.y - below.y) / distance)
    }
    let (inner, outer) = (difference(step), difference(2 * step))
    return (inner.x + (inner.x - outer.x) / 3, inner.y + (inner.y - outer.y) / 3)
  }
}
