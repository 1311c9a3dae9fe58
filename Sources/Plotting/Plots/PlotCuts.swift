public import Drawings

extension Plot {
  /// Lays the plot out and draws it, and says where its rows of panels could be cut apart.
  ///
  /// - Returns: The drawing of `drawing(measuring:)`, and heights between its rows, from the top; none for a
  ///   single row.
  public func drawingWithCuts(measuring measurer: TextMeasurer) -> (
    drawing: Drawing, cuts: [Double]
  ) {
    if !parts.isEmpty {
      let layout = PartsLayout.fitting(self, measurer: measurer)
      return (layout.drawing(), layout.cuts)
    }
    let layout = PageLayout.fitting(self, measurer: measurer)
    return (layout.drawing(), layout.cells.cuts)
  }
}
