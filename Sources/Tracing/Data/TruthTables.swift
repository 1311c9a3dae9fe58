import Networks

extension DatasetShape {
  /// Conjunction: 1 only for the inputs 1, 1.
  public static let and = gate("and", "true only for 1 and 1") { $0 & $1 }
  /// Disjunction: 0 only for the inputs 0, 0.
  public static let or = gate("or", "false only for 0 and 0") { $0 | $1 }
  /// Negated conjunction: 0 only for the inputs 1, 1.
  public static let nand = gate("nand", "false only for 1 and 1") { 1 - ($0 & $1) }
  /// Exclusive disjunction: 1 where the inputs differ.
  public static let xor = gate("xor", "true where the inputs differ") { $0 ^ $1 }

  /// The rows 00, 01, 10, 11 of a truth table, over and over if more than four are asked for.
  private static func gate(
    _ name: String, _ meaning: String, _ output: @escaping @Sendable (Int, Int) -> Int
  ) -> DatasetShape {
    DatasetShape(
      name, "truth table of \(name.uppercased()), \(meaning); row i is corner i mod 4",
      parameters: [
        .rows(4, atLeast: 1),
        .noise(0, "standard deviation of a normal shift of each coordinate"),
      ], truth: .none, isTable: true
    ) { draw in
      var rows = ShapeRows()
      for row in 0..<draw.rows {
        let (first, second) = (row % 4 / 2, row % 2)
        let inputs = draw.shifted([Double(first), Double(second)])
        rows.append(inputs, class: output(first, second))
      }
      return rows
    }
  }
}

extension ShapeDraw {
  /// A point with normal noise of standard deviation `noise` on each coordinate.
  ///
  /// The draws are made also when the noise is 0, so that changing it leaves the rest unchanged.
  mutating func shifted(_ point: [Double]) -> [Double] {
    var shifted = point
    for index in point.indices { shifted[index] += noise * generator.normal() }
    return shifted
  }
}
