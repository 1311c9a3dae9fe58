import Networks
import Plotting

extension TableContent {
  /// Each activation with its formula, its range and its largest derivative.
  static let activationFacts = TableContent(name: "activation-facts", needsScenario: false) {
    (_, context) throws(FigureError) in
    let words = context.words
    let rows = Activation.all.map { activation -> [TableCell] in
      let curve = ActivationCurve(activation, reach: 8, count: 3201)
      let ends = [curve.derivatives.first, curve.derivatives.last].compactMap { $0 }
      let flat = ends.filter { $0.magnitude < ActivationCurvesFigure.saturation }.count
      let range = activation.range
      return [
        TableCell(activation.name, isBold: true), TableCell(activation.formula),
        TableCell(
          "\(bound(range.lowerBound)) … \(bound(range.upperBound))"),
        TableCell(
          NumberText.short(curve.derivatives.map(\.magnitude).max() ?? 0, places: 3)),
        TableCell(words([.no, .saturatesOneSide, .saturatesBothSides][flat])),
      ]
    }
    let table = Table(
      headings: [
        words(.activation), words(.formula), words(.range), words(.largestDerivative),
        words(.saturates),
      ], rows: rows, textColumns: [0, 1, 4])
    return (
      table, words(.noteSaturates, NumberText.short(ActivationCurvesFigure.saturation, places: 2))
    )
  }

  private static func bound(_ value: Double) -> String { NumberText.short(value, places: 3) }
}
