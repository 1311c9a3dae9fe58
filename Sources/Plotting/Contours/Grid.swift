import Drawings

/// Values of a function at the corners of a regular mesh of squares.
public struct Grid: Sendable, Equatable {
  /// The columns' places, ascending and evenly spaced.
  public let xs: [Double]
  /// The rows' places, ascending and evenly spaced.
  public let ys: [Double]
  /// The values, row by row: `values[row * xs.count + column]` is the one at (`xs[column]`, `ys[row]`).
  public var values: [Double]

  /// Makes a grid; needs at least two columns and two rows, and a value for each crossing.
  public init(xs: [Double], ys: [Double], values: [Double]) {
    precondition(xs.count > 1 && ys.count > 1, "a grid of \(xs.count) by \(ys.count) has no cell")
    precondition(
      values.count == xs.count * ys.count,
      "\(values.count) values for a grid of \(xs.count) by \(ys.count)")
    self.xs = xs
    self.ys = ys
    self.values = values
  }

  /// `count` evenly spaced numbers over `range`, both ends included.
  public static func axis(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    (0..<count).map { index in
      index == count - 1
        ? range.upperBound
        : range.lowerBound + (range.upperBound - range.lowerBound) * Double(index)
          / Double(count - 1)
    }
  }

  /// The value at a crossing.
  public subscript(column: Int, row: Int) -> Double { values[row * xs.count + column] }

  /// The value between the crossings around a place given by its shares along the sides, 0...1,
  /// interpolated linearly both ways; nil outside, or where a value is not finite.
  func value(atShare share: Point) -> Double? {
    guard (0...1).contains(share.x), (0...1).contains(share.y) else { return nil }
    let (x, y) = (share.x * Double(xs.count - 1), share.y * Double(ys.count - 1))
    let (column, row) = (min(Int(x), xs.count - 2), min(Int(y), ys.count - 2))
    let (u, v) = (x - Double(column), y - Double(row))
    let below = self[column, row] * (1 - u) + self[column + 1, row] * u
    let above = self[column, row + 1] * (1 - u) + self[column + 1, row + 1] * u
    let value = below * (1 - v) + above * v
    return value.isFinite ? value : nil
  }

  /// The least and the greatest finite value; nil if there is none.
  public var finiteRange: ClosedRange<Double>? {
    var lower = Double.infinity
    var upper = -Double.infinity
    for value in values where value.isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    return lower <= upper ? lower...upper : nil
  }
}
