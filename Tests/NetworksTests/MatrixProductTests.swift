import Networks
import Testing

/// Around the eight lanes and the pairs of rows of the kernel, and one shape that is large.
private let shapes: [(rows: Int, depth: Int, columns: Int)] =
  [1, 2, 3, 7, 8, 9, 17].flatMap { rows in
    [0, 1, 2, 5, 16, 33].flatMap { depth in
      [1, 2, 4, 7, 8, 9, 15, 16, 25].map { (rows, depth, $0) }
    }
  } + [(65, 257, 131)]

struct MatrixProductTests {
  @Test(arguments: shapes)
  func `a product has the bits of the plain triple loop`(rows: Int, depth: Int, columns: Int) {
    let left = scattered(rows, depth, salt: 1)
    let right = scattered(depth, columns, salt: 2)
    #expect(bits(left * right) == bits(plainProduct(left, right)))
  }

  @Test(arguments: shapes)
  func `a product by a transpose has the same bits`(rows: Int, depth: Int, columns: Int) {
    let left = scattered(rows, depth, salt: 3)
    let right = scattered(columns, depth, salt: 4)
    let product = left.multiplied(byTransposeOf: right)
    #expect(bits(product) == bits(plainProduct(left, right.transposed)))
  }

  @Test(arguments: shapes)
  func `a product of a transpose has the same bits`(rows: Int, depth: Int, columns: Int) {
    let left = scattered(depth, rows, salt: 5)
    let right = scattered(depth, columns, salt: 6)
    let product = left.transposedMultiplied(by: right)
    #expect(bits(product) == bits(plainProduct(left.transposed, right)))
  }

  @Test(arguments: [1, 20])
  func `a sum starts at positive zero, whatever its terms`(size: Int) {
    let zeros = Matrix(rows: size, columns: size)
    let product = zeros * Matrix(rows: size, columns: size, repeating: -1)
    #expect(product.values.allSatisfy { $0.sign == .plus })
  }
}

private func bits(_ matrix: Matrix) -> [UInt64] { matrix.values.map(\.bitPattern) }

/// Sums from the first term to the last, beginning at 0.
private func plainProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
  var product = Matrix(rows: left.rows, columns: right.columns)
  for row in 0..<left.rows {
    for column in 0..<right.columns {
      var sum = 0.0
      for term in 0..<left.columns { sum += left[row, term] * right[term, column] }
      product[row, column] = sum
    }
  }
  return product
}

/// Numbers of many magnitudes and both signs, so that another order of adding shows in the bits.
private func scattered(_ rows: Int, _ columns: Int, salt: UInt64) -> Matrix {
  var generator = SeededGenerator(seed: salt)
  let values = (0..<rows * columns).map { _ in
    generator.normal() * Double(sign: .plus, exponent: Int(generator.next() % 20), significand: 1)
  }
  return Matrix(rows: rows, columns: columns, values: values)
}
