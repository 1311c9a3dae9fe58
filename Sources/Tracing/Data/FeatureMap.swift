public import Networks

/// Inputs of a model that are computed from the raw inputs of a data set, such as x₁² and x₁·x₂.
public struct FeatureMap: Equatable, Sendable {
  /// One formula for each input of the model; none of them has a variable that is not a column.
  public let expressions: [Expression]
  /// Number of raw inputs.
  public let rawInputCount: Int
  /// For each expression, the raw input that each of its variables stands for.
  private let columns: [[Int]]

  /// Makes a map; nil if a variable of an expression is not the name of a raw input.
  ///
  /// - Parameters:
  ///   - expressions: One formula for each input of the model, at least one.
  ///   - names: Names of the raw inputs; see `column(of:among:)` for what a formula may call them.
  public init?(_ expressions: [Expression], rawInputNames names: [String]) {
    guard !expressions.isEmpty else { return nil }
    var columns: [[Int]] = []
    for expression in expressions {
      let own = expression.variables.compactMap { Self.column(of: $0, among: names) }
      guard own.count == expression.variables.count else { return nil }
      columns.append(own)
    }
    self.expressions = expressions
    self.columns = columns
    rawInputCount = names.count
  }

  /// Names of the inputs of the model: the name that the formula gives itself, or the formula.
  public var names: [String] { expressions.map { $0.name ?? FeatureText.shown($0.text) } }

  /// The features of some points, `[points × expressions]`, from points `[points × raw inputs]`.
  ///
  /// What is not finite stays so: the logarithm of a negative number is NaN.
  public func values(at raw: Matrix) -> Matrix {
    precondition(
      raw.columns == rawInputCount,
      "points of \(raw.columns) numbers for features of \(rawInputCount) raw inputs")
    var result = Matrix(rows: raw.rows, columns: expressions.count)
    for (place, expression) in expressions.enumerated() {
      let own = columns[place]
      var gathered = Matrix(rows: raw.rows, columns: own.count)
      for row in 0..<raw.rows {
        for (index, column) in own.enumerated() { gathered[row, index] = raw[row, column] }
      }
      let values = expression.values(at: gathered, columns: expression.variables)
      for row in 0..<raw.rows { result[row, place] = values[row] }
    }
    return result
  }

  /// The raw input that a variable stands for; nil if there is none.
  ///
  /// A column goes by its own name; by that name with plain digits, `x1` for `x₁`; and by its
  /// number, `x3` for the third, unless another column has that name.
  public static func column(of variable: String, among names: [String]) -> Int? {
    if let index = names.firstIndex(of: variable) { return index }
    if let index = names.firstIndex(where: { FeatureText.plain($0) == variable }) { return index }
    return names.indices.first { "x\($0 + 1)" == variable }
  }

  /// What formulas may call the raw inputs: names where they can be written, else numbers.
  public static func variables(for names: [String]) -> [String] {
    names.enumerated().map { index, name in
      let plain = FeatureText.plain(name)
      return FeatureText.isIdentifier(plain) ? plain : "x\(index + 1)"
    }
  }
}

/// How formulas are written for people.
enum FeatureText {
  private static let subscripts: [Character] = Array("₀₁₂₃₄₅₆₇₈₉")
  private static let superscripts: [Character] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// A name with plain digits in place of subscripts.
  static func plain(_ name: String) -> String {
    String(name.map { subscripts.firstIndex(of: $0).map { Character("\($0)") } ?? $0 })
  }

  /// Whether a formula can hold the text as a name: letters, digits and `_`, no digit first.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) else { return false }
    return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// A formula in print: `x1^2*x2` as `x₁²·x₂`.
  ///
  /// Digits at the end of a name of one letter go below the line, whole exponents above it.
  static func shown(_ formula: String) -> String {
    let scalars = Array(formula.unicodeScalars)
    var result = ""
    var index = 0
    while index < scalars.count {
      let start = index
      if isLetter(scalars[index]) {
        while index < scalars.count, isLetter(scalars[index]) || isDigit(scalars[index]) {
          index += 1
        }
        result += name(scalars[start..<index])
      } else if scalars[index] == "^", let end = exponentEnd(scalars, from: index + 1) {
        result += digits(scalars[(index + 1)..<end], superscripts)
        index = end
      } else {
        result += scalars[index] == "*" ? "·" : String(Character(scalars[index]))
        index += 1
      }
    }
    return result.replacing(" · ", with: "·")
  }

  private static func name(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let rest = scalars.dropFirst()
    guard !rest.isEmpty, rest.allSatisfy(isDigit) else {
      return String(String.UnicodeScalarView(scalars))
    }
    return String(Character(scalars[scalars.startIndex])) + digits(rest, subscripts)
  }

  /// The end of a whole number that begins at `start` and is not part of a longer one.
  private static func exponentEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let end = scalars[start...].firstIndex { !isDigit($0) } ?? scalars.count
    let isCut = end < scalars.count && (scalars[end] == "." || isLetter(scalars[end]))
    return end > start && !isCut ? end : nil
  }

  private static func digits(
    _ scalars: ArraySlice<Unicode.Scalar>, _ table: [Character]
  ) -> String {
    String(scalars.map { table[Int($0.value) - 48] })
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
