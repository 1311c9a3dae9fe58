/// What a term takes: a variable, or a term before it.
enum ExpressionOperand: Equatable, Sendable {
  case variable(Int)
  case term(Int)

  /// The value, from those of the terms before and of the variables.
  func value(_ terms: [Double], _ variables: [Double]) -> Double {
    switch self {
    case .variable(let index): variables[index]
    case .term(let index): terms[index]
    }
  }
}

/// One operation of a parsed expression.
struct ExpressionTerm: Equatable, Sendable {
  let operation: ExpressionGraph.Operation
  /// None of a constant; otherwise one or two.
  let inputs: [ExpressionOperand]
  /// The value of a constant, the exponent of a power of one input, or else 0.
  let number: Double
  /// How it was written, without parentheses around it.
  let text: String

  init(
    operation: ExpressionGraph.Operation, inputs: [ExpressionOperand], number: Double, text: String
  ) {
    self.operation = operation
    self.inputs = inputs
    self.number = number
    self.text = text
  }

  init(constant: Double, text: String) {
    self.init(operation: .const, inputs: [], number: constant, text: text)
  }

  /// The value, from those of the terms before and of the variables.
  func value(_ terms: [Double], _ variables: [Double]) -> Double {
    guard let first = inputs.first else { return number }
    let a = first.value(terms, variables)
    let b = inputs.count > 1 ? inputs[1].value(terms, variables) : number
    return operation.value(a, b)
  }
}
