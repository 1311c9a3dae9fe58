import GoldenNumbers
import Networks
import Testing
import Tracing

struct DescentTests {
  private func spec(
    _ name: String, from starts: [[Double]], by optimizer: Optimizer = .sgd(learningRate: 0.01),
    steps: Int = 2000
  ) throws -> DescentSpec {
    DescentSpec(
      field: try #require(ScalarField.named(name)), starts: starts, optimizer: optimizer,
      steps: steps)
  }

  @Test func `a path follows the update rule by hand`() throws {
    // x⁴ - 3x² + x at 1 has the slope 4 - 6 + 1 = -1 and the value -1.
    let path = try spec("double-well", from: [[1]], steps: 1).run().paths[0]
    #expect(path.positions == [[1], [1.01]])
    #expect(path.values[0] == -1)
  }

  @Test func `starts on both sides of the hill end in different wells`() throws {
    let descent = try spec("double-well", from: [[-0.5], [0.5]]).run()
    let ends = descent.paths.map { $0.last[0] }
    // The wells to seven digits, from the golden numbers.
    #expect(abs(ends[0] + 1.3008396) < 1e-6)
    #expect(abs(ends[1] - 1.1309011) < 1e-6)
    #expect(descent.paths[0].end != descent.paths[1].end)
  }

  @Test func `the index of a minimum counts the minima of the field alone`() throws {
    let descent = try spec("himmelblau", from: [[3.1, 2.1]]).run()
    let end = descent.paths[0].end
    let index = try #require(descent.minima.indices.first { end == .minimum($0) })
    #expect(descent.minima[index].position.map { $0.rounded() } == [3, 2])
    #expect(end.label == index)
  }

  @Test func `an exactly symmetric start ends at the saddle`() throws {
    let path = try spec("saddle", from: [[1, 0]], by: .sgd(learningRate: 0.1)).run().paths[0]
    #expect(path.end == .saddle(0))
    #expect(path.end.label == -2)
  }

  @Test func `a start beside the symmetry leaves the saddle`() throws {
    let path = try spec("saddle", from: [[1, 1e-9]], by: .sgd(learningRate: 0.1)).run().paths[0]
    #expect(path.end == .diverged)
  }

  @Test func `a path that diverges stops there`() throws {
    let path = try spec("himmelblau", from: [[50, 50]]).run().paths[0]
    #expect(path.end.label == -1)
    #expect(path.stepCount < 20)
    #expect(path.positions.dropLast().allSatisfy { $0.allSatisfy { abs($0) <= Descent.limit } })
  }

  @Test(arguments: [Double.nan, .infinity, 1e300])
  func `a start out of every picture makes no step`(start: Double) throws {
    let spec = try spec("himmelblau", from: [[start, 0]])
    let descent = spec.run()
    #expect(descent.paths[0].stepCount == 0)
    #expect(descent.paths[0].end == .diverged)
    #expect(descent.basins(xs: [start], ys: [0]) == [-1])
  }

  @Test func `a step too few leaves a path unsettled`() throws {
    let path = try spec("himmelblau", from: [[0, 0]], steps: 1).run().paths[0]
    #expect(path.end == .unsettled)
    #expect(path.end.label == -3)
  }

  @Test(arguments: Optimizer.all)
  func `a map of basins agrees with paths from its points`(optimizer: Optimizer) throws {
    let (xs, ys) = ([-4, -1.3, 0, 2.7], [-3.1, 0.4, 5])
    let starts = xs.flatMap { x in ys.map { [x, $0] } }
    let descent = try spec("himmelblau", from: starts, by: optimizer, steps: 300).run()
    #expect(descent.basins(xs: xs, ys: ys) == descent.paths.map { $0.end.label })
  }

  @Test func `the rule is said in words`() throws {
    #expect(try spec("saddle", from: []).run().optimizer == .sgd(learningRate: 0.01))
  }
}
