/// Turns tokens into terms.
///
/// One function for each level of the grammar, from the loosest to the tightest:
///
///     statement = [name "="] sum
///     sum       = product {("+" | "-") product}
///     product   = signed {("*" | "/") signed}
///     signed    = ("-" | "+") signed | power
///     power     = atom [raised] ["^" signed]
///     atom      = number | name | function "(" sum {"," sum} ")" | "(" sum ")"
///
/// Terms come out in topological order as they are finished, variables in a list of their own.
struct ExpressionParser {
  /// How many parentheses, signs and exponents may be open at once; the parser calls itself for each.
  static let depthLimit = 64
  /// How many scalars an expression may have: each term keeps its text.
  static let lengthLimit = 2000

  let tokens: [ExpressionToken]
  /// The index of the token to be read next.
  private(set) var place = 0
  private let scalars: [Unicode.Scalar]
  private var depth = 0
  /// How often a variable has been used so far, to see whether a part has any.
  private var variableUses = 0
  private(set) var name: String?
  private(set) var variables: [String] = []
  private(set) var terms: [ExpressionTerm] = []
  private(set) var result: ExpressionOperand = .term(0)

  /// A finished part: what it is, and the text that it was written as, parentheses included.
  private struct Part {
    let operand: ExpressionOperand
    let range: Range<Int>
  }

  /// Reads a whole expression.
  init(_ text: String) throws(ExpressionError) {
    scalars = Array(text.unicodeScalars)
    guard scalars.count <= Self.lengthLimit else {
      throw ExpressionError(
        "an expression of \(scalars.count) characters", at: Self.lengthLimit,
        help: "the limit is \(Self.lengthLimit)")
    }
    tokens = try ExpressionTokenizer.tokens(of: scalars)
    try readName()
    guard token.kind != .end else {
      throw ExpressionError(
        "an empty expression", at: token.range.lowerBound, help: "such as w*x + b")
    }
    result = try sum().operand
    if token.kind != .end { throw unexpected(after: true) }
  }

  var token: ExpressionToken { tokens[place] }

  private mutating func readName() throws(ExpressionError) {
    guard case .name(let word) = token.kind, tokens[place + 1].kind == .equals else { return }
    name = word
    place += 2
  }

  // MARK: Levels

  private mutating func sum() throws(ExpressionError) -> Part {
    var left = try product()
    while true {
      switch token.kind {
      case .plus:
        place += 1
        left = append(.add, left, try product())
      case .minus:
        place += 1
        left = append(.sub, left, try product())
      default: return left
      }
    }
  }

  private mutating func product() throws(ExpressionError) -> Part {
    var left = try signed()
    while true {
      switch token.kind {
      case .times:
        place += 1
        left = append(.mul, left, try signed())
      case .over:
        place += 1
        left = append(.div, left, try signed())
      default: return left
      }
    }
  }

  private mutating func signed() throws(ExpressionError) -> Part {
    let start = token.range.lowerBound
    guard token.kind == .minus || token.kind == .plus else { return try power() }
    let isMinus = token.kind == .minus
    place += 1
    try enter()
    let part = try signed()
    depth -= 1
    let range = start..<part.range.upperBound
    guard isMinus else { return Part(operand: part.operand, range: range) }
    // A negative number is a number, not a gate.
    if case .term(let index) = part.operand, terms[index].operation == .const,
      index == terms.count - 1
    {
      terms[index] = ExpressionTerm(constant: -terms[index].number, text: text(of: range))
      return Part(operand: part.operand, range: range)
    }
    return append(.neg, [part], range)
  }

  private mutating func power() throws(ExpressionError) -> Part {
    var base = try atom()
    if case .raised(let exponent) = token.kind {
      let range = base.range.lowerBound..<token.range.upperBound
      place += 1
      base = append(.pow, [base], range, number: exponent)
    }
    guard token.kind == .power else { return base }
    place += 1
    let (termsBefore, usesBefore) = (terms.count, variableUses)
    try enter()
    let exponent = try signed()
    depth -= 1
    let range = base.range.lowerBound..<exponent.range.upperBound
    guard variableUses == usesBefore else {
      return append(.pow, [base, exponent], range)
    }
    // An exponent without variables is part of the gate, whatever it was written as.
    let value = value(of: exponent.operand, from: termsBefore)
    terms.removeSubrange(termsBefore...)
    return append(.pow, [base], range, number: value)
  }

  private mutating func atom() throws(ExpressionError) -> Part {
    let range = token.range
    switch token.kind {
    case .number(let value):
      place += 1
      terms.append(ExpressionTerm(constant: value, text: text(of: range)))
      return Part(operand: .term(terms.count - 1), range: range)
    case .name(let name):
      place += 1
      return try named(name, at: range)
    case .open:
      place += 1
      try enter()
      let inner = try sum()
      depth -= 1
      let end = try close(openedAt: range.lowerBound)
      return Part(operand: inner.operand, range: range.lowerBound..<end)
    default: throw unexpected(after: false)
    }
  }

  private mutating func named(
    _ name: String, at range: Range<Int>
  ) throws(ExpressionError) -> Part {
    let isCall = token.kind == .open
    if let operation = ExpressionGraph.Operation.function(named: name) {
      if isCall { return try call(operation, name, at: range) }
      // σ is also a usual name of a number.
      guard name == "σ" else {
        throw ExpressionError(
          "'\(name)' is a function", at: range.lowerBound, help: "write \(name)(x)")
      }
    }
    if isCall { throw unknownFunction(name, at: range.lowerBound) }
    if name == "pi" || name == "π" {
      terms.append(ExpressionTerm(constant: .pi, text: name))
      return Part(operand: .term(terms.count - 1), range: range)
    }
    variableUses += 1
    for (index, variable) in variables.enumerated() where variable == name {
      return Part(operand: .variable(index), range: range)
    }
    variables.append(name)
    return Part(operand: .variable(variables.count - 1), range: range)
  }

  private mutating func call(
    _ operation: ExpressionGraph.Operation, _ name: String, at range: Range<Int>
  ) throws(ExpressionError) -> Part {
    let open = token.range.lowerBound
    place += 1
    try enter()
    var arguments = [try sum()]
    while token.kind == .comma {
      place += 1
      arguments.append(try sum())
    }
    depth -= 1
    let end = try close(openedAt: open)
    guard arguments.count == operation.argumentCount else {
      let wanted = operation.argumentCount == 1 ? "one number" : "two numbers"
      throw ExpressionError(
        "'\(name)' takes \(wanted), not \(arguments.count)", at: range.lowerBound,
        help: operation.argumentCount == 1 ? "write \(name)(x)" : "write \(name)(x, y)")
    }
    return append(operation, arguments, range.lowerBound..<end)
  }

  private mutating func close(openedAt open: Int) throws(ExpressionError) -> Int {
    guard token.kind == .close else {
      if token.kind == .end {
        throw ExpressionError("'(' is never closed", at: open, help: "add a )")
      }
      throw unexpected(after: true)
    }
    place += 1
    return tokens[place - 1].range.upperBound
  }

  // MARK: Terms

  private mutating func append(
    _ operation: ExpressionGraph.Operation, _ left: Part, _ right: Part
  ) -> Part {
    append(operation, [left, right], left.range.lowerBound..<right.range.upperBound)
  }

  private mutating func append(
    _ operation: ExpressionGraph.Operation, _ parts: [Part], _ range: Range<Int>,
    number: Double = 0
  ) -> Part {
    terms.append(
      ExpressionTerm(
        operation: operation, inputs: parts.map { $0.operand }, number: number,
        text: text(of: range)))
    return Part(operand: .term(terms.count - 1), range: range)
  }

  /// The text of some scalars.
  func text(of range: Range<Int>) -> String {
    var text = ""
    for scalar in scalars[range] { text.unicodeScalars.append(scalar) }
    return text
  }

  /// The value of a part without variables whose terms begin at `first`.
  private func value(of operand: ExpressionOperand, from first: Int) -> Double {
    var values = [Double](repeating: 0, count: terms.count)
    for index in first..<terms.count { values[index] = terms[index].value(values, []) }
    guard case .term(let index) = operand else { return .nan }
    return values[index]
  }

  private mutating func enter() throws(ExpressionError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw ExpressionError(
        "more than \(Self.depthLimit) parts within each other", at: token.range.lowerBound,
        help: "use fewer parentheses")
    }
  }
}
