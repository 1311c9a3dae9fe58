import Languages
import Drawings
import Networks
import Plotting
import Tracing

extension TableContent {
  /// What a perceptron's weights must satisfy at every row, whether they do at the end, and, if there is
  /// one, a contradiction: two rows of one class with the same sum as two rows of the other.
  ///
  /// Such rows cannot be separated by any line, since one sum of two inequalities denies the other.
  /// - Source: Minsky and Papert 1969, Perceptrons, for XOR.
  static let inequalities = TableContent(name: "inequalities") {
    (sources, context) throws(FigureError) in
    let source = sources[0]
    let run = try source.trace.requirePerceptron(for: "inequalities", at: source.location)
    let data = source.trace.dataset
    guard data.rowCount <= InequalitySystem.mostRows else {
      throw FigureError(
        "scenario '\(source.trace.scenario)' has \(data.rowCount) rows; 'inequalities' takes at "
          + "most \(InequalitySystem.mostRows)", at: source.location)
    }
    let (words, theme) = (context.words, context.theme)
    let system = InequalitySystem(data, threshold: run.start.threshold)
    let layer = source.trace.last.network.layers[0]
    let sums = (0..<data.rowCount).map { row in
      data.inputs.row(row).indices.reduce(layer.biases[0]) {
        $0 + layer.weights[0, $1] * data.inputs[row, $1]
      }
    }
    var rows = sums.enumerated().map { row, z -> [TableCell] in
      let holds = system.holds(z, row)
      let cells = [
        String(row + 1), Shown.vector(data.inputs.row(row)), String(data.classes[row]),
        system.text(row), Shown.exact(z), words(holds ? .satisfied : .violated),
      ]
      return cells.map { TableCell($0, fill: holds ? nil : theme.accent.opacity(0.12)) }
    }
    guard let pairs = system.contradiction else {
      return (table(rows, rulesAfter: [], words), source.trace.facts.line(words))
    }
    let rule = rows.count - 1
    for pair in [pairs.positive, pairs.negative] {
      let z = sums[pair.0] + sums[pair.1]
      let holds = system.holds(z, pair.0)
      let cells = [
        "\(pair.0 + 1) + \(pair.1 + 1)", Shown.vector(system.sum(pair)), "–",
        system.text(sumOf: pair), Shown.exact(z),
        words(holds ? .satisfied : .violated),
      ]
      let fill = holds ? nil : theme.accent.opacity(0.12)
      rows.append(cells.map { TableCell($0, fill: fill, isBold: true) })
    }
    return (
      table(rows, rulesAfter: [rule], words),
      words(.noteContradiction) + "\n" + source.trace.facts.line(words)
    )
  }

  private static func table(_ rows: [[TableCell]], rulesAfter: Set<Int>, _ words: Words) -> Table {
    Table(
      headings: [words(.row), "x", "y", words(.mustHold), words(.zAtEnd), ""], rows: rows,
      rulesAfter: rulesAfter)
  }
}

/// The inequalities that the rows of two classes put on the weights and the bias of one unit.
private struct InequalitySystem {
  /// More rows than this make too long a table, and too many pairs.
  static let mostRows = 40

  private let data: Dataset
  private let threshold: Perceptron.Threshold

  init(_ data: Dataset, threshold: Perceptron.Threshold) {
    self.data = data
    self.threshold = threshold
  }

  private func isPositive(_ row: Int) -> Bool { data.classes[row] == 1 }

  /// Whether a row is answered right at a weighted sum.
  func holds(_ z: Double, _ row: Int) -> Bool {
    (threshold == .atLeastZero ? z >= 0 : z > 0) == isPositive(row)
  }

  private func relation(_ isPositive: Bool) -> String {
    threshold == .atLeastZero ? (isPositive ? "≥ 0" : "< 0") : (isPositive ? "> 0" : "≤ 0")
  }

  /// `w₁ + b ≥ 0`.
  func text(_ row: Int) -> String {
    form(data.inputs.row(row), biases: 1) + " " + relation(isPositive(row))
  }

  /// `w₁ + w₂ + 2b ≥ 0`.
  func text(sumOf pair: (Int, Int)) -> String {
    form(sum(pair), biases: 2) + " " + relation(isPositive(pair.0))
  }

  /// Two rows of class 1 and two of class 0 whose inputs have the same sum.
  var contradiction: (positive: (Int, Int), negative: (Int, Int))? {
    let all = 0..<data.rowCount
    func pairs(_ wanted: Bool) -> [(Int, Int)] {
      all.flatMap { first in
        all.compactMap { second in
          first < second && isPositive(first) == wanted && isPositive(second) == wanted
            ? (first, second) : nil
        }
      }
    }
    for positive in pairs(true) {
      for negative in pairs(false) where sum(positive) == sum(negative) {
        return (positive, negative)
      }
    }
    return nil
  }

  /// The inputs of two rows added up.
  func sum(_ pair: (Int, Int)) -> [Double] {
    zip(data.inputs.row(pair.0), data.inputs.row(pair.1)).map { $0 + $1 }
  }

  private func form(_ inputs: [Double], biases: Int) -> String {
    var text = ""
    for (index, value) in inputs.enumerated() where value != 0 {
      let size = value.magnitude == 1 ? "" : Shown.exact(value.magnitude) + "\u{A0}"
      let sign = text.isEmpty ? (value < 0 ? "−" : "") : (value < 0 ? " − " : " + ")
      text += sign + size + "w" + NumberText.subscript(index + 1)
    }
    return text + (text.isEmpty ? "" : " + ") + (biases == 1 ? "" : String(biases)) + "b"
  }
}
