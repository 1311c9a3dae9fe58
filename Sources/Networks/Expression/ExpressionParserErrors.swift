extension ExpressionParser {
  /// Something stands where a number or a name should, or where the expression could have ended.
  func unexpected(after isComplete: Bool) -> ExpressionError {
    let range = token.range
    let written = text(of: range)
    if token.kind == .end {
      return ExpressionError(
        "the expression ends too early", at: range.lowerBound,
        help: "a number or a name is missing")
    }
    guard isComplete else {
      return ExpressionError(
        "expected a number or a name, found '\(written)'", at: range.lowerBound)
    }
    switch token.kind {
    case .close:
      return ExpressionError("')' closes nothing", at: range.lowerBound, help: "remove it")
    case .number, .name, .open:
      let before = text(of: tokens[place - 1].range)
      return ExpressionError(
        "a sign is missing before '\(written)'", at: range.lowerBound,
        help: "to multiply, write \(before)*\(written)")
    case .equals:
      return ExpressionError(
        "unexpected '='", at: range.lowerBound, help: "one name may stand before it, as in L = x^2")
    default: return ExpressionError("unexpected '\(written)'", at: range.lowerBound)
    }
  }

  /// A parenthesis follows a name that is not a function.
  func unknownFunction(_ name: String, at offset: Int) -> ExpressionError {
    let message = "there is no function '\(name)'"
    let names = ExpressionGraph.Operation.functionNames
    let isVariable = name.unicodeScalars.count <= 2 || variables.contains(name)
    return ExpressionError(
      message, at: offset,
      help: isVariable
        ? "to multiply, write \(name)*(" : "functions: \(names.joined(separator: ", "))",
      unknownFunction: name)
  }
}
