/// An expression at one point as a circuit: every value, and the derivative of the output by each.
///
/// A variable is one node, however often it is used; nothing else is merged. Gradients come from one
/// pass from the output backwards: each use of a node adds the gradient of the node that uses it times
/// the local derivative there, the chain rule, so that contributions add up where a wire forks.
///
/// - Source: Linnainmaa 1976, Taylor Expansion of the Accumulated Rounding Error
public struct ExpressionGraph: Sendable, Equatable {
  /// A value of the circuit and how it came about.
  public struct Node: Sendable, Equatable {
    /// What the node does with its inputs.
    public let operation: Operation
    /// The name of a variable; otherwise empty.
    public let name: String
    /// The exponent of a power of one input; otherwise 0.
    public let exponent: Double
    /// The indices of the nodes that it takes: none, one or two, all before it.
    public let inputs: [Int]
    /// The value.
    public internal(set) var value: Double
    /// The derivative of the output by this value, over all uses of the node; 1 at the output.
    ///
    /// Of a constant it is what it would be.
    public internal(set) var gradient: Double
    /// The derivatives of this value by each of the inputs, in their order.
    public internal(set) var localDerivatives: [Double]
    /// The part of the expression as written, without parentheses around it.
    public let text: String
  }

  /// The nodes in topological order: the variables as they appear, then the rest, the output last.
  public internal(set) var nodes: [Node]

  /// The index of the output, the last node.
  public var output: Int { nodes.count - 1 }

  /// The places where a node is used: which node takes it, and as which of its inputs.
  ///
  /// In the order of the nodes. A node that takes it twice, as in `a * a`, is there twice.
  public func uses(of node: Int) -> [(node: Int, input: Int)] {
    var uses: [(node: Int, input: Int)] = []
    for user in nodes.indices {
      for (place, input) in nodes[user].inputs.enumerated() where input == node {
        uses.append((node: user, input: place))
      }
    }
    return uses
  }

  /// What a use adds to the gradient of the node used: upstream gradient times local derivative.
  public func contribution(of use: (node: Int, input: Int)) -> Double {
    let user = nodes[use.node]
    return user.gradient * user.localDerivatives[use.input]
  }

  /// The derivative of the output by a variable; 0 if there is no variable of that name.
  public func gradient(of variable: String) -> Double {
    place(of: variable).map { nodes[$0].gradient } ?? 0
  }

  /// The derivative of the output by a variable, from two more values nearby.
  ///
  /// `(f(v + h) - f(v - h)) / 2h`, which errs by about h² times the third derivative and by rounding,
  /// about 1e-16 of the output over h.
  ///
  /// - Parameters:
  ///   - variable: Its name; of a name that does not occur the derivative is 0.
  ///   - step: The distance `h` in the unit of the variable, above 0.
  /// - Returns: The quotient, in the unit of the output for each unit of the variable.
  public func numericGradient(of variable: String, step: Double = 1e-6) -> Double {
    guard let place = place(of: variable) else { return 0 }
    let (above, below) = (nodes[place].value + step, nodes[place].value - step)
    // Over the distance as rounded, which is that of the two values.
    return (outputValue(at: above, place) - outputValue(at: below, place)) / (above - below)
  }

  private func place(of variable: String) -> Int? {
    nodes.firstIndex { $0.operation == .leaf && $0.name == variable }
  }

  private func outputValue(at value: Double, _ place: Int) -> Double {
    var moved = self
    moved.nodes[place].value = value
    moved.runForward()
    return moved.nodes[output].value
  }
}

extension ExpressionGraph {
  /// Computes the values of all nodes that have inputs.
  mutating func runForward() {
    for index in nodes.indices where !nodes[index].inputs.isEmpty {
      let (a, b) = inputValues(of: nodes[index])
      nodes[index].value = nodes[index].operation.value(a, b)
    }
  }

  /// Computes all local derivatives and gradients, from the output to the inputs.
  mutating func runBackward() {
    for index in nodes.indices { nodes[index].gradient = 0 }
    nodes[output].gradient = 1
    for index in nodes.indices.reversed() where !nodes[index].inputs.isEmpty {
      let node = nodes[index]
      let (a, b) = inputValues(of: node)
      let slopes = node.operation.slopes(a, b, value: node.value)
      let derivatives = node.inputs.count > 1 ? [slopes.0, slopes.1] : [slopes.0]
      nodes[index].localDerivatives = derivatives
      for (input, derivative) in zip(node.inputs, derivatives) {
        nodes[input].gradient += node.gradient * derivative
      }
    }
  }

  private func inputValues(of node: Node) -> (Double, Double) {
    let second = node.inputs.count > 1 ? nodes[node.inputs[1]].value : node.exponent
    return (nodes[node.inputs[0]].value, second)
  }
}

extension Expression {
  /// The circuit at the given values of the variables; a variable without a value counts as NaN.
  public func graph(_ values: [String: Double]) -> ExpressionGraph {
    var nodes = variables.map { name in
      ExpressionGraph.Node(
        operation: .leaf, name: name, exponent: 0, inputs: [], value: values[name] ?? .nan,
        gradient: 0, localDerivatives: [], text: name)
    }
    for term in terms {
      let inputs = term.inputs.map(place)
      nodes.append(
        ExpressionGraph.Node(
          operation: term.operation, name: "", exponent: inputs.isEmpty ? 0 : term.number,
          inputs: inputs, value: term.number, gradient: 0, localDerivatives: [], text: term.text))
    }
    var graph = ExpressionGraph(nodes: nodes)
    graph.runForward()
    graph.runBackward()
    return graph
  }
}
