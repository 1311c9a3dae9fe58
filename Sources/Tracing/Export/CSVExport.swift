import Networks

extension Trace {
  /// The steps as a long table, one number a line, for data frames.
  ///
  /// Columns: `epoch,update,moment,layer,tensor,row,column,value`. `tensor` is `loss`, `accuracy`,
  /// `W` (row: unit, column: input), `b` (row: unit), `z` and `a` (row: row of the data, column:
  /// unit), or one of the latter four after a `d`: the gradient of the mean loss with respect to
  /// it. Layers count from 1, with 0 for the inputs; rows and columns count from 0. Numbers read
  /// back as the same numbers; the rest is `NaN`, `Infinity` and `-Infinity`. Lines end in a line
  /// feed.
  ///
  /// - Parameter epoch: The only epoch to be written; nil means all steps.
  /// - Returns: The text, UTF-8.
  /// - Throws: `ExportError.noSuchEpoch`.
  public func csv(atEpoch epoch: Int? = nil) throws(ExportError) -> [UInt8] {
    var text = "epoch,update,moment,layer,tensor,row,column,value\n"
    for step in try exportedSteps(atEpoch: epoch) {
      let start = "\(step.epoch),\(step.update),\(step.moment.name)"
      text += "\(start),,loss,,,\(NumberForm.text(step.loss))\n"
      if let accuracy = step.accuracy {
        text += "\(start),,accuracy,,,\(NumberForm.text(accuracy))\n"
      }
      for tensor in step.tensors {
        let place = "\(start),\(tensor.layer),\(tensor.name)"
        let columns = tensor.values.columns
        for row in 0..<tensor.values.rows {
          let label = tensor.isPerRow ? step.rows[row] : row
          for column in 0..<columns {
            let value = tensor.values[row, column]
            text += "\(place),\(label),\(column),\(NumberForm.text(value))\n"
          }
        }
      }
    }
    return Array(text.utf8)
  }
}
