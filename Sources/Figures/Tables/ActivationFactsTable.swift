import Languages
import Networks
import Plotting

extension TableContent {
  /// Each activation with its formula, its range and its largest derivative.
  static let activationFacts = TableContent(name: "activation-facts", needsScenario: false) {
    (_, context) throws(FigureError) in
    let words = context.words
    let rows = Activation.all.map { activation -> [TableCell] in
      let curve = ActivationCurve(activation, reach: 8, count: 3201)
      let flat = [-1.0, 1].filter { curve.vanishes(toward: $0) }.count
      let isStep = curve.values.allSatisfy { $0 == 0 || $0 == 1 }
      let range = activation.range
      return [
        TableCell(activation.name, isBold: true), TableCell(activation.formula),
        TableCell(
          isStep ? "{0, 1}" : "\(bound(range.lowerBound)) … \(bound(range.upperBound))"),
        TableCell(
          Shown.slope(
            activation.maximumDerivative ?? curve.steepest?.derivative ?? 0)),
        TableCell(words([.no, .saturatesOneSide, .saturatesBothSides][flat])),
      ]
    }
    let table = Table(
      headings: [
        words(.activation), words(.formula), words(.range), words(.largestDerivative),
        words(.saturates),
      ], rows: rows, textColumns: [0, 1, 4])
    return (
      table, words(.noteSaturates)
    )
  }

  private static func bound(_ value: Double) -> String { NumberText.short(value, places: 3) }
}
