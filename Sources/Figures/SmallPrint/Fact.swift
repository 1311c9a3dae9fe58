import Languages
import Networks
import Tracing

/// One thing that small print says of an outcome, as a value: words are made of it where it is printed.
enum Fact: Equatable, Sendable {
  /// The sizes of the layers with their activations.
  case network(NetworkShape)
  /// The loss that is minimized.
  case loss(Loss)
  /// How a network, or a descent, is updated.
  case optimizer(Optimizer)
  /// The rule of a perceptron, and what it answers exactly on its line.
  case perceptron(rate: Double, Perceptron.Threshold)
  /// First weights and biases are those of the lesson.
  case givenParameters
  /// The seed, where something depends on it.
  case seed(UInt64)
  /// The epoch that is shown.
  case epoch(Int)
  /// How many updates a descent makes.
  case updates(Int)
  /// How many rows go through the layers.
  case rows(Int)
  /// How many normally distributed rows go through the layers in place of the data.
  case normalRows(Int)
  /// What is said in words of a figure's own.
  case words(String)

  /// The fact in the words of a language.
  func text(_ words: Words) -> String {
    switch self {
    case .network(let shape): shape.text
    case .loss(let loss): words.name(of: loss)
    case .optimizer(let optimizer): words.name(of: optimizer)
    case .perceptron(let rate, let threshold):
      words(.perceptronRule, Shown.exact(rate), threshold == .atLeastZero ? "≥" : ">")
    case .givenParameters: words(.givenWeights)
    case .seed(let seed): words(.seed, String(seed))
    case .epoch(let epoch): words(.epoch, String(epoch))
    case .updates(let count): words(.updates, String(count))
    case .rows(let count): words(.dataRows, String(count))
    case .normalRows(let count): words(.gaussianRows, String(count))
    case .words(let text): text
    }
  }
}

extension [Fact] {
  /// The facts on one line.
  func line(_ words: Words) -> String {
    map { $0.text(words) }.joined(separator: " · ")
  }
}

/// The sizes of the layers of a network with their activations.
struct NetworkShape: Equatable, Sendable {
  /// Number of inputs, then of the units of each layer.
  let sizes: [Int]
  /// The activation of each layer.
  let activations: [Activation]

  /// More sizes than this would fill the line, and are counted where they repeat.
  private static let mostSizes = 8

  init(of network: Network) {
    sizes = [network.inputCount] + network.layers.map { $0.fanOut }
    activations = network.layers.map { $0.activation }
  }

  /// `2-4-1 (tanh, sigmoid)`, or `2 – 10 × 32 – 1 (10 × relu, sigmoid)`.
  var text: String {
    let numbers = sizes.map { String($0) }
    let widths =
      sizes.count > Self.mostSizes
      ? Self.runs(numbers).joined(separator: " – ") : numbers.joined(separator: "-")
    return "\(widths) (\(Self.runs(activations.map { $0.name }).joined(separator: ", ")))"
  }

  /// Repeated neighbors counted: `4 × tanh`, `sigmoid`.
  private static func runs(_ names: [String]) -> [String] {
    var groups: [(name: String, count: Int)] = []
    for name in names {
      if groups.last?.name == name {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((name, 1))
      }
    }
    return groups.map { $0.count > 1 ? "\($0.count) × \($0.name)" : $0.name }
  }
}

extension Trace {
  /// What an expert asks first of a training: how it was done, and what it started from.
  ///
  /// All of it holds at every moment, so that frames of an animation say the same.
  var facts: [Fact] {
    if let perceptron {
      return [.perceptron(rate: setup.rule.learningRate, perceptron.start.threshold)]
    }
    var facts: [Fact] = [.network(shape)]
    if let loss { facts.append(.loss(loss)) }
    // Where no epoch was asked for, no rule has changed anything.
    if case .gradientDescent(let optimizer) = setup.rule, setup.epochs > 0 {
      facts.append(.optimizer(optimizer))
    }
    return facts + origin
  }

  /// What of the facts holds of the network at a step: before the first update, how it will be trained
  /// does not matter.
  func facts(at step: TraceStep) -> [Fact] {
    step.epoch > 0 ? facts : [.network(shape)] + origin
  }

  /// The layers.
  var shape: NetworkShape { NetworkShape(of: last.network) }

  /// Where first weights come from, and the seed where it decides about anything.
  private var origin: [Fact] {
    (setup.firstParameters == .given ? [.givenParameters] : [])
      + (setup.isSeeded ? [.seed(seed)] : [])
  }
}
