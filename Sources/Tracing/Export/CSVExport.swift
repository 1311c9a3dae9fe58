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
  /// - Returns: The text, UTF-8, piece by piece.
  /// - Throws: `ExportError.noSuchEpoch`.
  public func csv(atEpoch epoch: Int? = nil) throws(ExportError) -> AnySequence<[UInt8]> {
    let steps = try exportedSteps(atEpoch: epoch)
    return AnySequence(
      Array("epoch,update,moment,layer,tensor,row,column,value\n".utf8),
      steps.lazy.flatMap { step in
        AnySequence(
          step.resultLines,
          step.tensors.lazy.flatMap { tensor in
            tensor.values.blocks.lazy.map { step.lines(of: tensor, rows: $0) }
          })
      })
  }
}

extension TraceStep {
  /// What every line of the step begins with.
  private var place: String { "\(epoch),\(update),\(moment.name)" }

  fileprivate var resultLines: [UInt8] {
    var text = "\(place),,loss,,,\(NumberForm.text(loss))\n"
    if let accuracy { text += "\(place),,accuracy,,,\(NumberForm.text(accuracy))\n" }
    return Array(text.utf8)
  }

  /// A line for each number in some rows of an array.
  fileprivate func lines(of tensor: NamedTensor, rows: Range<Int>) -> [UInt8] {
    let start = "\(place),\(tensor.layer),\(tensor.name),"
    let columns = tensor.values.columns
    let separators = (0..<columns).map { ",\($0)," }
    var text: [UInt8] = []
    // A number of 17 digits with what stands before it; a guess that is only too small for long names.
    text.reserveCapacity(rows.count * columns * 48)
    for row in rows {
      let label = start + String(tensor.isPerRow ? self.rows[row] : row)
      for column in 0..<columns {
        text += label.utf8
        text += separators[column].utf8
        text += NumberForm.text(tensor.values[row, column]).utf8
        text.append(UInt8(ascii: "\n"))
      }
    }
    return text
  }
}
