import Figures
import Testing

/// Scenarios that differ in everything that small print can say, and some that differ in one thing alone.
///
/// They are called by words that stand in no other text, so that what is said by name can be told.
struct ScenarioSet: Sendable, CustomTestStringConvertible {
  /// A scenario with the word that figures call it.
  struct Entry: Sendable {
    let title: String
    let text: String
  }

  let name: String
  let entries: [Entry]

  var testDescription: String { name }
  var titles: [String] { entries.map { $0.title } }

  /// The section `scenarios:` of a lesson; each is named by its title in small letters.
  var text: String {
    entries.map { entry in
      "\(entry.title.lowercased()):\n  title: \(entry.title)\n"
        + entry.text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }.joined()
  }

  private static let words = ["Alpha", "Bravo", "Charlie", "Delta"]

  init(_ name: String, _ texts: [String]) {
    self.name = name
    entries = zip(Self.words, texts).map { Entry(title: $0, text: $1) }
  }

  /// One, two, three and four of some scenarios, and all of them in the opposite order.
  static func growing(_ name: String, _ texts: [String]) -> [ScenarioSet] {
    (1...texts.count).map { ScenarioSet("\(name) 1 to \($0)", Array(texts.prefix($0))) }
      + [ScenarioSet("\(name) backward", texts.reversed())]
  }

  /// A scenario twice, and once more with one line exchanged.
  static func pairs(_ name: String, _ text: String, _ changes: [(String, String)]) -> [ScenarioSet]
  {
    changes.map { old, new in
      ScenarioSet("\(name), \(new)", [text, text, text.replacing(old, with: new)])
    }
  }

  static let classifiers =
    growing("classifiers", [moons, circles, gates, line])
    + growing("regressions among them", [plane, moons, gates, given])
    + pairs(
      "moons", moons,
      [
        ("rate: 0.5", "rate: 0.25"), ("seed: 3", "seed: 4"), ("batch: 5", "batch: 10"),
        ("epochs: 3", "epochs: 2"), ("epochs: 3", "epochs: 0"), ("rows: 20", "rows: 22"),
        ("2 tanh", "3 tanh"), ("2 tanh", "2 elu"), ("2 tanh", "2 leaky-relu"),
        ("2 tanh", "2 relu, 2 tanh"), ("cross-entropy", "mse"),
        ("train: {", "train: {optimizer: adam, "),
        ("train: {", "train: {optimizer: {name: momentum, momentum: 0.5}, "),
        ("1 sigmoid]", "1 sigmoid], initializer: he-normal"),
        ("1 sigmoid]", "1 sigmoid], parameters: [1, 2, 3, 4, 5, 6, 7, 8, 9]"),
        ("noise: 0.1", "noise: 0.1, validation: 6"), ("noise: 0.1", "noise: 0.1, seed: 8"),
      ])

  static let moons = """
    data: {shape: moons, rows: 20, noise: 0.1}
    network: {layers: [2 tanh, 1 sigmoid]}
    loss: cross-entropy
    train: {rate: 0.5, epochs: 3, batch: 5}
    seed: 3
    """
  private static let circles = """
    data: {shape: circles, rows: 24, validation: 8}
    network: {layers: [3 relu, 2 leaky-relu, 2 softmax], initializer: he-normal}
    train: {optimizer: adam, rate: 0.02, epochs: 4, batch: 6}
    seed: 9
    """
  private static let gates = """
    data: xor
    network: {layers: [2 tanh, 1 tanh], parameters: [1, -1, 1, 1, 0.5, -0.5, 1, 1, 0]}
    loss: mse
    train: {optimizer: {name: momentum, momentum: 0.5}, rate: 0.25, epochs: 2}
    """
  private static let line = """
    data: and
    model: perceptron
    perceptron: {weights: [1, 1], bias: -1.5, threshold: ">"}
    train: {rate: 0.125, epochs: 5}
    """
  private static let given = """
    data: {shape: playground-gauss, rows: 12}
    network: {layers: [1 sigmoid], parameters: [1, -1, 0.5]}
    loss: sse
    train: {rate: 0.3, epochs: 0}
    seed: 6
    """
  private static let plane = """
    data: {shape: playground-plane, rows: 30, validation: 10}
    network: {layers: [2 gelu, 1 identity]}
    loss: mse
    train: {optimizer: rmsprop, rate: 0.01, epochs: 2, batch: 10}
    seed: 5
    """

  static let fits = growing(
    "fits",
    [
      """
      data: {shape: sine, rows: 10, validation: 10}
      network: {layers: [3 tanh, 1 identity]}
      train: {rate: 0.1, epochs: 3}
      seed: 1
      """,
      """
      data: {shape: line, rows: 12}
      network: {layers: [1 identity], parameters: [1, 0]}
      loss: huber
      train: {optimizer: adagrad, rate: 0.05, epochs: 4, batch: 3}
      seed: 2
      """,
      """
      data: {shape: line, rows: 9, seed: 4}
      network: {layers: [1 identity], parameters: [-1, 2]}
      train: {rate: 0.2, epochs: 0}
      """,
      """
      data: {shape: sine, rows: 11, seed: 7}
      network: {layers: [2 relu, 1 identity], initializer: zeros}
      loss: mse
      train: {rate: 0.1, epochs: 1}
      seed: 3
      """,
    ])

  static let perceptrons = growing(
    "perceptrons",
    [
      "data: xor\nmodel: perceptron\ntrain: {rate: 0.5, epochs: 9}", line,
      "data: or\nmodel: perceptron\nperceptron: {threshold: \">\"}\ntrain: {rate: 2, epochs: 20}",
      "data: {shape: playground-gauss, rows: 8}\nmodel: perceptron\ntrain: {epochs: 4}\nseed: 5",
    ])

  static let descents =
    growing(
      "descents",
      [
        "rate: 0.01, steps: 40", "rate: 0.02, steps: 40", "optimizer: adam, rate: 0.05, steps: 60",
        "optimizer: {name: momentum, momentum: 0.5}, rate: 0.01, steps: 0",
      ].map { "function: himmelblau\nstarts: [[0, 0], [-1, 2]]\ntrain: {\($0)}" })
    + growing(
      "descents on a line",
      [
        "rate: 0.01, steps: 40", "rate: 0.2, steps: 40", "rate: 0.01, steps: 9",
        "optimizer: nesterov, rate: 0.01, steps: 40",
      ].map { "function: double-well\nstarts: [-2, 0.5, 2]\ntrain: {\($0)}" })

  static let sweeps = [
    "units: [1, 4], seeds: 2", "rate: [0.1, 0.5], seeds: 3", "batch: [4, all], units: [1, 2]",
    "initializer: [he-normal, zeros], rate: [0.5, 1]", "seeds: 4, threshold: 0.6",
    "layers: [0, 2], rate: [0.25]",
  ].map { sweep in
    ScenarioSet(
      "sweep of \(sweep)",
      [
        """
        data: {shape: moons, rows: 20, validation: 20}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {optimizer: {name: adam, beta1: 0.8}, rate: 0.3, epochs: 3}
        sweep: {\(sweep)}
        """
      ])
  }
}
