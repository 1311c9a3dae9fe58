import Languages
import Drawings
import Networks
import Plotting

extension TableContent {
  /// Both textbook forms of the sigmoid computed as written, beside the stable one: where each overflows.
  static let sigmoidForms = TableContent(name: "sigmoid-forms", needsScenario: false) {
    (_, context) throws(FigureError) in
    let words = context.words
    let places = [-1000.0, -746, -710, -37, -1, 0, 1, 37, 710, 1000]
    let rows = places.map { z -> [TableCell] in
      let power = (Elementary.exp(-z), Elementary.exp(z))
      let first = Elementary.naiveSigmoid(z)
      let second = Elementary.naiveSigmoidOfPositiveExponent(z)
      return [
        TableCell(Shown.exact(z), isBold: true),
        cell(power.0, context, isIntermediate: true), cell(first, context),
        cell(power.1, context, isIntermediate: true), cell(second, context),
        cell(Elementary.sigmoid(z), context),
      ]
    }
    let table = Table(
      headings: ["z", "e⁻ᶻ", words(.formOne), "eᶻ", words(.formTwo), words(.stableForm)],
      rows: rows)
    return (table, words(.noteOverflow))
  }

  /// Overflow and what comes of it in the accent color.
  private static func cell(
    _ value: Double, _ context: FigureContext, isIntermediate: Bool = false
  ) -> TableCell {
    let theme = context.theme
    if value.isNaN {
      return TableCell("NaN", color: theme.accent, fill: theme.accent.opacity(0.12), isBold: true)
    }
    let text = NumberText.significant(value, digits: 4)
    if value.isInfinite { return TableCell(text, color: theme.accent) }
    return TableCell(text, color: isIntermediate ? theme.quietInk : nil)
  }
}
