import GoldenNumbers
import Networks
import Testing

struct OptimizerTests {
  @Test(arguments: Optimizer.all)
  func `an optimizer is found by its name`(optimizer: Optimizer) {
    #expect(Optimizer.named(optimizer.name) == optimizer)
    #expect(Optimizer.named("no such optimizer") == nil)
  }

  @Test(arguments: Optimizer.all)
  func `every hyper-parameter can be set`(optimizer: Optimizer) throws {
    for name in optimizer.hyperparameters.map(\.name) + ["learning-rate"] {
      let changed = try #require(optimizer.setting(name, to: 0.125))
      #expect(changed[hyperparameter: name] == 0.125)
      #expect(changed != optimizer)
    }
    #expect(optimizer.setting("no-such-number", to: 1) == nil)
  }

  @Test(arguments: Optimizer.all)
  func `no gradient, no step`(optimizer: Optimizer) throws {
    // Weight decay moves parameters without a gradient, so it is left out.
    let still = optimizer.setting("weight-decay", to: 0) ?? optimizer
    var state = still.start(parameterCount: 2)
    var parameters = [3.0, -1]
    for _ in 0..<5 { state.update(&parameters, with: [0, 0]) }
    #expect(parameters == [3, -1])
  }

  @Test(arguments: Optimizer.all)
  func `a first step goes downhill`(optimizer: Optimizer) {
    var state = optimizer.start(parameterCount: 2)
    var parameters = [3.0, -1]
    state.update(&parameters, with: [2, -0.5])
    #expect(parameters[0] < 3 && parameters[1] > -1)
    #expect(state.updateCount == 1)
  }

  @Test(arguments: Optimizer.all)
  func `a network is updated as its list of parameters is`(optimizer: Optimizer) {
    var network = Network(layers: [
      Layer(weights: Matrix([[1, -1], [2, 1]]), biases: [0, -1], activation: .tanh),
      Layer(weights: Matrix([[1, -2]]), biases: [0.5], activation: .identity),
    ])
    var parameters = network.parameters
    var whole = optimizer.start(parameterCount: 9)
    var parts = whole
    for _ in 0..<3 {
      let pass = network.forward(Matrix([[1, 0.5]]))
      let gradients = network.backward(pass, against: Matrix([[2]]), through: .squaredError)
      whole.update(&parameters, with: gradients.flat)
      parts.update(&network, with: gradients)
    }
    #expect(network.parameters == parameters)
    #expect(whole == parts)
  }
}
