public import Networks
import Plotting

/// A calculation as gates joined by wires, with every value and every gradient: what a backpropagation
/// figure draws.
public struct Circuit: Sendable, Equatable {
  /// A gate with the wire that leaves it; without inputs, a wire that begins by itself.
  public struct Gate: Sendable, Equatable {
    /// The operation, such as `×`; empty where there is none.
    public var symbol: String
    /// The name of the wire; empty for none.
    public var name: String
    /// The gates whose wires enter, all before this one; one of them may enter twice.
    public var inputs: [Int]
    /// The value that leaves.
    public var value: Double
    /// The derivative of the output by the value.
    public var gradient: Double
    /// The derivative of the value by each input, in their order.
    public var localDerivatives: [Double]
    /// Whether the wire is given and nothing is learned from its gradient, which is not written.
    public var isGiven: Bool

    /// Makes a gate; it needs a local derivative for each input.
    public init(
      symbol: String = "", name: String = "", inputs: [Int] = [], value: Double, gradient: Double,
      localDerivatives: [Double] = [], isGiven: Bool = false
    ) {
      precondition(
        inputs.count == localDerivatives.count,
        "\(localDerivatives.count) local derivatives for \(inputs.count) inputs")
      self.symbol = symbol
      self.name = name
      self.inputs = inputs
      self.value = value
      self.gradient = gradient
      self.localDerivatives = localDerivatives
      self.isGiven = isGiven
    }
  }

  /// The gates, each after its inputs; the last is the output.
  public var gates: [Gate]

  /// Makes a circuit; every gate must come after its inputs.
  public init(gates: [Gate]) {
    precondition(!gates.isEmpty, "a circuit without a gate")
    for (index, gate) in gates.enumerated() {
      precondition(
        gate.inputs.allSatisfy { $0 >= 0 && $0 < index }, "gate \(index) comes before its inputs")
    }
    self.gates = gates
  }

  /// Makes the circuit of an expression; a number beside a variable becomes part of the gate.
  ///
  /// - Parameters:
  ///   - graph: The computed expression.
  ///   - name: The name of the output; empty for none.
  public init(of graph: ExpressionGraph, name: String) {
    let folded = Self.foldedConstants(of: graph)
    var places: [Int: Int] = [:]
    var gates: [Gate] = []
    for (index, node) in graph.nodes.enumerated() where !folded.contains(index) {
      let kept = node.inputs.indices.filter { !folded.contains(node.inputs[$0]) }
      places[index] = gates.count
      gates.append(
        Gate(
          symbol: node.inputs.isEmpty ? "" : Self.symbol(of: node, in: graph, folded: folded),
          name: FormulaText.name(index == graph.output && !name.isEmpty ? name : node.name),
          inputs: kept.compactMap { places[node.inputs[$0]] }, value: node.value,
          gradient: node.gradient, localDerivatives: kept.map { node.localDerivatives[$0] },
          isGiven: node.operation == .const))
    }
    self.init(gates: gates)
  }

  /// The places where the wire of a gate enters another one.
  func uses(of gate: Int) -> [Use] {
    gates.indices.flatMap { user in
      gates[user].inputs.indices.filter { gates[user].inputs[$0] == gate }
        .map { Use(gate: user, input: $0) }
    }
  }

  /// What a use adds to the gradient of the wire used: upstream gradient times local derivative.
  func contribution(of use: Use) -> Double {
    gates[use.gate].gradient * gates[use.gate].localDerivatives[use.input]
  }

  /// One entry of a gate.
  struct Use: Equatable, Sendable {
    let gate: Int
    let input: Int
  }
}

extension Circuit {
  /// Numbers that a gate's symbol can hold: those used once, beside something that is no number.
  private static func foldedConstants(of graph: ExpressionGraph) -> Set<Int> {
    var folded: Set<Int> = []
    for (index, node) in graph.nodes.enumerated() where node.operation == .const {
      let uses = graph.uses(of: index)
      guard uses.count == 1, node.text.count <= 5 else { continue }
      let user = graph.nodes[uses[0].node]
      guard user.inputs.count == 2, [.add, .sub, .mul, .div].contains(user.operation) else {
        continue
      }
      let other = user.inputs[1 - uses[0].input]
      if graph.nodes[other].operation != .const { folded.insert(index) }
    }
    return folded
  }

  private static func symbol(
    of node: ExpressionGraph.Node, in graph: ExpressionGraph, folded: Set<Int>
  ) -> String {
    if let place = node.inputs.firstIndex(where: { folded.contains($0) }) {
      let number = graph.nodes[node.inputs[place]].text
      switch node.operation {
      case .add: return "+" + number
      case .sub: return place == 0 ? number + "−x" : "−" + number
      case .mul: return "×" + number
      default: return place == 0 ? number + "/x" : "÷" + number
      }
    }
    guard node.operation == .pow, node.inputs.count == 1 else {
      return symbol(of: node.operation)
    }
    let exponent = node.exponent
    return exponent == exponent.rounded() && exponent.magnitude < 1000
      ? "x" + NumberText.superscript(Int(exponent)) : "x^" + NumberText.short(exponent, places: 2)
  }

  /// How a gate of an operation is marked, such as `×` or `σ`.
  static func symbol(of operation: ExpressionGraph.Operation) -> String {
    switch operation {
    case .leaf, .const: ""
    case .add: "+"
    case .sub: "−"
    case .mul: "×"
    case .div: "÷"
    case .neg: "×−1"
    case .pow: "xʸ"
    case .log: "ln"
    case .relu: "ReLU"
    case .sigmoid: "σ"
    case .sqrt: "√x"
    case .abs: "|x|"
    case .exp, .max, .min, .tanh, .softplus, .sin, .cos: operation.rawValue
    }
  }
}
