import Drawings
import Plotting

/// Figures of truth tables.
enum TableFigures {
  /// The table at the left, its four rows as dots at the right.
  static func truthTable(_ name: String, _ answers: [Int]) -> Plot {
    let theme = Theme.slide
    let inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    let table = Table(
      headings: ["x₁", "x₂", name],
      rows: zip(inputs, answers).map { input, answer in
        [TableCell(String(input.0)), TableCell(String(input.1)), TableCell(String(answer))]
      })
    let dots = zip(inputs, answers).map { input, answer in
      Dot(
        Point(Double(input.0), Double(input.1)), shape: .ofClass(answer),
        color: theme.color(ofClass: answer), scale: 2.1)
    }
    return .page(
      name,
      panels: [
        Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.table(table)]),
        Panel(
          x: Axis("x₁", domain: -0.5...1.5, hasGrid: true),
          y: Axis("x₂", domain: -0.5...1.5, hasGrid: true), marks: [.dots(dots)],
          hasEqualUnits: true),
      ], columns: 2)
  }
}
