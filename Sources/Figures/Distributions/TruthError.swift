import Networks
import Tracing

extension Sweep {
  /// The mean loss of the function that made the data, on the rows for validation of the first training:
  /// what noise alone costs.
  ///
  /// There is none for classes: where noise moves points across a boundary, the boundary without noise
  /// need not be the best one.
  ///
  /// - Returns: The loss; nil if no known function made the data.
  var truthLoss: Double? {
    guard let rows = dataset.validation, rows.rowCount > 0, let value = dataset.truth?.value else {
      return nil
    }
    let answers = (0..<rows.rowCount).map { value(rows.rawInputs.row($0)) }
    let outputs = Matrix(rows: answers.count, columns: 1, values: answers)
    return loss.values(of: outputs, against: rows.targets).reduce(0, +) / Double(answers.count)
  }
}
