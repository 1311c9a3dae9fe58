/// Random symmetric matrices whose distribution does not depend on the choice of axes.
///
/// `S = (A + Aᵀ)/2`, all elements of `A` independent and standard normal: variance 1 on the diagonal
/// and 1/2 beside it. Equal variances everywhere are another ensemble with other probabilities.
public enum GaussianOrthogonalEnsemble {
  /// The probability that all eigenvalues of an `n x n` matrix are above 0, for `n` of 1 to 8.
  ///
  /// From closed forms, rounded correctly: 1/2, `(2 - √2)/4`, `1/4 - √2/(2π)`, ... It falls much faster
  /// than `2⁻ⁿ`, since eigenvalues repel each other. Nil of other `n`.
  ///
  /// - Source: de Bruijn 1955, On Some Multiple Integrals Involving Determinants: a Pfaffian of
  ///   moments over the half line, over that of the whole line
  public static func probabilityPositive(_ n: Int) -> Double? {
    switch n {
    case 1: PositiveShare(one: 1, over: 2).value
    case 2: PositiveShare(one: 2, root: -1, over: 4).value
    case 3: PositiveShare(one: 1, rootPerPi: -2, over: 4).value
    case 4: PositiveShare(one: 4, root: -1, perPi: -8, over: 16).value
    case 5: PositiveShare(one: 3, perPi: -8, rootPerPi: -1, over: 24).value
    case 6: PositiveShare(one: 48, root: -21, perPi: -148, rootPerPi: 64, over: 384).value
    case 7:
      PositiveShare(one: 180, perPi: -564, rootPerPi: -327, rootPerPiSquared: 1024, over: 2880)
        .value
    case 8:
      PositiveShare(
        one: 1440, root: -405, perPi: -7131, rootPerPi: 1272, perPiSquared: 8192, over: 23040
      ).value
    default: nil
    }
  }

  /// Draws one `n x n` matrix, its lower triangle row after row.
  public static func sample(_ n: Int, using generator: inout SeededGenerator) -> Matrix {
    var matrix = Matrix(rows: n, columns: n)
    for row in 0..<n {
      for column in 0...row {
        let value = element(row, column, &generator)
        matrix[row, column] = value
        matrix[column, row] = value
      }
    }
    return matrix
  }

  /// Estimates the probability that all eigenvalues are above 0, by drawing matrices and counting.
  ///
  /// A matrix is drawn row after row and given up at the first leading minor that is not above 0, so
  /// that most cost a few numbers.
  ///
  /// - Parameters:
  ///   - n: The order of the matrices, 1 or more.
  ///   - samples: How many are drawn, 1 or more.
  ///   - seed: Of the random numbers; the same seed gives the same result.
  /// - Returns: How many matrices were positive definite, their share, and its standard error, which
  ///   of no hits is given as one hit would be, `1/samples`.
  public static func estimate(
    n: Int, samples: Int, seed: UInt64
  ) -> (hits: Int, share: Double, standardError: Double) {
    precondition(n > 0 && samples > 0, "\(samples) matrices of \(n) x \(n)")
    var generator = SeededGenerator(seed: seed)
    var factor = [Double](repeating: 0, count: n * n)
    var hits = 0
    for _ in 0..<samples where drawsPositive(n, &factor, &generator) { hits += 1 }
    let (share, count) = (Double(hits) / Double(samples), Double(samples))
    let error = hits == 0 ? 1 / count : (share * (1 - share) / count).squareRoot()
    return (hits, share, error)
  }

  /// Draws a matrix while its Cholesky factor exists; whether that is to the end.
  ///
  /// - Source: Golub & Van Loan, Matrix Computations, section 4.2
  private static func drawsPositive(
    _ n: Int, _ factor: inout [Double], _ generator: inout SeededGenerator
  ) -> Bool {
    for row in 0..<n {
      for column in 0...row {
        var rest = element(row, column, &generator)
        for place in 0..<column { rest -= factor[row * n + place] * factor[column * n + place] }
        if column < row {
          factor[row * n + column] = rest / factor[column * n + column]
        } else if rest > 0 {
          factor[row * n + row] = rest.squareRoot()
        } else {
          return false
        }
      }
    }
    return true
  }

  private static func element(
    _ row: Int, _ column: Int, _ generator: inout SeededGenerator
  ) -> Double {
    row == column ? generator.normal() : generator.normal() * 0.5.squareRoot()
  }
}

/// A sum of whole multiples of 1, √2, 1/π, √2/π, 1/π² and √2/π², over a whole number.
///
/// The terms cancel to nine digits, so they are added as fixed-point numbers of 100 binary places.
private struct PositiveShare {
  var one: Int128 = 0
  var root: Int128 = 0
  var perPi: Int128 = 0
  var rootPerPi: Int128 = 0
  var perPiSquared: Int128 = 0
  var rootPerPiSquared: Int128 = 0
  var over: Double

  var value: Double {
    var sum = one * 0x10_0000_0000_0000_0000_0000_0000
    sum += root * 0x16_a09e_667f_3bcc_908b_2fb1_366f
    sum += perPi * 0x5_17cc_1b72_7220_a94f_e13a_be90
    sum += rootPerPi * 0x7_33d9_0a6f_9988_47f3_8567_0aed
    sum += perPiSquared * 0x1_9f02_f622_2c71_fb6d_5b9c_1b51
    sum += rootPerPiSquared * 0x2_4aea_3cac_2882_54ef_62eb_d240
    return Double(sum) * 0x1p-100 / over
  }
}
