import GoldenNumbers
import Networks
import Testing
import Tracing

private struct LocalOptima: Decodable {
  struct Basin: Decodable, Sendable, CustomTestStringConvertible {
    let id, function: String
    let learningRate: Double
    let steps: Int
    let axes: [[Double]]
    let minima: [[Double]]
    let labels: [[Int]]
    let sensitive: [[Bool]]
    let finalPositions: [[[Double]]]

    var testDescription: String { id }

    /// Golden names are in camel case: `sixHumpCamel` is `six-hump-camel`.
    var field: ScalarField? {
      ScalarField.named(
        function.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined())
    }

    func descent(from starts: [[Double]] = []) throws -> Descent {
      DescentSpec(
        field: try #require(field), starts: starts,
        optimizer: .sgd(learningRate: learningRate), steps: steps
      ).run()
    }
  }

  let basins: [Basin]
}

private func basins() throws -> [LocalOptima.Basin] {
  try golden("local-optima", as: LocalOptima.self).basins
}

struct BasinTests {
  @Test(arguments: try basins())
  private func `basins agree with the golden map`(basin: LocalOptima.Basin) throws {
    let descent = try basin.descent()
    let labels = descent.basins(xs: basin.axes[0], ys: basin.axes[1])
    let minima = descent.minima.map { $0.position }
    for (i, row) in basin.labels.enumerated() {
      for (j, want) in row.enumerated() where !basin.sensitive[i][j] {
        let got = labels[i * basin.axes[1].count + j]
        // Golden labels count the minima in an order of their own.
        if want < 0 {
          #expect(got == want, "[\(i)][\(j)]")
        } else if got < 0 {
          Issue.record("[\(i)][\(j)]: got \(got), wanted \(basin.minima[want])")
        } else {
          #expect(near(minima[got], basin.minima[want]), "[\(i)][\(j)]")
        }
      }
    }
  }

  @Test(arguments: try basins())
  private func `paths end where the golden ones do`(basin: LocalOptima.Basin) throws {
    // A sample of the grid, as whole paths take memory.
    let places = basin.labels.indices.flatMap { i in
      basin.labels[i].indices.filter { (i * 7 + $0) % 13 == 0 }.map { (i, $0) }
    }.filter { !basin.sensitive[$0.0][$0.1] && basin.labels[$0.0][$0.1] >= 0 }
    let dimension = try #require(basin.field).dimension
    let descent = try basin.descent(
      from: places.map { Array([basin.axes[0][$0.0], basin.axes[1][$0.1]].prefix(dimension)) })
    for (path, (i, j)) in zip(descent.paths, places) {
      #expect(near(path.last, basin.finalPositions[i][j]), "[\(i)][\(j)]: \(path.last)")
    }
  }

  /// Golden positions are rounded to nine decimals; they may be those of stopped paths.
  private func near(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) < 1e-8 }
  }

  @Test func `of one dimension the second axis repeats the labels`() throws {
    let spec = DescentSpec(
      field: try #require(ScalarField.named("double-well")), starts: [],
      optimizer: .sgd(learningRate: 0.01), steps: 500)
    let labels = spec.run().basins(xs: [-1, 1], ys: [0, 5, 9])
    #expect(labels == [labels[0], labels[0], labels[0], labels[3], labels[3], labels[3]])
    #expect(labels[0] != labels[3])
  }
}
