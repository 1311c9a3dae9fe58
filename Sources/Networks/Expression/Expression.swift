/// A formula of numbers and named variables, such as `L = (sigmoid(w*x + b) - y)^2`.
///
/// It has `+ - * / ^`, parentheses, numbers, `pi`, and the functions exp, log (also ln), max, min,
/// relu, tanh, sigmoid, softplus, sqrt, sin, cos and abs. Powers bind tightest and from the right,
/// `2^3^2 = 2^9`; then signs, `-x^2 = -(x^2)`; then products; then sums. The signs `× · − ÷` and
/// raised digits, `x²`, mean the same as the plain ones. A multiplication is always written.
///
/// All values are doubles computed with `Elementary`, the same bits on every machine; what is not
/// defined, such as the logarithm of a negative number, is NaN.
public struct Expression: Sendable, Equatable, CustomStringConvertible {
  /// The text that it was made from.
  public let text: String
  /// The name before `=`; nil if there is none.
  public let name: String?
  /// The names of the variables in the order of their first appearance, each once.
  public let variables: [String]
  let terms: [ExpressionTerm]
  let result: ExpressionOperand

  /// Reads an expression, with a name and `=` before it or without.
  ///
  /// - Throws: `ExpressionError` at the first place that cannot be read; also for more than 64 parts
  ///   within each other or more than 2000 characters.
  public init(parsing text: String) throws(ExpressionError) {
    let parser = try ExpressionParser(text)
    self.text = text
    name = parser.name
    variables = parser.variables
    terms = parser.terms
    result = parser.result
  }

  /// The text.
  public var description: String { text }

  /// The value, from those of the variables by name; a variable without a value counts as NaN.
  public func evaluate(_ values: [String: Double]) -> Double {
    var scratch = [Double](repeating: 0, count: terms.count)
    return evaluate(variables.map { values[$0] ?? .nan }, &scratch)
  }

  /// The values at data, one for each row of `rows`, `[rows x columns]`.
  ///
  /// - Parameters:
  ///   - rows: The data; a row gives the variables their values.
  ///   - columns: The name of each column of `rows`; a variable that is not among them is NaN.
  /// - Returns: As many numbers as there are rows.
  public func values(at rows: Matrix, columns: [String]) -> [Double] {
    precondition(
      columns.count == rows.columns, "\(columns.count) names for \(rows.columns) columns")
    let places = variables.map { columns.firstIndex(of: $0) }
    var scratch = [Double](repeating: 0, count: terms.count)
    var values = [Double](repeating: .nan, count: variables.count)
    return (0..<rows.rows).map { row in
      for (index, place) in places.enumerated() {
        if let place { values[index] = rows[row, place] }
      }
      return evaluate(values, &scratch)
    }
  }

  /// The value from those of the variables, in order; `scratch` has a place for each term.
  private func evaluate(_ values: [Double], _ scratch: inout [Double]) -> Double {
    for index in terms.indices { scratch[index] = terms[index].value(scratch, values) }
    return result.value(scratch, values)
  }

  /// The value and its derivatives by the variables, from the values of those in order.
  ///
  /// The same numbers as those of `graph`, without the memory for nodes.
  func valueAndGradient(_ values: [Double]) -> (value: Double, gradient: [Double]) {
    var scratch = [Double](repeating: 0, count: terms.count)
    let value = evaluate(values, &scratch)
    // Variables first, then terms.
    var gradient = [Double](repeating: 0, count: values.count + terms.count)
    gradient[place(of: result)] = 1
    for index in terms.indices.reversed() {
      guard let first = terms[index].inputs.first else { continue }
      let second = terms[index].inputs.count > 1 ? terms[index].inputs[1] : nil
      let slopes = terms[index].operation.slopes(
        first.value(scratch, values), second?.value(scratch, values) ?? terms[index].number,
        value: scratch[index])
      let upstream = gradient[values.count + index]
      gradient[place(of: first)] += upstream * slopes.0
      if let second { gradient[place(of: second)] += upstream * slopes.1 }
    }
    return (value, Array(gradient[..<values.count]))
  }

  /// The place of an operand in a list of the variables and then the terms.
  func place(of operand: ExpressionOperand) -> Int {
    switch operand {
    case .variable(let index): index
    case .term(let index): variables.count + index
    }
  }
}
