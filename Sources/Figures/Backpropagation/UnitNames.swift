import Networks
import Plotting

/// How the quantities of a network are called: `x₁`, `h₁`, `ŷ`, `z₁⁽¹⁾`, `w₁₂⁽¹⁾`.
///
/// Layers are counted from 1, the first hidden layer; units and inputs from 0.
struct UnitNames {
  let inputNames: [String]
  /// The number of units of each layer.
  let widths: [Int]

  init(_ network: Network, inputNames: [String]) {
    self.inputNames = inputNames
    widths = network.layers.map { $0.fanOut }
  }

  /// The activation of a unit; of layer 0, an input.
  func activation(_ layer: Int, _ unit: Int) -> String {
    if layer == 0 { return inputNames[unit] }
    if layer == widths.count { return "ŷ" + index(layer, unit) }
    return "h" + NumberText.subscript(unit + 1) + (widths.count > 2 ? mark(layer) : "")
  }

  func preActivation(_ layer: Int, _ unit: Int) -> String {
    "z" + index(layer, unit) + mark(layer)
  }

  func delta(_ layer: Int, _ unit: Int) -> String { "δ" + index(layer, unit) + mark(layer) }

  func bias(_ layer: Int, _ unit: Int) -> String { "b" + index(layer, unit) + mark(layer) }

  func weight(_ layer: Int, _ unit: Int, _ input: Int) -> String {
    "w" + index(layer, unit) + NumberText.subscript(input + 1) + mark(layer)
  }

  /// The target of an output.
  func target(_ unit: Int) -> String { "y" + index(widths.count, unit) }

  /// A layer's number as it stands beside a quantity.
  func mark(_ layer: Int) -> String { "⁽" + NumberText.superscript(layer) + "⁾" }

  /// The number of a unit; a single one needs none.
  private func index(_ layer: Int, _ unit: Int) -> String {
    widths[layer - 1] == 1 ? "" : NumberText.subscript(unit + 1)
  }
}
