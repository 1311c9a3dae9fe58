import Languages
import Drawings
import Networks
import Plotting
import Tracing

extension TableContent {
  /// Every presentation of a perceptron's training: input, z, answer, error, new weights.
  static let perceptronUpdates = TableContent(name: "perceptron-updates") {
    (sources, context) throws(FigureError) in
    let source = sources[0]
    let run = try source.trace.requirePerceptron(
      for: "perceptron-updates", at: source.location)
    let words = context.words
    let theme = context.theme
    let rows = run.steps.map { step -> [TableCell] in
      let isWrong = step.error != 0
      let fill = isWrong ? theme.accent.opacity(0.12) : nil
      let cells = [
        String(step.epoch), Shown.vector(source.trace.dataset.inputs.row(step.row)),
        String(step.target), Shown.exact(step.preActivation), String(step.predicted),
        isWrong ? (step.error > 0 ? "+1" : "−1") : "0", Shown.vector(step.weights),
        Shown.exact(step.bias),
      ]
      return cells.map { TableCell($0, fill: fill) }
    }
    let ends = Set(
      run.steps.indices.dropLast().filter { run.steps[$0].epoch != run.steps[$0 + 1].epoch })
    let table = Table(
      headings: [
        words(.epochAxis), "x", "y", "z", words(.predicted), "y − ŷ", words(.newWeights),
        words(.newBias),
      ], rows: rows, rulesAfter: ends)
    return (table, source.trace.facts.line(words))
  }
}
