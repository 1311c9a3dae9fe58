import Drawings
import Plotting
import Testing

struct BandsMarkTests {
  /// A bowl around (5, 5): 0 in the middle, 50 at the corners.
  private let bowl: Grid = {
    let axis = Grid.axis(0...10, count: 21)
    return Grid(
      xs: axis, ys: axis,
      values: axis.flatMap { y in axis.map { ($0 - 5) * ($0 - 5) + (y - 5) * (y - 5) } })
  }()

  /// Twice the area within an outline, positive if it runs counterclockwise where y grows upward.
  private func doubleArea(_ outline: [Point]) -> Double {
    outline.indices.reduce(0) { sum, index in
      let (a, b) = (outline[index], outline[(index + 1) % outline.count])
      return sum + a.x * b.y - b.x * a.y
    }
  }

  @Test func `a region around a basin has the basin as a hole that runs the other way`() throws {
    let outlines = bowl.outlines(above: 9)
    #expect(outlines.count == 2)
    let areas = outlines.map { doubleArea($0) / 2 }.sorted()
    // A circle of radius 3, its arcs replaced by chords half a unit long, which cut off 1 %.
    #expect(abs(areas[0] + 9 * .pi) < 0.3)
    #expect(areas[1] == 100)
  }

  @Test func `the edge of the grid bounds a region in as few corners as it has`() throws {
    let outlines = bowl.outlines(above: -1)
    #expect(outlines.count == 1 && outlines[0].count == 4 && doubleArea(outlines[0]) == 200)
    #expect(Set(outlines[0]) == [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)])
  }

  @Test func `a region that the edge cuts is closed along the edge`() throws {
    // The four corners of the square lie above 40, each cut off by an arc.
    let outlines = bowl.outlines(above: 40)
    #expect(outlines.count == 4)
    #expect(outlines.allSatisfy { doubleArea($0) > 0 })
    #expect(Set(outlines.joined()).isSuperset(of: [Point(0, 0), Point(10, 0), Point(10, 10)]))
  }

  @Test func `values that are not finite lie below every level`() {
    let grid = Grid(xs: [0, 1], ys: [0, 1], values: [.nan, .infinity, -.infinity, .nan])
    #expect(grid.outlines(above: -1e300).isEmpty)
  }

  @Test func `each band is filled on top of the one below`() {
    let colors = [Color.black, .scarlet, Color(hex: 0x00FF00)]
    let commands = Sheet.commands(of: .bands(bowl, levels: [9, 40], colors: colors))
    #expect(commands.count == 3)
    let filled = commands.compactMap { command -> Color? in
      if case .fill(_, let color) = command { color } else { nil }
    }
    #expect(filled == colors)
  }
}
