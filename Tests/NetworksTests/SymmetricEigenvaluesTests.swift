import Networks
import Testing

struct SymmetricEigenvaluesTests {
  /// Backward errors of the two stages grow with the order like √n ulp of the largest eigenvalue; ten
  /// times that is allowed.
  private func margin(_ order: Int, _ largest: Double) -> Double {
    10 * Double(order).squareRoot() * 2.3e-16 * largest
  }

  @Test func `two by two by hand`() {
    #expect(SymmetricEigenvalues.of(Matrix([[2, 1], [1, 2]])) == [1, 3])
    #expect(SymmetricEigenvalues.of(Matrix([[0, 1], [1, 0]])) == [-1, 1])
  }

  @Test func `matrices that are diagonal, of one element or of none`() {
    #expect(SymmetricEigenvalues.of(Matrix([[3, 0, 0], [0, -1, 0], [0, 0, 2]])) == [-1, 2, 3])
    #expect(SymmetricEigenvalues.of(Matrix([[-7]])) == [-7])
    #expect(SymmetricEigenvalues.of(Matrix([])) == [])
    #expect(SymmetricEigenvalues.of(Matrix(rows: 4, columns: 4)) == [0, 0, 0, 0])
  }

  @Test(arguments: [2, 3, 10, 60])
  func `the chain of masses and springs`(order: Int) {
    // 2 on the diagonal and -1 beside it: 2 - 2 cos(kπ/(n + 1)).
    var matrix = Matrix(rows: order, columns: order)
    for index in 0..<order {
      matrix[index, index] = 2
      if index > 0 {
        matrix[index, index - 1] = -1
        matrix[index - 1, index] = -1
      }
    }
    let found = SymmetricEigenvalues.of(matrix)
    for (index, value) in found.enumerated() {
      let want = 2 - 2 * Elementary.cos(Double(index + 1) * .pi / Double(order + 1))
      #expect(abs(value - want) < margin(order, 4))
    }
  }

  @Test func `the Hilbert matrix of order five`() {
    let rows = (0..<5).map { row in (0..<5).map { 1 / Double(row + $0 + 1) } }
    // From the characteristic polynomial in exact fractions, roots at 40 digits.
    let want = [
      3.287928772171863e-6, 3.0589804015119173e-4, 0.011407491623419806, 0.20853421861101334,
      1.5670506910982308,
    ]
    for (value, want) in zip(SymmetricEigenvalues.of(Matrix(rows)), want) {
      #expect(abs(value - want) < margin(5, 1.6))
    }
  }

  @Test func `a repeated eigenvalue is found as often as it occurs`() {
    // All ones but for the diagonal: n - 1 once and -1 otherwise.
    let order = 30
    var matrix = Matrix(rows: order, columns: order, repeating: 1)
    for index in 0..<order { matrix[index, index] = 0 }
    let values = SymmetricEigenvalues.of(matrix)
    for value in values.dropLast() { #expect(abs(value + 1) < margin(order, 29)) }
    #expect(abs(values[order - 1] - 29) < margin(order, 29))
  }

  @Test(arguments: [2, 5, 40, 120])
  func `vectors are orthonormal and multiply to the matrix`(order: Int) {
    var generator = SeededGenerator(seed: UInt64(order))
    let matrix = GaussianOrthogonalEnsemble.sample(order, using: &generator)
    let (values, vectors) = SymmetricEigenvalues.decomposition(matrix)
    let largest = values.map(\.magnitude).max() ?? 0
    var scaled = vectors
    for row in 0..<order {
      for column in 0..<order { scaled[row, column] *= values[column] }
    }
    let rebuilt = scaled.multiplied(byTransposeOf: vectors)
    let products = vectors.transposedMultiplied(by: vectors)
    for row in 0..<order {
      for column in 0..<order {
        #expect(abs(rebuilt[row, column] - matrix[row, column]) < margin(order, largest))
        #expect(abs(products[row, column] - (row == column ? 1 : 0)) < margin(order, 1))
      }
    }
  }

  @Test func `values alone are those of the decomposition`() {
    var generator = SeededGenerator(seed: 3)
    let matrix = GaussianOrthogonalEnsemble.sample(25, using: &generator)
    #expect(SymmetricEigenvalues.of(matrix) == SymmetricEigenvalues.decomposition(matrix).values)
  }

  @Test func `the largest element of each vector is positive`() {
    var generator = SeededGenerator(seed: 4)
    let matrix = GaussianOrthogonalEnsemble.sample(8, using: &generator)
    let vectors = SymmetricEigenvalues.decomposition(matrix).vectors
    for column in 0..<8 {
      let largest = vectors.column(column).max { $0.magnitude < $1.magnitude }
      #expect(largest.map { $0 > 0 } == true)
    }
  }

  @Test(arguments: [1e-300, 1e-160, 1e160, 1e300])
  func `very small and very large elements`(size: Double) {
    let values = SymmetricEigenvalues.of(Matrix([[2 * size, size], [size, 2 * size]]))
    #expect(abs(values[0] / size - 1) < 1e-15 && abs(values[1] / size - 3) < 1e-15)
  }

  @Test(arguments: [Double.nan, .infinity])
  func `an element that is not finite makes every value NaN`(element: Double) {
    let matrix = Matrix([[1, element], [element, 1]])
    #expect(SymmetricEigenvalues.of(matrix).allSatisfy { $0.isNaN })
    #expect(SymmetricEigenvalues.decomposition(matrix).vectors == Matrix([[1, 0], [0, 1]]))
  }

  @Test func `only the lower triangle is read`() {
    #expect(SymmetricEigenvalues.of(Matrix([[2, .nan], [1, 2]])) == [1, 3])
  }
}
