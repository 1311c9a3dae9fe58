import Networks
import Testing
import Tracing

/// Rounding of a mean of four losses about 1.
private let rounding = 1e-12

struct LossSurfaceTests {
  private let network = sampleNetwork()

  private var evaluator: LossEvaluator {
    LossEvaluator(network, data: xor, loss: .binaryCrossEntropy)
  }

  private func surface(_ directions: SurfaceDirections, reach: Double = 1) -> LossSurface {
    LossSurface.around(
      network, data: xor, loss: .binaryCrossEntropy, directions: directions, reach: reach,
      resolution: 5)
  }

  @Test func `an odd grid has the network in its middle`() {
    let surface = surface(.random(seed: 3), reach: 0.7)
    let own = network.loss(.binaryCrossEntropy, of: xor.inputs, against: xor.targets)
    #expect(surface.alphas == [-0.7, -0.35, 0, 0.35, 0.7])
    #expect(surface.losses[2][2] == own)
  }

  @Test func `a grid over two weights is centered at their values`() {
    let surface = surface(.weights(1, 12))
    #expect(surface.alphas[2] == network.parameters[1])
    #expect(surface.betas[2] == network.parameters[12])
    var moved = network
    moved.parameters[1] = surface.alphas[0]
    moved.parameters[12] = surface.betas[4]
    let loss = moved.loss(.binaryCrossEntropy, of: xor.inputs, against: xor.targets)
    #expect(surface.losses[0][4] == loss)
  }

  @Test func `one evaluation does not depend on those before it`() {
    var used = evaluator
    _ = used.loss(at: network.parameters.map { 3 * $0 })
    _ = used.gradient(at: network.parameters.map { -$0 })
    var fresh = evaluator
    #expect(used.loss(at: network.parameters) == fresh.loss(at: network.parameters))
  }

  @Test func `gradients are those of central differences`() {
    var evaluator = evaluator
    let gradient = evaluator.gradient(at: network.parameters)
    for index in gradient.indices {
      var (low, high) = (network.parameters, network.parameters)
      low[index] -= 1e-5
      high[index] += 1e-5
      let slope = (evaluator.loss(at: high) - evaluator.loss(at: low)) / 2e-5
      // The third derivative times the square of the step, and rounding over the step.
      #expect(abs(gradient[index] - slope) < 1e-9)
    }
    #expect(
      abs(evaluator.gradientLength(at: network.parameters) - length(gradient)) < rounding)
  }

  @Test func `lengths of gradients stand in the places of the losses`() {
    let surface = surface(.random(seed: 3))
    var evaluator = evaluator
    let want = evaluator.gradientLength(
      at: surface.plane.parameters(alpha: surface.alphas[1], beta: surface.betas[3]))
    #expect(surface.gradientLengths(with: evaluator)[1][3] == want)
  }

  @Test func `a point off the plane has a loss of its own beside the drawn one`() {
    let surface = surface(.weights(0, 1))
    var off = network.parameters
    off[5] += 2
    let points = surface.follow([network.parameters, off], with: evaluator)
    #expect(points[0].loss == points[0].drawnLoss)
    #expect(points[0].place.distance == 0)
    #expect(points[1].drawnLoss == points[0].loss)
    #expect(points[1].loss != points[1].drawnLoss)
    #expect(abs(points[1].place.distance - 2) < rounding)
  }

  @Test func `a covering grid holds the network and all of its path`() {
    let path = (0...10).map { step in
      network.parameters.enumerated().map { $1 + Double(10 - step) * ($0 % 3 == 0 ? 0.3 : -0.1) }
    }
    let surface = LossSurface.covering(
      path, network: network, data: xor, loss: .binaryCrossEntropy,
      directions: .principal(of: path), resolution: 7)
    for point in surface.follow(path, with: evaluator) {
      #expect(surface.alphas[0] < point.place.alpha && point.place.alpha < surface.alphas[6])
      #expect(surface.betas[0] < point.place.beta && point.place.beta < surface.betas[6])
    }
    // The path is straight, so that nothing is left for the second component.
    #expect(abs(surface.plane.explainedVariance[0] - 1) < rounding)
  }

  @Test func `what is not finite stays so and traps nowhere`() {
    var broken = network
    broken.parameters[0] = .nan
    let surface = LossSurface.around(
      broken, data: xor, loss: .binaryCrossEntropy, directions: .random(seed: 1), resolution: 3)
    #expect(surface.range == nil)
    #expect(surface.alphas == [-1, 0, 1])
    #expect(surface.losses.joined().allSatisfy { $0.isNaN })
    let covering = LossSurface.covering(
      [broken.parameters], network: network, data: xor, loss: .binaryCrossEntropy,
      directions: .principal(of: [broken.parameters]), resolution: 3)
    #expect(covering.alphas == [-1, 0, 1])
  }

  @Test func `a slice between two networks passes both and goes half as far on`() {
    let start = network.parameters.map { 0.1 * $0 }
    let slice = LossSlice.between(start, network.parameters, resolution: 5, with: evaluator)
    var evaluator = evaluator
    #expect(slice.positions == [-0.5, 0, 0.5, 1, 1.5])
    #expect(slice.losses[1] == evaluator.loss(at: start))
    #expect(abs(slice.losses[3] - evaluator.loss(at: network.parameters)) < rounding)
  }
}
