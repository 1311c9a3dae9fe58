import GoldenNumbers
import Networks
import Testing

private struct Odds: Decodable {
  let tolerance: Tolerance
  let items: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let n: Int
    let exact: Double

    var description: String { "n = \(n)" }
  }
}

private func golden() throws -> Odds { try GoldenNumbers.golden("goe-positive") }

struct GaussianOrthogonalEnsembleTests {
  @Test(arguments: try golden().items)
  private func `the exact probabilities`(item: Odds.Item) throws {
    let probability = GaussianOrthogonalEnsemble.probabilityPositive(item.n)
    #expect(try golden().tolerance.accepts(try #require(probability), item.exact))
    // Sums in fixed point do not cancel, so that even the last place is right.
    #expect(abs(try #require(probability) - item.exact) <= item.exact.ulp)
  }

  @Test(arguments: [-1, 0, 9])
  func `orders without a closed form here`(order: Int) {
    #expect(GaussianOrthogonalEnsemble.probabilityPositive(order) == nil)
  }

  @Test(arguments: 1...6)
  func `an estimate is near the exact probability`(order: Int) throws {
    let exact = try #require(GaussianOrthogonalEnsemble.probabilityPositive(order))
    let estimate = GaussianOrthogonalEnsemble.estimate(n: order, samples: 400_000, seed: 1)
    // Five standard errors, of the exact value since a rare event may not be seen at all.
    let standardError = (exact * (1 - exact) / 400_000).squareRoot()
    #expect(abs(estimate.share - exact) <= 5 * standardError)
    #expect(estimate.share == Double(estimate.hits) / 400_000)
  }

  @Test func `an estimate without hits has the error of one`() {
    let estimate = GaussianOrthogonalEnsemble.estimate(n: 8, samples: 1000, seed: 1)
    #expect(estimate.hits == 0 && estimate.share == 0 && estimate.standardError == 0.001)
  }

  @Test func `the same seed gives the same estimate`() {
    let estimates = [7, 7, 8].map {
      GaussianOrthogonalEnsemble.estimate(n: 3, samples: 5000, seed: $0).hits
    }
    #expect(estimates[0] == estimates[1])
    #expect(estimates[0] != estimates[2])
  }

  @Test(arguments: [2, 3])
  func `eigenvalues of sampled matrices are all positive as often`(order: Int) throws {
    let exact = try #require(GaussianOrthogonalEnsemble.probabilityPositive(order))
    var generator = SeededGenerator(seed: 2)
    let hits = (0..<20_000).count { _ in
      let matrix = GaussianOrthogonalEnsemble.sample(order, using: &generator)
      return SymmetricEigenvalues.of(matrix)[0] > 0
    }
    let standardError = (exact * (1 - exact) / 20_000).squareRoot()
    #expect(abs(Double(hits) / 20_000 - exact) <= 5 * standardError)
  }

  @Test func `variances are 1 on the diagonal and 1/2 beside it`() {
    var generator = SeededGenerator(seed: 3)
    var (diagonal, beside) = (0.0, 0.0)
    for _ in 0..<20_000 {
      let matrix = GaussianOrthogonalEnsemble.sample(2, using: &generator)
      diagonal += (matrix[0, 0] * matrix[0, 0] + matrix[1, 1] * matrix[1, 1]) / 40_000
      beside += matrix[1, 0] * matrix[0, 1] / 20_000
    }
    // A mean of k squares of variance v errs by v √(2/k): five times 0.0071 and 0.005.
    #expect(abs(diagonal - 1) < 0.036)
    #expect(abs(beside - 0.5) < 0.025)
  }
}
