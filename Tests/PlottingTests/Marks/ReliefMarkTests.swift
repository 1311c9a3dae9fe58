import Drawings
import Plotting
import Testing

/// A surface in parallel projection.
struct ReliefMarkTests {
  private func relief(_ values: [Double], paths: [(places: [Point], color: Color)] = []) -> Relief {
    Relief(
      heights: Grid(xs: [0, 1, 2], ys: [0, 1, 2], values: values), ramp: .viridis, levels: [0.5],
      paths: paths, names: ("w", "b"))
  }

  private func fills(_ commands: [DrawingCommand]) -> [Path] {
    commands.compactMap { if case .fill(let path, _) = $0 { path } else { nil } }
  }

  private func corners(_ path: Path) -> [Point] {
    path.elements.compactMap {
      switch $0 {
      case .move(let point), .line(let point): point
      default: nil
      }
    }
  }

  private func middle(_ path: Path) -> Point {
    let corners = corners(path)
    let count = Double(corners.count)
    return Point(
      corners.reduce(0) { $0 + $1.x } / count, corners.reduce(0) { $0 + $1.y } / count)
  }

  @Test func `a cell is drawn for every four corners after the floor`() {
    let fills = fills(Sheet.commands(of: .relief(relief([Double](repeating: 0.5, count: 9)))))
    #expect(fills.count == 1 + 4)
  }

  @Test func `what is near is drawn after what is far`() {
    // All cells of a flat surface: those farther away stand higher on the page.
    let cells = fills(Sheet.commands(of: .relief(relief([Double](repeating: 0, count: 9)))))
      .dropFirst()
    let places = cells.map { middle($0).y }
    #expect(places.max() == places.last)
    #expect(places.min() == places.first)
  }

  @Test func `a higher cell stands higher on the page`() {
    func first(_ height: Double) -> Double {
      let commands = Sheet.commands(of: .relief(relief([Double](repeating: height, count: 9))))
      return middle(fills(commands)[1]).y
    }
    #expect(first(1) < first(0.5) && first(0.5) < first(0))
  }

  @Test func `a corner that is not finite leaves a hole`() {
    var values = [Double](repeating: 0.5, count: 9)
    values[0] = .nan
    #expect(fills(Sheet.commands(of: .relief(relief(values)))).count == 1 + 3)
  }

  @Test func `a path is drawn on the floor and on the surface above it`() {
    let path = [Point(0.5, 0.5), Point(1.5, 1.5)]
    let plain = relief([Double](repeating: 0, count: 9), paths: [(path, .scarlet)])
    let lines = Sheet.commands(of: .relief(plain)).compactMap { command -> [Point]? in
      guard case .stroke(let path, let color, _) = command, color.opacity(1) == .scarlet else {
        return nil
      }
      return corners(path)
    }.filter { $0.count == 2 }
    #expect(lines.count == 2)
    #expect(lines[0][0].x == lines[1][0].x)
    #expect(lines[1][0].y < lines[0][0].y)
  }

  @Test func `both edges are named, with the values at their ends`() {
    let texts = Sheet.commands(of: .relief(relief([Double](repeating: 0, count: 9))))
      .compactMap { $0.placedText?.content }
    #expect(texts.prefix(2) == ["w", "b"])
    #expect(texts.dropFirst(2).sorted() == ["0", "0", "2.0", "2.0"])
  }

  @Test func `everything lies in the panel`() {
    for command in Sheet.commands(of: .relief(relief([Double](repeating: 1, count: 9)))) {
      guard case .fill(let path, _) = command else { continue }
      for corner in corners(path) {
        #expect(
          Sheet.area.inset(left: -0.01, top: -0.01, right: -0.01, bottom: -0.01).contains(corner))
      }
    }
  }
}
