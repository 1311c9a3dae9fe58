import GoldenNumbers
import Networks
import Testing

private struct Hessians: Decodable {
  let tolerance: Tolerance
  let items: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let id, loss, reduction: String
    let shape: [Int]
    let activations: [String]
    let inputs, targets, hessian: [[Double]]
    let parameters, eigenvalues: [Double]
    let negative, zero, positive: Int

    var description: String { id }
  }
}

private func golden() throws -> Hessians { try GoldenNumbers.golden("hessian") }

struct NetworkHessianTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  private func hessian(of item: Hessians.Item) throws -> Matrix {
    let network = try network(
      shape: item.shape, activations: item.activations, parameters: item.parameters)
    return network.hessian(
      try #require(Loss.named(item.loss)), of: Matrix(item.inputs), against: Matrix(item.targets),
      averaged: item.reduction == "mean")
  }

  @Test(arguments: try golden().items)
  private func `second derivatives of a small network`(item: Hessians.Item) throws {
    let hessian = try hessian(of: item)
    #expect(tolerance.mismatch(hessian.values, item.hessian.flatMap(\.self)) == nil)
    #expect(hessian == hessian.transposed)
  }

  @Test(arguments: try golden().items)
  private func `curvatures of a small network`(item: Hessians.Item) throws {
    let values = SymmetricEigenvalues.of(try hessian(of: item))
    #expect(tolerance.mismatch(values, item.eigenvalues) == nil)
    // The threshold of the golden file.
    #expect(values.count { $0 < -1e-9 } == item.negative)
    #expect(values.count { $0.magnitude <= 1e-9 } == item.zero)
    #expect(values.count { $0 > 1e-9 } == item.positive)
  }

  private let inputs = Matrix([[0.7, -1.1], [0.4, 1.3], [-0.9, 0.2]])

  /// `Xᵀ D X` over the samples, `X` being the inputs and a column of ones.
  private func weighted(_ weights: [Double]) -> [[Double]] {
    let rows = inputs.values.indices.filter { $0 % 2 == 0 }
      .map { [inputs.values[$0], inputs.values[$0 + 1], 1] }
    return (0..<3).map { i in
      (0..<3).map { j in
        zip(rows, weights).reduce(0) { $0 + $1.0[i] * $1.0[j] * $1.1 } / 3
      }
    }
  }

  private func unit(_ activation: Activation) -> Network {
    Network(layers: [Layer(weights: Matrix([[0.4, -2.5]]), biases: [3.5], activation: activation)])
  }

  @Test func `a line fitted by squares has the products of its inputs`() {
    let found = unit(.identity).hessian(
      .halfSquaredError, of: inputs, against: Matrix([[1], [0], [2]]))
    #expect(tolerance.mismatch(found.values, weighted([1, 1, 1]).flatMap(\.self)) == nil)
  }

  @Test func `logistic regression weighs them by a times 1 - a`() {
    let unit = unit(.sigmoid)
    let weights = unit.outputs(for: inputs).values.map { $0 * (1 - $0) }
    let found = unit.hessian(.binaryCrossEntropy, of: inputs, against: Matrix([[1], [0], [1]]))
    #expect(tolerance.mismatch(found.values, weighted(weights).flatMap(\.self)) == nil)
  }

  @Test func `two softmax units are coupled by minus the product of their outputs`() {
    let network = Network(layers: [
      Layer(weights: Matrix([[0.4], [-0.3]]), biases: [0.1, 0.2], activation: .softmax)
    ])
    let input = Matrix([[1.5]])
    let a = network.outputs(for: input).values
    let found = network.hessian(.categoricalCrossEntropy, of: input, against: Matrix([[1, 0]]))
    // Parameters: two weights, which see 1.5, and two biases.
    let seen = [1.5, 1.5, 1, 1]
    let want = (0..<16).map { place in
      let (i, j) = (place / 4, place % 4)
      return seen[i] * seen[j] * a[i % 2] * ((i % 2 == j % 2 ? 1 : 0) - a[j % 2])
    }
    #expect(tolerance.mismatch(found.values, want) == nil)
  }

  @Test func `the sum over samples is their number times the mean`() {
    let (unit, targets) = (unit(.tanh), Matrix([[1], [0], [1]]))
    let mean = unit.hessian(.meanSquaredError, of: inputs, against: targets)
    let sum = unit.hessian(.meanSquaredError, of: inputs, against: targets, averaged: false)
    #expect(tolerance.mismatch(sum.values, mean.values.map { 3 * $0 }) == nil)
  }

  @Test func `a network that has diverged has a Hessian that says so`() {
    var unit = unit(.sigmoid)
    unit.layers[0].biases[0] = .nan
    let found = unit.hessian(.halfSquaredError, of: inputs, against: Matrix([[1], [0], [1]]))
    #expect(found.values.allSatisfy { $0.isNaN })
  }
}
