// Products of matrices. Goals, in this order:
// 1. The same bits on every machine and for every blocking: an element of the product is the sum of
//    its terms from the first to the last, starting from 0, each a rounded product and a rounded
//    addition. So lanes run over elements, never over the terms of a sum, and nothing is fused.
// 2. Speed: eight elements at a time in a few rows, with the factors packed as the kernel reads them.
// 3. One kernel: transposed factors are strides, narrow results swap the two factors. Only tiny
//    products, of which training on XOR is made, take a plain loop.

extension Matrix {
  /// The matrix product `A·B` of an `[n x k]` and a `[k x m]` matrix: `[n x m]`.
  ///
  /// Each element is summed over `k` in ascending order, from 0, without fused operations.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    var result = Matrix(rows: 0, columns: 0)
    left.multiply(by: right, into: &result)
    return result
  }

  /// The product `A·Bᵀ` of this `[n x k]` and another `[m x k]` matrix: `[n x m]`.
  public func multiplied(byTransposeOf other: Matrix) -> Matrix {
    var result = Matrix(rows: 0, columns: 0)
    multiply(byTransposeOf: other, into: &result)
    return result
  }

  /// The product `Aᵀ·B` of this `[k x n]` and another `[k x m]` matrix: `[n x m]`.
  public func transposedMultiplied(by other: Matrix) -> Matrix {
    var result = Matrix(rows: 0, columns: 0)
    transposedMultiply(by: other, into: &result)
    return result
  }

  /// Writes `A·B` to `result`, which keeps its memory if the shape fits.
  func multiply(by other: Matrix, into result: inout Matrix) {
    precondition(columns == other.rows, "no product of \(shape) and \(other.shape)")
    result.reshape(rows: rows, columns: other.columns)
    withElements { left in
      other.withElements { right in
        result.withMutableElements {
          multiplyStrided(
            StridedElements(left, rows, columns),
            StridedElements(right, other.rows, other.columns), into: $0)
        }
      }
    }
  }

  /// Writes `A·Bᵀ` to `result`, which keeps its memory if the shape fits.
  func multiply(byTransposeOf other: Matrix, into result: inout Matrix) {
    precondition(
      columns == other.columns, "no product of \(shape) and the transpose of \(other.shape)")
    result.reshape(rows: rows, columns: other.rows)
    withElements { left in
      other.withElements { right in
        result.withMutableElements {
          multiplyStrided(
            StridedElements(left, rows, columns),
            StridedElements(right, other.rows, other.columns).transposed, into: $0)
        }
      }
    }
  }

  /// Writes `Aᵀ·B` to `result`, which keeps its memory if the shape fits.
  func transposedMultiply(by other: Matrix, into result: inout Matrix) {
    precondition(rows == other.rows, "no product of the transpose of \(shape) and \(other.shape)")
    result.reshape(rows: columns, columns: other.columns)
    withElements { left in
      other.withElements { right in
        result.withMutableElements {
          multiplyStrided(
            StridedElements(left, rows, columns).transposed,
            StridedElements(right, other.rows, other.columns), into: $0)
        }
      }
    }
  }
}

/// Elements in memory: `[row, column]` is at `start[row * rowStride + column * columnStride]`.
package struct StridedElements {
  let start: UnsafePointer<Double>
  let rows: Int
  let columns: Int
  let rowStride: Int
  let columnStride: Int

  /// Elements stored row after row.
  @inline(__always)
  package init(_ start: UnsafePointer<Double>, _ rows: Int, _ columns: Int) {
    self.init(start, rows, columns, rowStride: columns, columnStride: 1)
  }

  @inline(__always)
  private init(
    _ start: UnsafePointer<Double>, _ rows: Int, _ columns: Int, rowStride: Int, columnStride: Int
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// The same elements with rows and columns exchanged.
  @inline(__always)
  package var transposed: StridedElements {
    StridedElements(start, columns, rows, rowStride: columnStride, columnStride: rowStride)
  }
}

/// Writes the product of `left` `[n x k]` and `right` `[k x m]` to `result`, row after row.
func multiplyStrided(
  _ left: StridedElements, _ right: StridedElements, into result: UnsafeMutablePointer<Double>
) {
  let (rows, columns) = (left.rows, right.columns)
  // Lanes along the side that leaves fewer of them empty. The kernel lays them along columns, so for
  // the other side it forms the transposed product Bᵀ·Aᵀ, which has the same terms in the same order.
  let laneCount = columns <= 4 || rows <= 4 ? 4 : Lanes.scalarCount
  let vectorsAlongColumns = (columns + laneCount - 1) / laneCount * rows
  let vectorsAlongRows = (rows + laneCount - 1) / laneCount * columns
  if vectorsAlongColumns <= vectorsAlongRows {
    Kernels.multiply(left, right, into: result, rowStride: columns, columnStride: 1)
  } else {
    Kernels.multiply(
      right.transposed, left.transposed, into: result, rowStride: 1, columnStride: columns)
  }
}
