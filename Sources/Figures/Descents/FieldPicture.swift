import Drawings
import Networks
import Plotting

/// A function of two numbers over a rectangle: its colors and level lines.
struct FieldPicture {
  let grid: Grid
  let isLogarithmic: Bool
  /// The least and greatest value, which the ends of the ramp stand for.
  let range: ClosedRange<Double>

  /// Levels of a logarithmic ramp begin at this share of the range above the lowest.
  private static let floor = 1.0 / 300
  private static let span = Elementary.log(1 + 1 / floor)

  init(
    of field: ScalarField, x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int,
    isLogarithmic: Bool
  ) {
    let xs = Grid.axis(x, count: resolution)
    let ys = Grid.axis(y, count: resolution)
    let values = ys.flatMap { y in xs.map { x in field.value([x, y]) } }
    grid = Grid(xs: xs, ys: ys, values: values)
    self.isLogarithmic = isLogarithmic
    if let range = grid.finiteRange, range.lowerBound < range.upperBound {
      self.range = range
    } else {
      range = 0...1
    }
  }

  /// The places of a ramp from 0 to 1.
  private func share(_ value: Double) -> Double {
    let linear = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return isLogarithmic ? Elementary.log(1 + linear / Self.floor) / Self.span : linear
  }

  private func value(_ share: Double) -> Double {
    let linear = isLogarithmic ? (Elementary.exp(share * Self.span) - 1) * Self.floor : share
    return range.lowerBound + linear * (range.upperBound - range.lowerBound)
  }

  private var levels: [Double] { (1...13).map { value(Double($0) / 14) } }

  /// Colors and level lines.
  func marks(_ theme: Theme) -> [Mark] {
    var colored = grid
    colored.values = grid.values.map(share)
    return [
      .raster(colored, ramp: theme.sequential, domain: 0...1),
      .contours(grid, at: levels, color: Color(hex: 0xFFFFFF).opacity(0.4), width: theme.hairline),
    ]
  }

  /// The level lines alone, for a picture that has other colors.
  func lines(_ theme: Theme) -> Mark {
    .contours(grid, at: levels, color: theme.ink.opacity(0.3), width: theme.hairline)
  }
}
