import Drawings
import Networks
import Plotting

/// Figures of networks and of what they decide.
enum NetworkFigures {
  private static let theme = Theme.slide

  /// Layers of circles with values, connections as wide as their weights and labelled.
  static func diagram(_ sizes: [Int]) -> Plot {
    var generator = SeededGenerator(seed: 0)
    func text(_ value: Double) -> String { NumberText.fixed(value, places: 2) }
    let places = sizes.enumerated().map { layer, count in
      (0..<count).map { Point(Double(layer), Double(count - 1) / 2 - Double($0)) }
    }
    var links: [Link] = []
    for (before, after) in zip(places, places.dropFirst()) {
      for start in before {
        for end in after {
          let weight = generator.normal()
          let color = weight > 0 ? theme.positive : theme.negative
          links.append(
            Link(
              from: start, to: end, width: abs(weight) * 2, color: color, label: text(weight),
              labelPlace: 0.3))
        }
      }
    }
    let units = places.joined().map { place in
      NetworkUnit(
        at: place, radius: 22, fill: theme.background, outline: theme.ink,
        value: text(generator.normal()), ink: theme.ink)
    }
    return .page(
      "network",
      panels: [
        Panel(
          x: .hidden(-0.5...Double(sizes.count) - 0.5), y: .hidden(-3...3),
          marks: [.links(links), .units(units)])
      ])
  }

  /// A straight boundary between two half planes, and 100 points.
  static func boundary() -> Plot {
    var generator = SeededGenerator(seed: 1)
    let dots = (0..<100).map { _ in
      let place = Point(generator.normal(), generator.normal())
      let class_ = place.x + place.y > 0 ? 1 : 0
      return Dot(place, shape: .ofClass(class_), color: theme.color(ofClass: class_))
    }
    let corners = (low: Point(-3, -3), high: Point(3, 3), ends: [Point(3, -3), Point(-3, 3)])
    return .page(
      "perceptron boundary",
      panels: [
        Panel(
          x: Axis("x₁", domain: -3...3, hasGrid: true),
          y: Axis("x₂", domain: -3...3, hasGrid: true),
          marks: [
            .polygon(corners.ends + [corners.high], color: theme.positive.opacity(0.2)),
            .polygon(corners.ends + [corners.low], color: theme.negative.opacity(0.2)),
            .straightLine(a: 1, b: 1, c: 0, color: theme.ink, width: 1.5), .dots(dots),
          ])
      ])
  }
}
