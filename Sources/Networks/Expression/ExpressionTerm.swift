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

/// The word nearest to `word`, if few letters make the difference; nil if none is.
func nearestWord(to word: String, among words: [String]) -> String? {
  let wanted = Array(word.unicodeScalars)
  guard wanted.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in words {
    let other = Array(candidate.unicodeScalars)
    let distance = editDistance(wanted, other)
    let limit = max(wanted.count, other.count) <= 4 ? 1 : max(wanted.count, other.count) / 3
    guard distance <= limit, distance < min(wanted.count, other.count) else { continue }
    if distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.word
}

/// The number of insertions, deletions, changes and swaps of neighbors between two words.
///
/// - Source: Damerau 1964, A Technique for Computer Detection and Correction of Spelling Errors
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let change = last[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(change, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
