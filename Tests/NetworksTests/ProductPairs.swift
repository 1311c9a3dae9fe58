import CKernels
import Networks

/// A product of two matrices in C and in Swift, with factors and result that lie row after row or
/// column after column.
struct ProductPair: Sendable, CustomStringConvertible {
  let rows: Int
  let depth: Int
  let columns: Int
  /// Which of left, right and result lie column after column.
  let turned: [Bool]

  var description: String { "[\(rows) x \(depth)]·[\(depth) x \(columns)], turned \(turned)" }

  /// Empty, tiny, with ends that fill no vector or tile, and beyond one block of the C kernel.
  static let shapes = [
    (0, 0, 0), (0, 3, 2), (2, 0, 3), (3, 2, 0), (1, 1, 1), (1, 1, 9), (9, 1, 1), (2, 3, 4),
    (4, 3, 5), (3, 5, 7), (5, 4, 8), (7, 40, 3), (9, 2, 33), (17, 31, 8), (8, 32, 9), (8, 33, 8),
    (65, 20, 34), (66, 257, 131), (3, 300, 40), (130, 7, 129),
  ]

  /// Every shape in every layout.
  static let all = shapes.flatMap { rows, depth, columns in
    (0..<8).map { layout in
      ProductPair(
        rows: rows, depth: depth, columns: columns, turned: [0, 1, 2].map { layout >> $0 & 1 == 1 })
    }
  }

  /// The bits of the product as C computes them.
  func native(_ left: [Double], _ right: [Double]) -> [UInt64] {
    var scratch = [Double](repeating: 0, count: kernel_product_scratch(depth, columns) + 1)
    return result { start in
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          kernel_product(
            elements(left, rows, depth, turned[0]), elements(right, depth, columns, turned[1]),
            kernel_result(start: start, row_stride: strides.row, column_stride: strides.column),
            rows, depth, columns, &scratch)
        }
      }
    }
  }

  /// The bits of the product as Swift computes them.
  func portable(_ left: [Double], _ right: [Double]) -> [UInt64] {
    result { start in
      guard let start else { return }
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          guard let left = left.baseAddress, let right = right.baseAddress else { return }
          PortableKernels.multiply(
            turned[0]
              ? StridedElements(left, depth, rows).transposed : StridedElements(left, rows, depth),
            turned[1]
              ? StridedElements(right, columns, depth).transposed
              : StridedElements(right, depth, columns),
            into: start, rowStride: strides.row, columnStride: strides.column)
        }
      }
    }
  }

  private var strides: (row: Int, column: Int) { turned[2] ? (1, rows) : (columns, 1) }

  private func elements(
    _ values: UnsafeBufferPointer<Double>, _ rows: Int, _ columns: Int, _ isTurned: Bool
  ) -> kernel_elements {
    kernel_elements(
      start: values.baseAddress, row_stride: isTurned ? 1 : columns,
      column_stride: isTurned ? rows : 1)
  }

  private func result(_ write: (UnsafeMutablePointer<Double>?) -> Void) -> [UInt64] {
    var result = [Double](repeating: -77, count: rows * columns)
    result.withUnsafeMutableBufferPointer { write($0.baseAddress) }
    return result.sumBits
  }
}
