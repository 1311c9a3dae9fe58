import Languages
import Drawings
import Networks
import Plotting
import Tracing

extension TableContent {
  /// The forward pass of every row: inputs, each hidden activation, output, target.
  static let forwardPasses = TableContent(name: "forward-passes") {
    (sources, context) throws(FigureError) in
    let source = sources[0]
    let (trace, step) = (source.trace, source.step)
    let (words, theme) = (context.words, context.theme)
    let network = step.network
    let pass = network.forward(trace.dataset.inputs)
    var headings = trace.dataset.inputNames
    for (index, layer) in network.layers.dropLast().enumerated() {
      let mark =
        network.layers.count > 2 ? "⁽" + NumberText.superscript(index + 1) + "⁾" : ""
      headings += (1...layer.fanOut).map { "h" + NumberText.subscript($0) + mark }
    }
    headings +=
      network.outputCount == 1
      ? ["z", "ŷ"] : (1...network.outputCount).map { "ŷ" + NumberText.subscript($0) }
    headings.append(words(.target))
    guard headings.count <= mostColumns else {
      throw FigureError(
        "the forward passes of scenario '\(trace.scenario)' have \(headings.count) columns; "
          + "a table holds \(mostColumns)", at: source.location)
    }
    let rows = (0..<trace.dataset.rowCount).map { row -> [TableCell] in
      var cells = trace.dataset.inputs.row(row).map { TableCell(Shown.exact($0)) }
      for layer in 1..<network.layers.count {
        cells += pass.activations[layer].row(row).map { value in
          TableCell(Shown.weight(value), fill: value.isFinite ? tint(value, theme) : nil)
        }
      }
      if network.outputCount == 1 {
        cells.append(
          TableCell(Shown.weight(pass.preActivations[network.layers.count - 1][row, 0])))
      }
      cells += pass.outputs.row(row).map {
        TableCell(NumberText.fixed($0, places: 3), isBold: true)
      }
      cells.append(TableCell(targetName(trace.dataset, row)))
      return cells
    }
    return (
      Table(headings: headings, rows: rows),
      (trace.facts + [.epoch(step.epoch)]).line(words)
    )
  }

  private static let mostColumns = 20

  private static func tint(_ value: Double, _ theme: Theme) -> Color {
    theme.field(0.5 + 0.5 * min(max(value, -1), 1))
  }

  private static func targetName(_ dataset: Dataset, _ row: Int) -> String {
    dataset.classes.isEmpty
      ? Shown.exact(dataset.targets[row, 0]) : dataset.classNames[dataset.classes[row]]
  }
}
