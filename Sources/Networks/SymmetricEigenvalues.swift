/// The eigenvalues and eigenvectors of a real symmetric matrix.
///
/// Goals: a fixed order of operations, so that results repeat bit for bit; then errors of a few units
/// in the last place of the largest eigenvalue; then speed, about `4/3 n³` multiplications, or `6 n³`
/// with vectors. Reflections make the matrix tridiagonal, and shifted QR steps make that diagonal.
///
/// - Source: Householder 1958, Unitary Triangularization of a Nonsymmetric Matrix; Francis 1961, The
///   QR Transformation, with the shift of Wilkinson 1968.
public enum SymmetricEigenvalues {
  /// The eigenvalues of the square `matrix`, ascending; only its lower triangle is read.
  ///
  /// All are NaN if an element is not finite.
  public static func of(_ matrix: Matrix) -> [Double] {
    var solver = Solver(matrix, wantsVectors: false)
    return solver.solve() ? solver.diagonal.sorted() : solver.unknown.values
  }

  /// The eigenvalues, ascending, and in column k of `vectors` the unit eigenvector of value k.
  ///
  /// Only the lower triangle of the square `matrix` is read. Of each vector the element of largest
  /// magnitude is positive, so that signs do not depend on rounding. If an element of `matrix` is not
  /// finite, all values are NaN and the vectors are the axes.
  public static func decomposition(_ matrix: Matrix) -> (values: [Double], vectors: Matrix) {
    var solver = Solver(matrix, wantsVectors: true)
    return solver.solve() ? solver.sorted : solver.unknown
  }
}

/// A matrix on its way to diagonal form.
private struct Solver {
  /// The order of the matrix.
  private let count: Int
  private let wantsVectors: Bool
  /// The power of two by which elements were divided: their squares then neither over- nor underflow.
  private let scale: Double
  private let isFinite: Bool
  /// The symmetric matrix; later, below the diagonal, the vectors of the reflections.
  private var matrix: [Double]
  /// What each reflection `1 - factor v vᵀ` multiplies by.
  private var factors: [Double]
  /// The diagonal of the tridiagonal matrix; in the end the eigenvalues.
  private(set) var diagonal: [Double]
  /// Element `i` couples the rows `i` and `i + 1`.
  private var couplings: [Double]
  /// Row `k` is the eigenvector of value `k`, where rows are quick to turn.
  private var vectors: [Double] = []

  init(_ matrix: Matrix, wantsVectors: Bool) {
    precondition(
      matrix.rows == matrix.columns,
      "a matrix of \(matrix.rows) x \(matrix.columns) is not square")
    count = matrix.rows
    self.wantsVectors = wantsVectors
    var values = matrix.values
    var largest = 0.0
    var isFinite = true
    for row in 0..<count {
      for column in 0...row {
        let value = values[row * count + column]
        values[column * count + row] = value
        largest = max(largest, value.magnitude)
        isFinite = isFinite && value.isFinite
      }
    }
    self.isFinite = isFinite
    let exponent = isFinite && largest >= .leastNormalMagnitude ? largest.exponent : 0
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    for index in values.indices { values[index] /= scale }
    self.scale = scale
    self.matrix = values
    factors = [Double](repeating: 0, count: count)
    diagonal = factors
    couplings = factors
  }

  /// What is said of a matrix that is not finite.
  var unknown: (values: [Double], vectors: Matrix) {
    var axes = Matrix(rows: count, columns: count)
    for index in 0..<count { axes[index, index] = 1 }
    return ([Double](repeating: .nan, count: count), axes)
  }

  /// The eigenvalues in ascending order with their vectors in columns.
  var sorted: (values: [Double], vectors: Matrix) {
    let order = (0..<count).sorted {
      diagonal[$0] < diagonal[$1] || diagonal[$0] == diagonal[$1] && $0 < $1
    }
    var columns = Matrix(rows: count, columns: count)
    for (column, source) in order.enumerated() {
      let vector = vectors[source * count..<(source + 1) * count]
      var largest = 0.0
      for element in vector where element.magnitude > largest.magnitude { largest = element }
      for (row, element) in vector.enumerated() {
        columns.values[row * count + column] = largest < 0 ? -element : element
      }
    }
    return (order.map { diagonal[$0] }, columns)
  }

  /// Fills `diagonal` with the eigenvalues, and `vectors`; false if there is nothing to be found.
  mutating func solve() -> Bool {
    guard isFinite else { return false }
    for column in 0..<max(count - 2, 0) { reflect(column) }
    for row in 0..<count { diagonal[row] = matrix[row * count + row] }
    if count > 1 { couplings[count - 2] = matrix[(count - 1) * count + count - 2] }
    if wantsVectors { collectReflections() }
    let isSolved = diagonalize()
    // Adding 0 turns -0 into 0.
    for index in 0..<count { diagonal[index] = diagonal[index] * scale + 0 }
    return isSolved
  }

  /// Makes the elements of a column below `column + 1` zero, by a reflection from both sides.
  private mutating func reflect(_ column: Int) {
    let first = column + 1
    var tail = 0.0
    for row in first + 1..<count {
      let element = matrix[row * count + column]
      tail += element * element
    }
    let head = matrix[first * count + column]
    couplings[column] = head
    guard tail > 0 else { return }
    let length = (head * head + tail).squareRoot()
    couplings[column] = head > 0 ? -length : length
    // v = x - |x| e, with the sign that does not cancel.
    matrix[first * count + column] = head - couplings[column]
    let factor = 1 / (length * (length + head.magnitude))
    factors[column] = factor
    var products = [Double](repeating: 0, count: count)
    matrix.withUnsafeMutableElements { a in
      products.withUnsafeMutableElements { p in
        Self.reflect(a, column, count, factor: factor, products: p)
      }
    }
  }

  /// Subtracts `v wᵀ + w vᵀ` from the lower right part, `v` being what `column` holds below it.
  private static func reflect(
    _ a: UnsafeMutablePointer<Double>, _ column: Int, _ count: Int, factor: Double,
    products: UnsafeMutablePointer<Double>
  ) {
    let first = column + 1
    for row in first..<count {
      let v = a[row * count + column]
      for other in first..<count { products[other] += a[row * count + other] * v }
    }
    var overlap = 0.0
    for row in first..<count {
      products[row] *= factor
      overlap += products[row] * a[row * count + column]
    }
    for row in first..<count {
      products[row] -= 0.5 * factor * overlap * a[row * count + column]
    }
    // The row of the reflected column is free: there v lies side by side.
    for other in first..<count { a[column * count + other] = a[other * count + column] }
    let v = a + column * count
    for row in first..<count {
      let (ownV, ownW) = (v[row], products[row])
      for other in first..<count {
        a[row * count + other] -= ownV * products[other] + ownW * v[other]
      }
    }
  }

  /// Multiplies the reflections, so that the rows of `vectors` are the axes before them.
  private mutating func collectReflections() {
    let count = count
    vectors = [Double](repeating: 0, count: count * count)
    for index in 0..<count { vectors[index * count + index] = 1 }
    for column in (0..<max(count - 2, 0)).reversed() where factors[column] != 0 {
      let factor = factors[column]
      let v = matrix[column * count..<(column + 1) * count]
      vectors.withUnsafeMutableElements { rows in
        for row in column + 1..<count {
          var product = 0.0
          for place in column + 1..<count {
            product += rows[row * count + place] * v[v.startIndex + place]
          }
          for place in column + 1..<count {
            rows[row * count + place] -= factor * product * v[v.startIndex + place]
          }
        }
      }
    }
  }

  /// Turns axes until no coupling is left; false if that does not end, which is not known to occur.
  private mutating func diagonalize() -> Bool {
    var last = count - 1
    var stepsLeft = 60 * count
    while last > 0 {
      for index in 0..<last where isNegligible(index) { couplings[index] = 0 }
      if couplings[last - 1] == 0 {
        last -= 1
        continue
      }
      var first = last - 1
      while first > 0, couplings[first - 1] != 0 { first -= 1 }
      if first == last - 1 {
        split(first)
        continue
      }
      guard stepsLeft > 0 else { return false }
      stepsLeft -= 1
      step(first, last)
    }
    return true
  }

  /// Whether a coupling is too small to change the last place of the diagonal beside it.
  private func isNegligible(_ index: Int) -> Bool {
    let size = diagonal[index].magnitude + diagonal[index + 1].magnitude
    let coupling = couplings[index].magnitude
    return coupling <= 0x1p-53 * size || coupling < 0x1p-900
  }

  /// Turns two rows that are coupled with each other only so that they no longer are.
  ///
  /// - Source: Jacobi 1846, Über ein leichtes Verfahren
  private mutating func split(_ row: Int) {
    let coupling = couplings[row]
    let ratio = (diagonal[row + 1] - diagonal[row]) / (2 * coupling)
    let root = (1 + ratio * ratio).squareRoot()
    let tangent = 1 / (ratio < 0 ? ratio - root : ratio + root)
    diagonal[row] -= tangent * coupling
    diagonal[row + 1] += tangent * coupling
    couplings[row] = 0
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    if wantsVectors { turn(row, cosine, -tangent * cosine) }
  }

  /// One QR step on the rows `first ... last`, which are all coupled, without forming Q or R.
  private mutating func step(_ first: Int, _ last: Int) {
    let half = (diagonal[last - 1] - diagonal[last]) / 2
    let coupling = couplings[last - 1]
    let root = (half * half + coupling * coupling).squareRoot()
    let shift = diagonal[last] - coupling * (coupling / (half < 0 ? half - root : half + root))
    var (x, bulge) = (diagonal[first] - shift, couplings[first])
    for row in first..<last {
      let length = (x * x + bulge * bulge).squareRoot()
      let (cosine, sine) = length > 0 ? (x / length, bulge / length) : (1, 0)
      if row > first { couplings[row - 1] = length }
      let (upper, lower, between) = (diagonal[row], diagonal[row + 1], couplings[row])
      let mixed = 2 * cosine * sine * between
      diagonal[row] = cosine * cosine * upper + mixed + sine * sine * lower
      diagonal[row + 1] = sine * sine * upper - mixed + cosine * cosine * lower
      couplings[row] =
        (cosine * cosine - sine * sine) * between + cosine * sine * (lower - upper)
      if row + 1 < last {
        x = couplings[row]
        bulge = sine * couplings[row + 1]
        couplings[row + 1] *= cosine
      }
      if wantsVectors { turn(row, cosine, sine) }
    }
  }

  /// Turns the rows `row` and `row + 1` of the vectors.
  private mutating func turn(_ row: Int, _ cosine: Double, _ sine: Double) {
    let count = count
    vectors.withUnsafeMutableElements { vectors in
      let (upper, lower) = (vectors + row * count, vectors + (row + 1) * count)
      for place in 0..<count {
        let (a, b) = (upper[place], lower[place])
        upper[place] = cosine * a + sine * b
        lower[place] = cosine * b - sine * a
      }
    }
  }
}
