/// The eigenvalues and eigenvectors of a real symmetric matrix.
///
/// Cyclic Jacobi rotations: each sweep turns every pair of axes until the entry that couples them is
/// gone; what is left off the diagonal shrinks quadratically. Eigenvalues are exact to a few units in the
/// last place of the largest one, and the order of rotations is fixed, so that results repeat bit
/// for bit. A matrix with an entry that is not finite has NaN for every eigenvalue.
/// - Source: Golub & Van Loan, Matrix Computations, section 8.5.
public enum SymmetricEigenvalues {
  /// The eigenvalues of `matrix`, ascending.
  public static func of(_ matrix: Matrix) -> [Double] { decomposition(matrix).values }

  /// The eigenvalues, ascending, and in column k of `vectors` the unit eigenvector of value k.
  ///
  /// Only the lower triangle of the square `matrix` is read. Of each vector the entry of largest
  /// magnitude is positive, so that signs do not depend on rounding.
  public static func decomposition(_ matrix: Matrix) -> (values: [Double], vectors: Matrix) {
    precondition(
      matrix.rows == matrix.columns, "a matrix of \(matrix.rows) x \(matrix.columns) is not square")
    let count = matrix.rows
    var a = matrix
    for row in 0..<count {
      for column in row + 1..<max(count, row + 1) { a[row, column] = a[column, row] }
    }
    var vectors = Matrix(rows: count, columns: count)
    for index in 0..<count { vectors[index, index] = 1 }
    guard a.values.allSatisfy({ $0.isFinite }) else {
      return ([Double](repeating: .nan, count: count), vectors)
    }
    var sweep = 0
    while sweep < 60, offDiagonal(a) > 0 {
      for p in 0..<count {
        for q in p + 1..<max(count, p + 1) { rotate(&a, &vectors, p, q) }
      }
      sweep += 1
    }
    return sorted(a, vectors)
  }

  private static func offDiagonal(_ a: Matrix) -> Double {
    var sum = 0.0
    for row in 0..<a.rows {
      for column in 0..<row { sum += a[row, column].magnitude }
    }
    return sum
  }

  /// Turns axes p and q so that entry (p, q) becomes 0.
  private static func rotate(_ a: inout Matrix, _ vectors: inout Matrix, _ p: Int, _ q: Int) {
    let coupling = a[p, q]
    let (first, second) = (a[p, p], a[q, q])
    // Too small to change either diagonal entry: rounding, and done with.
    guard coupling != 0 else { return }
    if first.magnitude + coupling.magnitude * 0.01 == first.magnitude,
      second.magnitude + coupling.magnitude * 0.01 == second.magnitude
    {
      a[p, q] = 0
      a[q, p] = 0
      return
    }
    let theta = (second - first) / (2 * coupling)
    let t =
      (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let cosine = 1 / (t * t + 1).squareRoot()
    let sine = t * cosine
    for k in 0..<a.rows {
      let (x, y) = (a[k, p], a[k, q])
      a[k, p] = cosine * x - sine * y
      a[k, q] = sine * x + cosine * y
    }
    for k in 0..<a.rows {
      let (x, y) = (a[p, k], a[q, k])
      a[p, k] = cosine * x - sine * y
      a[q, k] = sine * x + cosine * y
      let (u, v) = (vectors[k, p], vectors[k, q])
      vectors[k, p] = cosine * u - sine * v
      vectors[k, q] = sine * u + cosine * v
    }
    a[p, q] = 0
    a[q, p] = 0
  }

  private static func sorted(_ a: Matrix, _ vectors: Matrix) -> (values: [Double], vectors: Matrix)
  {
    let order = (0..<a.rows).sorted { a[$0, $0] < a[$1, $1] }
    var columns = Matrix(rows: a.rows, columns: a.rows)
    for (column, source) in order.enumerated() {
      var largest = 0.0
      for row in 0..<a.rows where vectors[row, source].magnitude > largest.magnitude {
        largest = vectors[row, source]
      }
      for row in 0..<a.rows {
        columns[row, column] = largest < 0 ? -vectors[row, source] : vectors[row, source]
      }
    }
    return (order.map { a[$0, $0] }, columns)
  }
}
