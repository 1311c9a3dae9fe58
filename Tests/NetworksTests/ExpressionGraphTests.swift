import GoldenNumbers
import Networks
import Testing

private struct Graphs: Decodable {
  let tolerance: Tolerance
  let graphs: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let id, expression: String
    let outputValue: Double
    let leafGradients: [String: Double]
    let nodes: [Node]

    var description: String { id }
    var values: [String: Double] {
      Dictionary(uniqueKeysWithValues: nodes.filter { $0.op == "leaf" }.map { ($0.name, $0.value) })
    }
  }

  struct Node: Decodable, Sendable {
    let op, name: String
    let exponent, value, grad: Double
  }
}

private func golden() throws -> Graphs { try GoldenNumbers.golden("expression-graphs") }

/// The example of micrograd's README, each name replaced by what it stands for.
private var micrograd: String {
  let c = "(a + b + (a + b + 1))"
  let allOfC = "(\(c) + (1 + \(c) + -a))"
  let d = "(a*b + b^3)"
  let doubled = "(\(d) + (\(d)*2 + relu(b + a)))"
  let allOfD = "(\(doubled) + (3*\(doubled) + relu(b - a)))"
  let f = "(\(allOfC) - \(allOfD))^2"
  return "g = \(f)/2 + 10/\(f)"
}

/// Texts of the graphs whose golden text has a second sentence: shared parts are written twice.
private let writtenOut = [
  "shared-square": "a*b*(a*b) + a*b",
  "binary-cross-entropy": "-(y*log(sigmoid(w*x + b)) + (1 - y)*log(1 - sigmoid(w*x + b)))",
  "micrograd-readme": micrograd,
]

struct ExpressionGraphTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  private func graph(of item: Graphs.Item) throws -> ExpressionGraph {
    try Expression(parsing: writtenOut[item.id] ?? item.expression).graph(item.values)
  }

  @Test(arguments: try golden().graphs)
  private func `value and gradients by the variables`(item: Graphs.Item) throws {
    let graph = try graph(of: item)
    #expect(tolerance.accepts(graph.nodes[graph.output].value, item.outputValue))
    for (name, gradient) in item.leafGradients {
      #expect(tolerance.accepts(graph.gradient(of: name), gradient), "\(name)")
    }
  }

  @Test(arguments: try golden().graphs.filter { writtenOut[$0.id] == nil })
  private func `every node with its value and gradient`(item: Graphs.Item) throws {
    // Constants may stand in another place, so nodes are taken away one by one.
    var nodes = try graph(of: item).nodes
    for want in item.nodes {
      let place = nodes.firstIndex { node in
        node.operation.rawValue == want.op && node.exponent == want.exponent
          && (want.op != "leaf" || node.name == want.name)
          && tolerance.accepts(node.value, want.value)
          && tolerance.accepts(node.gradient, want.grad)
      }
      nodes.remove(at: try #require(place, "\(want.op) \(want.value)"))
    }
    #expect(nodes.isEmpty)
  }

  @Test func `the product circuit of the CS231n notes`() throws {
    let graph = try Expression(parsing: "(x + y)*z").graph(["x": -2, "y": 5, "z": -4])
    #expect(graph.nodes.map(\.value) == [-2, 5, -4, 3, -12])
    #expect(graph.nodes.map(\.gradient) == [-4, -4, 3, -4, 1])
  }

  @Test func `the neuron of the CS231n notes, gate by gate`() throws {
    let graph = try Expression(parsing: "1/(1 + exp(-(w0*x0 + w1*x1 + w2)))")
      .graph(["w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3])
    // Printed there with two digits: 0.73, and the gradients by the variables in this order.
    let printed = [-0.20, 0.39, -0.39, -0.59, 0.20]
    for (node, want) in zip(graph.nodes, printed) { #expect(abs(node.gradient - want) < 0.005) }
    func gradient(of operation: ExpressionGraph.Operation) -> Double? {
      graph.nodes.last { $0.operation == operation }?.gradient
    }
    #expect(abs(graph.nodes[graph.output].value - 0.73) < 0.005)
    #expect(abs(try #require(gradient(of: .exp)) + 0.53) < 0.005)
    #expect(abs(try #require(gradient(of: .neg)) + 0.20) < 0.005)
  }

  @Test func `the maximum circuit of the CS231n notes`() throws {
    let graph = try Expression(parsing: "2*(x*y + max(z, w))")
      .graph(["x": 3, "y": -4, "z": 2, "w": -1])
    #expect(graph.nodes[graph.output].value == -20)
    #expect(["x", "y", "z", "w"].map { graph.gradient(of: $0) } == [-8, 6, 2, 0])
  }

  @Test func `the numbers of the micrograd README`() throws {
    let graph = try Expression(parsing: micrograd).graph(["a": -4, "b": 2])
    // Printed there with four digits behind the point.
    #expect(abs(graph.nodes[graph.output].value - 24.7041) < 5e-5)
    #expect(abs(graph.gradient(of: "a") - 138.8338) < 5e-5)
    #expect(abs(graph.gradient(of: "b") - 645.5773) < 5e-5)
  }

  @Test(arguments: try golden().graphs)
  private func `gradients match central differences`(item: Graphs.Item) throws {
    let graph = try graph(of: item)
    for name in item.leafGradients.keys {
      let numeric = graph.numericGradient(of: name)
      // A step of 1e-6 errs by about 1e-10 from rounding, times values up to 50 in between.
      #expect(abs(numeric - graph.gradient(of: name)) < 1e-8 * max(1, abs(numeric)), "\(name)")
    }
  }

  @Test(arguments: try golden().graphs)
  private func `contributions of the uses add up to the gradient`(item: Graphs.Item) throws {
    let graph = try graph(of: item)
    for index in graph.nodes.indices where index != graph.output {
      let sum = graph.uses(of: index).reversed().reduce(0) { $0 + graph.contribution(of: $1) }
      #expect(tolerance.accepts(sum, graph.nodes[index].gradient), "node \(index)")
    }
  }

  @Test(arguments: [
    "exp(x)", "log(x)", "tanh(x)", "sigmoid(x)", "softplus(x)", "sqrt(x)", "sin(x)", "cos(x)",
    "abs(x)", "abs(z)", "relu(x)", "relu(z)", "-x", "x^3", "x^-2", "x^0.5", "x^1.7", "x^y", "x*y",
    "x/y", "x - y", "x + y", "max(x, y)", "min(x, y)", "x^0",
  ])
  func `local derivatives of each gate match central differences`(text: String) throws {
    let graph = try Expression(parsing: text).graph(["x": 0.7, "y": 1.3, "z": -2])
    for (place, input) in graph.nodes[graph.output].inputs.enumerated() {
      let numeric = graph.numericGradient(of: graph.nodes[input].name, step: 1e-5)
      // h² times a third derivative of at most 30, and rounding of 1e-11.
      #expect(abs(graph.nodes[graph.output].localDerivatives[place] - numeric) < 4e-9)
    }
  }

  @Test func `a variable is one node however often it is used`() throws {
    let graph = try Expression(parsing: "x*x + sin(x)").graph(["x": 3])
    #expect(graph.nodes.filter { $0.operation == .leaf }.count == 1)
    let uses = graph.uses(of: 0)
    #expect(uses.map(\.node) == [1, 1, 2])
    #expect(uses.map(\.input) == [0, 1, 0])
    #expect(uses.map { graph.contribution(of: $0) } == [3, 3, Elementary.cos(3)])
  }

  @Test func `nodes carry the text that they were written as`() throws {
    let graph = try Expression(parsing: "L = (sigmoid(w*x + b) - y)^2").graph([:])
    let texts = [
      "w", "x", "b", "y", "w*x", "w*x + b", "sigmoid(w*x + b)", "sigmoid(w*x + b) - y",
      "(sigmoid(w*x + b) - y)^2",
    ]
    #expect(graph.nodes.map(\.text) == texts)
  }

  @Test func `numbers that need no gate get none`() throws {
    let graph = try Expression(parsing: "-3*x^(1 + 1)").graph(["x": 2])
    #expect(graph.nodes.map(\.operation) == [.leaf, .const, .pow, .mul])
    #expect(graph.nodes.map(\.text) == ["x", "-3", "x^(1 + 1)", "-3*x^(1 + 1)"])
    #expect(graph.nodes[2].exponent == 2)
  }

  @Test func `of equal numbers the maximum takes the first`() throws {
    let graph = try Expression(parsing: "max(x, y)").graph(["x": 1, "y": 1])
    #expect(graph.gradient(of: "x") == 1 && graph.gradient(of: "y") == 0)
  }

  @Test func `a name that does not occur has no gradient`() throws {
    let graph = try Expression(parsing: "x^2").graph(["x": 1])
    #expect(graph.gradient(of: "z") == 0 && graph.numericGradient(of: "z") == 0)
  }
}
