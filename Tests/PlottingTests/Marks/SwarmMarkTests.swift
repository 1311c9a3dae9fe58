import Drawings
import Plotting
import Testing

struct SwarmMarkTests {
  /// The lowest and the highest point of what is drawn.
  private func heights(_ mark: Mark) -> (least: Double, greatest: Double) {
    let ys = Sheet.commands(of: mark).compactMap { $0.path }.flatMap { $0.corners }.map { $0.y }
    return (ys.min() ?? .nan, ys.max() ?? .nan)
  }

  @Test func `a lone value is a dot in the middle`() {
    let (least, greatest) = heights(.swarm([5], at: 5, reach: 2, color: .scarlet))
    // The middle of the sheet is at 50 points; corners of a circle are rounded.
    #expect(abs((least + greatest) / 2 - 50) < 1e-9 && greatest - least < 5)
  }

  @Test func `equal values are stacked to both sides`() {
    let few = heights(.swarm([5, 5, 5], at: 5, reach: 2, color: .scarlet))
    let one = heights(.swarm([5], at: 5, reach: 2, color: .scarlet))
    #expect(few.least < one.least && few.greatest > one.greatest)
    #expect(abs(few.least + few.greatest - 100) < 1e-9)
  }

  @Test(arguments: [20, 200, 5000])
  func `however many there are, a stack stays within its reach`(count: Int) {
    let values = [Double](repeating: 5, count: count)
    let (least, greatest) = heights(.swarm(values, at: 5, reach: 2, color: .scarlet))
    // Two units are 20 points; a dot at either end stands out by its radius, 1.8 points.
    #expect(least >= 28 && greatest <= 72)
  }

  @Test func `thousands of equal values are few commands`() {
    let mark = Mark.swarm([Double](repeating: 5, count: 5000), at: 5, reach: 2, color: .scarlet)
    let corners = Sheet.commands(of: mark).compactMap { $0.path }.flatMap { $0.corners }
    #expect(corners.count < 20)
  }

  @Test func `bars grow in proportion to the number of values`() {
    let values = [Double](repeating: 2, count: 1000) + [Double](repeating: 8, count: 500)
    let paths = Sheet.commands(of: .swarm(values, at: 5, reach: 2, color: .scarlet))
      .compactMap { $0.path }
    let corners = paths.flatMap { $0.corners }
    func height(_ side: (Point) -> Bool) -> Double {
      let ys = corners.filter(side).map { $0.y }
      return (ys.max() ?? 0) - (ys.min() ?? 0)
    }
    let (left, right) = (height { $0.x < 50 }, height { $0.x > 50 })
    // Both are lengths of rectangles, exact but for rounding.
    #expect(abs(left / right - 2) < 1e-9)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -5])
  func `a value that has no place is left out`(value: Double) {
    #expect(Sheet.commands(of: .swarm([value], at: 5, reach: 1, color: .scarlet)).isEmpty)
  }

  @Test func `the extent holds the values and the reach`() {
    let extent = Mark.swarm([1, .nan, 3], at: 5, reach: 2, color: .scarlet).extent
    #expect(extent.x == 1...3 && extent.y == 3...7)
  }
}
