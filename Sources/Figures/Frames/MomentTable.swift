import Languages
import Networks
import Plotting
public import Tracing

/// A table of numbers of a trace at one moment, as it stands beside an animation.
///
/// At every moment of a training it has the same columns and as many rows.
public struct MomentTable: Equatable, Sendable {
  /// What it holds.
  public let title: String
  /// The names of the columns.
  public let headings: [String]
  /// The cells, row by row, as a reader sees them; `NaN` and infinities by their signs.
  public let rows: [[String]]

  /// What is read at a glance: more than this is what the files of numbers are for.
  private static let mostRows = 8
  private static let mostColumns = 14
  private static let mostParameters = 24

  /// The same table of the training that is called `name`.
  public func named(_ name: String) -> MomentTable {
    MomentTable(title: "\(name): \(title)", headings: headings, rows: rows)
  }

  /// The tables of the last step of a training: the passes of its rows, and its parameters.
  ///
  /// A table that would be too large to be read is left out.
  public static func tables(of trace: Trace, _ words: Words) -> [MomentTable] {
    let names = UnitNames(trace.last.network, inputNames: trace.dataset.inputNames)
    return [passes(of: trace, names, words), parameters(of: trace.last, names, words)].compactMap {
      $0
    }
  }

  /// Inputs, activations, the last weighted sums, targets, and the derivatives by every weighted sum.
  private static func passes(of trace: Trace, _ names: UnitNames, _ words: Words) -> MomentTable? {
    let (step, layers) = (trace.last, names.widths.count)
    guard step.rows.count <= mostRows, layers > 0 else { return nil }
    var columns: [(heading: String, value: (Int) -> String)] = []
    let (pass, gradients) = (step.forward, step.gradients)
    for layer in 0..<layers {
      let show = layer == 0 ? Shown.exact : value
      for unit in 0..<pass.activations[layer].columns {
        columns.append(
          (names.activation(layer, unit), { show(pass.activations[layer][$0, unit]) }))
      }
    }
    for unit in 0..<names.widths[layers - 1] {
      columns.append(
        (names.preActivation(layers, unit), { value(pass.preActivations[layers - 1][$0, unit]) }))
    }
    for unit in 0..<names.widths[layers - 1] {
      columns.append((names.activation(layers, unit), { value(pass.outputs[$0, unit]) }))
    }
    columns.append((words(.target), { target(trace.dataset, step.rows[$0]) }))
    if let gradients {
      for layer in 0..<layers {
        for unit in 0..<names.widths[layer] {
          columns.append(
            (
              names.delta(layer + 1, unit), { value(gradients.preActivations[layer][$0, unit]) }
            ))
        }
      }
    }
    guard columns.count <= mostColumns else { return nil }
    return MomentTable(
      title: words(gradients == nil ? .plainPassTable : .passTable),
      headings: columns.map { $0.heading },
      rows: step.rows.indices.map { row in columns.map { $0.value(row) } })
  }

  private static func parameters(of step: TraceStep, _ names: UnitNames, _ words: Words)
    -> MomentTable?
  {
    let network = step.network
    let values = network.parameters
    guard values.count <= mostParameters else { return nil }
    let gradients = step.gradients?.flat
    let rows = values.indices.compactMap { index -> [String]? in
      guard let place = ParameterPlace(index, in: network) else { return nil }
      let name =
        place.input.map { names.weight(place.layer + 1, place.unit, $0) }
        ?? names.bias(place.layer + 1, place.unit)
      return [name, value(values[index])] + (gradients.map { [value($0[index])] } ?? [])
    }
    let headings = [words(.parameterHeading), words(.valueHeading)]
    return MomentTable(
      title: words(gradients == nil ? .plainParameterTable : .parameterTable),
      headings: headings + (gradients == nil ? [] : [words(.gradientHeading)]), rows: rows)
  }

  /// Four significant digits: enough to follow an update by hand.
  private static func value(_ number: Double) -> String {
    NumberText.significant(number, digits: 4)
  }

  private static func target(_ dataset: Dataset, _ row: Int) -> String {
    dataset.classes.isEmpty
      ? Shown.exact(dataset.targets[row, 0]) : dataset.classNames[dataset.classes[row]]
  }
}
