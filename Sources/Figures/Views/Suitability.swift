import Lessons
import Networks
import Tracing

/// The demands that figures make on traces, each with its message.
extension Trace {
  /// Refuses a trace whose data are not points of a plane.
  func requireTwoInputs(for kind: String, at location: SourceLocation) throws(FigureError) {
    let count = dataset.inputNames.count
    guard count == 2 else {
      throw FigureError(
        "'\(kind)' draws a plane, so it needs 2 inputs; scenario '\(scenario)' has \(count)",
        at: location)
    }
  }

  /// Refuses a trace that is not a perceptron's, and returns its run.
  func requirePerceptron(for kind: String, at location: SourceLocation) throws(FigureError)
    -> PerceptronRun
  {
    guard let perceptron else {
      throw FigureError(
        "'\(kind)' shows the perceptron rule; scenario '\(scenario)' trains a network",
        at: location, help: "write 'model: perceptron' in the scenario")
    }
    return perceptron
  }

  /// Refuses a trace without hidden layers.
  func requireHiddenLayer(for kind: String, at location: SourceLocation) throws(FigureError) {
    guard last.network.layers.count > 1 else {
      throw FigureError(
        "'\(kind)' needs a hidden layer; scenario '\(scenario)' has none", at: location,
        help: "for example 'layers: [2 tanh, 1 sigmoid]'")
    }
  }

  /// What an expert asks first: how it was trained, and from which seed.
  func smallPrint(_ words: Words) -> String {
    if let perceptron {
      let threshold = perceptron.start.threshold == .atLeastZero ? "≥" : ">"
      return words(.perceptronRule, Shown.exact(learningRate), threshold)
    }
    let layers = last.network.layers
    let shape =
      ([last.network.inputCount] + layers.map(\.fanOut)).map(String.init).joined(separator: "-")
    var parts = ["\(shape) (\(Self.runs(layers.map(\.activation.name))))"]
    if let loss { parts.append(words.name(of: loss)) }
    parts += [optimizerText(words), words(.seed, String(seed))]
    return parts.joined(separator: " · ")
  }

  /// The update rule as `adam, learning rate 0.02`, with what is not usual about it.
  private func optimizerText(_ say: Words) -> String {
    guard let open = optimizer.firstIndex(of: "("), optimizer.hasSuffix(")") else {
      return optimizer
    }
    let settings = optimizer[optimizer.index(after: open)...].dropLast().split(separator: ",")
    let usual = Optimizer.named(String(optimizer[..<open]))
    var parts = [String(optimizer[..<open])]
    for setting in settings {
      let words = setting.split(separator: " ")
      guard words.count == 2, let value = Double(words[1]) else { continue }
      if words[0] == "rate" {
        parts.append(say(.learningRate, String(words[1])))
      } else if usual?[hyperparameter: String(words[0])] != value {
        parts.append("\(words[0]) \(words[1])")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// How far the rule moves the bias for one error; the first correction shows it.
  private var learningRate: Double {
    perceptron?.steps.first { $0.error != 0 }.map { ($0.bias - $0.biasBefore).magnitude } ?? 1
  }

  /// A list with repeated neighbors counted: `4 × tanh, sigmoid`.
  private static func runs(_ names: [String]) -> String {
    var groups: [(name: String, count: Int)] = []
    for name in names {
      if groups.last?.name == name {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((name, 1))
      }
    }
    return groups.map { $0.count > 1 ? "\($0.count) × \($0.name)" : $0.name }
      .joined(separator: ", ")
  }

  /// `loss 0.23 · accuracy 75 %` of a step, `6 updates · accuracy 75 %` of a perceptron's.
  func score(of step: TraceStep, _ words: Words) -> String {
    var parts: [String] = []
    if perceptron == nil {
      parts.append(words(.loss, Shown.loss(step.loss)))
    } else {
      // The run itself ends where its future is proven; the step counts on to its own epoch.
      parts.append(words(.updates, String(step.update)))
    }
    if let accuracy = step.accuracy { parts.append(words(.accuracy, Shown.share(accuracy))) }
    return parts.joined(separator: " · ")
  }
}
