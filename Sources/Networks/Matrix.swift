/// A rectangle of doubles, stored row after row.
///
/// Element `[row, column]` is `values[row * columns + column]`. Any value is allowed, NaN and
/// infinity too: they take part in arithmetic as IEEE 754 says.
public struct Matrix: Equatable, Sendable {
  /// How many rows, 0 or more.
  public let rows: Int
  /// How many columns, 0 or more.
  public let columns: Int
  /// The elements row after row; always `rows * columns` of them.
  public var values: [Double] {
    didSet {
      precondition(
        values.count == rows * columns,
        "\(values.count) values do not fill a matrix of \(rows) x \(columns)")
    }
  }

  /// Makes a matrix from its elements, row after row.
  public init(rows: Int, columns: Int, values: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have \(rows) x \(columns) elements")
    precondition(
      values.count == rows * columns,
      "\(values.count) values do not fill a matrix of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Makes a matrix whose elements are all equal.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have \(rows) x \(columns) elements")
    self.rows = rows
    self.columns = columns
    values = [Double](repeating: value, count: rows * columns)
  }

  /// Makes a matrix from a list of rows of equal length; no rows make a matrix of 0 x 0.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns)
    for row in rows {
      precondition(row.count == columns, "a row of \(row.count) among rows of \(columns)")
      values.append(contentsOf: row)
    }
    self.init(rows: rows.count, columns: columns, values: values)
  }

  /// The element in one row and column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      checkPlace(row, column)
      return values[row * columns + column]
    }
    set {
      checkPlace(row, column)
      values[row * columns + column] = newValue
    }
  }

  /// The elements of one row, from left to right.
  public func row(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < rows, "no row \(index) in a matrix of \(rows) rows")
    return Array(values[index * columns..<(index + 1) * columns])
  }

  /// The elements of one column, from top to bottom.
  public func column(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < columns, "no column \(index) in one of \(columns) columns")
    return (0..<rows).map { values[$0 * columns + index] }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    result.withMutableElements { target in
      withElements { source in
        for row in 0..<rows {
          for column in 0..<columns { target[column * rows + row] = source[row * columns + column] }
        }
      }
    }
    return result
  }

  /// The rows named by `indices`, in that order; an index may occur more than once.
  public func selectingRows(_ indices: [Int]) -> Matrix {
    var result = Matrix(rows: 0, columns: columns)
    selectRows(indices[...], into: &result)
    return result
  }

  /// Writes the rows named by `indices` to `result`, which keeps its memory if the shape fits.
  public func selectRows(_ indices: ArraySlice<Int>, into result: inout Matrix) {
    result.reshape(rows: indices.count, columns: columns)
    result.withMutableElements { target in
      withElements { source in
        var place = 0
        for index in indices {
          precondition(index >= 0 && index < rows, "no row \(index) in a matrix of \(rows) rows")
          for column in 0..<columns {
            target[place + column] = source[index * columns + column]
          }
          place += columns
        }
      }
    }
  }

  /// Overwrites rows from `start` on with those of `other`, which has as many columns.
  mutating func replaceRows(from start: Int, with other: Matrix) {
    precondition(
      other.columns == columns && start >= 0 && start + other.rows <= rows,
      "no room for \(other.shape) from row \(start) of \(shape)")
    let place = start * columns
    withMutableElements { target in
      other.withElements { source in
        for index in 0..<other.values.count { target[place + index] = source[index] }
      }
    }
  }

  /// Rows and columns together, which prints as `3 x 4`.
  struct Shape: Equatable, CustomStringConvertible {
    let rows: Int
    let columns: Int

    var description: String { "\(rows) x \(columns)" }
  }

  /// The numbers of rows and columns.
  var shape: Shape { Shape(rows: rows, columns: columns) }

  /// Gives the matrix another shape, with elements of no meaning; does nothing if it has it already.
  mutating func reshape(rows: Int, columns: Int) {
    if self.rows != rows || self.columns != columns {
      self = Matrix(rows: rows, columns: columns)
    }
  }

  /// Runs `body` on the elements, row after row.
  @inline(__always)
  func withElements<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    values.withUnsafeElements(body)
  }

  /// Runs `body` on the elements, row after row, which it may change.
  @inline(__always)
  mutating func withMutableElements<Result>(
    _ body: (UnsafeMutablePointer<Double>) -> Result
  ) -> Result {
    values.withUnsafeMutableElements(body)
  }

  @inline(__always)
  private func checkPlace(_ row: Int, _ column: Int) {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "no element [\(row), \(column)] in a matrix of \(rows) x \(columns)")
  }
}

extension [Double] {
  /// Runs `body` on the storage; unlike the buffer, the address is never nil, also of no elements.
  @inline(__always)
  func withUnsafeElements<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result {
    withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array without storage") }
      return body(base)
    }
  }

  /// Runs `body` on the storage, which it may change.
  @inline(__always)
  mutating func withUnsafeMutableElements<Result>(
    _ body: (UnsafeMutablePointer<Double>) -> Result
  ) -> Result {
    withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array without storage") }
      return body(base)
    }
  }
}
