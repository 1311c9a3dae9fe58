import GoldenNumbers
import Networks
import Testing

/// Eigenvalues of symmetric matrices.
struct SymmetricEigenvaluesTests {
  struct Item: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var hessian: [[Double]]
    var eigenvalues: [Double]
    var testDescription: String { id }
  }

  private struct Fixture: Decodable {
    var tolerance: Tolerance
    var items: [Item]
  }

  private static let fixture = try? golden("hessian", as: Fixture.self)
  static let items = fixture?.items ?? []

  @Test func `the golden matrices are there`() {
    #expect(!Self.items.isEmpty)
  }

  @Test(arguments: items)
  func `the eigenvalues of a golden Hessian are the golden ones`(item: Item) throws {
    let found = SymmetricEigenvalues.of(Matrix(item.hessian))
    let mismatch = try #require(Self.fixture).tolerance.mismatch(found, item.eigenvalues)
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test(arguments: items)
  func `vectors are orthonormal and give the matrix back`(item: Item) {
    let matrix = Matrix(item.hessian)
    let (values, vectors) = SymmetricEigenvalues.decomposition(matrix)
    let identity = vectors.transposedMultiplied(by: vectors)
    let scaled = matrix * vectors
    for row in 0..<matrix.rows {
      for column in 0..<matrix.rows {
        // A few units in the last place of entries of size 1.
        #expect((identity[row, column] - (row == column ? 1 : 0)).magnitude < 1e-13)
        #expect(
          (scaled[row, column] - values[column] * vectors[row, column]).magnitude < 1e-13)
      }
    }
  }

  @Test func `a matrix of two rows is solved as by hand`() {
    // λ² − 4λ + 3 = 0 for [[2, 1], [1, 2]].
    let found = SymmetricEigenvalues.of(Matrix([[2, 1], [1, 2]]))
    #expect((found[0] - 1).magnitude < 1e-15 && (found[1] - 3).magnitude < 1e-15)
  }

  @Test func `equal eigenvalues are found as often as they occur`() {
    let found = SymmetricEigenvalues.of(Matrix([[4, 0, 0], [0, 4, 0], [0, 0, 7]]))
    #expect(found == [4, 4, 7])
  }

  @Test func `the eigenvalues add up to the trace`() {
    // The Hilbert matrix of order 6, whose eigenvalues span seven powers of ten.
    let hilbert = Matrix((0..<6).map { row in (0..<6).map { 1 / Double(row + $0 + 1) } })
    let found = SymmetricEigenvalues.of(hilbert)
    let trace = (0..<6).reduce(0) { $0 + hilbert[$1, $1] }
    #expect((found.reduce(0, +) - trace).magnitude < 1e-14)
    #expect(found[0] > 0 && found[0] < 1.1e-7)
  }

  @Test func `a matrix with a NaN has no eigenvalues`() {
    let found = SymmetricEigenvalues.of(Matrix([[1, 0], [.nan, 1]]))
    #expect(found.count == 2 && found.allSatisfy { $0.isNaN })
  }

  @Test func `a matrix of one row is its own eigenvalue, and one of none has none`() {
    #expect(SymmetricEigenvalues.of(Matrix([[-2.5]])) == [-2.5])
    #expect(SymmetricEigenvalues.of(Matrix(rows: 0, columns: 0)).isEmpty)
  }
}
