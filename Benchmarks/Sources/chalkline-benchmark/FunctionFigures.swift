import Drawings
import Foundation
import Plotting

/// Figures of functions of one number.
enum FunctionFigures {
  static let names = ["step", "sigmoid", "tanh", "ReLU", "leaky ReLU", "softplus"]
  private static let theme = Theme.slide
  private static let xs = Grid.axis(-5...5, count: 501)

  /// The function and its derivative, dashed.
  static func one(_ index: Int) -> Plot {
    let (function, derivative) = functions[index]
    var keys = [Key.line(theme.color(ofSeries: 0), width: 2, dash: [], names[index])]
    if derivative != nil {
      keys.append(.line(theme.color(ofSeries: 1), width: 2, dash: dash, "derivative"))
    }
    let axes = [
      Mark.rule(at: 0, of: .across, color: theme.ink, width: 0.8),
      .rule(at: 0, of: .up, color: theme.ink, width: 0.8),
    ]
    return .page(
      names[index], keys: keys,
      panels: [
        Panel(
          x: Axis("x", hasGrid: true), y: Axis("y", hasGrid: true),
          marks: axes + curves(function, derivative, width: 2))
      ])
  }

  /// All of them.
  static func panels() -> Plot {
    .page(
      "activations",
      panels: names.indices.map { index in
        let (function, derivative) = functions[index]
        return Panel(
          title: names[index], x: Axis(hasGrid: true), y: Axis(hasGrid: true),
          marks: curves(function, derivative, width: 1.5))
      }, columns: 3)
  }

  /// Squared, absolute and Huber loss.
  static func losses() -> Plot {
    let named: [(String, (Double) -> Double)] = [
      ("squared", { $0 * $0 }), ("absolute", { abs($0) }),
      ("Huber", { abs($0) < 1 ? $0 * $0 / 2 : abs($0) - 0.5 }),
    ]
    return lines(
      "loss functions", x: Axis("error", hasGrid: true),
      y: Axis("loss", domain: 0...10, hasGrid: true),
      named.map { name, loss in (name, xs.map { Point($0, loss($0)) }) })
  }

  /// The cross-entropy of both answers.
  static func crossEntropy() -> Plot {
    let shares = Grid.axis(0.001...0.999, count: 500)
    return lines(
      "binary cross-entropy", x: Axis("p", hasGrid: true), y: Axis("loss", hasGrid: true),
      [
        ("y = 1", shares.map { Point($0, -log($0)) }),
        ("y = 0", shares.map { Point($0, -log(1 - $0)) }),
      ])
  }

  /// Named lines in one panel.
  static func lines(_ title: String, x: Axis, y: Axis, _ named: [(String, [Point])]) -> Plot {
    .page(
      title,
      keys: named.enumerated().map { index, line in
        .line(theme.color(ofSeries: index), width: 2, dash: [], line.0)
      },
      panels: [
        Panel(
          x: x, y: y,
          marks: named.enumerated().map { index, line in
            .line(line.1, color: theme.color(ofSeries: index), width: 2)
          })
      ])
  }

  private static let dash = [6.0, 4]

  private static func curves(
    _ function: (Double) -> Double, _ derivative: ((Double) -> Double)?, width: Double
  ) -> [Mark] {
    var marks: [Mark] = []
    if let derivative {
      marks.append(
        .line(
          xs.map { Point($0, derivative($0)) }, color: theme.color(ofSeries: 1), width: width,
          dash: dash))
    }
    marks.append(
      .line(xs.map { Point($0, function($0)) }, color: theme.color(ofSeries: 0), width: width))
    return marks
  }

  private static func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

  private static var functions: [((Double) -> Double, ((Double) -> Double)?)] {
    [
      ({ $0 > 0 ? 1 : 0 }, nil),
      ({ sigmoid($0) }, { sigmoid($0) * (1 - sigmoid($0)) }),
      ({ tanh($0) }, { 1 - tanh($0) * tanh($0) }),
      ({ max($0, 0) }, { $0 > 0 ? 1 : 0 }),
      ({ $0 > 0 ? $0 : 0.1 * $0 }, { $0 > 0 ? 1 : 0.1 }),
      ({ log1p(exp($0)) }, { sigmoid($0) }),
    ]
  }
}
