import Drawings
import Foundation
import Networks
import Plotting

/// Figures of learning as a way downhill.
enum DescentFigures {
  private static let theme = Theme.slide

  /// Gradient descent on (w - 2)² + 1 from -4.
  static func parabola(rate: Double, steps: Int) -> Plot {
    func place(_ w: Double) -> Point { Point(w, (w - 2) * (w - 2) + 1) }
    var weights = [-4.0]
    for _ in 0..<steps {
      let weight = weights[weights.count - 1]
      weights.append(weight - rate * 2 * (weight - 2))
    }
    let path = weights.map(place)
    let arrows = (0..<min(steps, 5)).map { index in
      Mark.arrow(from: path[index], to: path[index + 1], color: theme.ink, width: 1)
    }
    return .page(
      "gradient descent, rate \(NumberText.short(rate, places: 2))",
      panels: [
        Panel(
          x: Axis("w", hasGrid: true), y: Axis("loss", hasGrid: true),
          marks: [
            .line(
              Grid.axis(-6...10, count: 400).map(place), color: theme.color(ofSeries: 0), width: 1.5
            ),
            .line(path, color: theme.color(ofSeries: 1), width: 1.5),
            .dots(path.map { Dot($0, color: theme.color(ofSeries: 1), scale: 0.8) }),
          ] + arrows)
      ])
  }

  /// The level lines of a narrow bowl and a path with momentum.
  static func momentum() -> Plot {
    let axis = Grid.axis(-3...3, count: 121)
    let bowl = Grid(
      xs: axis, ys: axis, values: axis.flatMap { b in axis.map { a in a * a + 10 * b * b } })
    var (weights, velocity) = (Point(-2.5, 1.5), Point(0, 0))
    var path: [Point] = []
    for _ in 0..<60 {
      path.append(weights)
      velocity = Point(
        0.8 * velocity.x - 0.02 * 2 * weights.x, 0.8 * velocity.y - 0.02 * 20 * weights.y)
      weights = weights.moved(velocity.x, velocity.y)
    }
    let levels = (1...20).map { Double($0) * 5 }
    return .page(
      "momentum",
      panels: [
        Panel(
          x: Axis("w₁", domain: -3...3, hasGrid: true),
          y: Axis("w₂", domain: -3...3, hasGrid: true),
          marks: levels.map {
            .contours(bowl, at: [$0], color: ColorRamp.viridis($0 / 100), width: 1.2)
          } + [
            .line(path, color: theme.color(ofSeries: 1), width: 1.5),
            .dots(path.map { Dot($0, color: theme.color(ofSeries: 1), scale: 0.6) }),
          ])
      ])
  }

  /// A training and a validation loss over 1000 epochs, with noise, on a logarithmic scale.
  static func lossCurves() -> Plot {
    var generator = SeededGenerator(seed: 2)
    let curves = [("train", 0.01), ("validation", 0.05)].map { name, floor in
      (
        name,
        (1...1000).map { epoch in
          Point(
            Double(epoch), exp(-Double(epoch) / 150) + floor + 0.01 * generator.uniform())
        }
      )
    }
    return FunctionFigures.lines(
      "loss curves", x: Axis("epoch", hasGrid: true),
      y: Axis("loss", transform: .log, hasGrid: true), curves)
  }
}
