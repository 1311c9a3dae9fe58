import Figures
import Networks
import Plotting
import Tracing

/// Kinds of statements that small print makes: each reads its own and holds them against an outcome.
struct StatementCheck: Sendable {
  /// Whether the statement is true of a subject; nil if it is of another kind.
  let holds: @Sendable (_ text: String, _ subject: Subject) -> Bool?

  /// Whether a statement is true of a subject; nil if nothing here can read it.
  static func verdict(_ text: String, _ subject: Subject) -> Bool? {
    for check in all {
      if let verdict = check.holds(text, subject) { return verdict }
    }
    return nil
  }

  private static let all = [
    seed, network, optimizer, perceptron, givenWeights, loss, epoch, epochs, rows, seeds, updates,
    parameters, score, kink, validation, layers,
  ]

  private static let seed = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/seed (\d+)/#) else { return nil }
    guard let setup = subject.trace?.setup else { return false }
    return setup.isSeeded && String(setup.seed) == match.1
  }

  private static let network = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d[-–×\d ]*) \(([^)]+)\)/#), match.1.contains(#/[-–]/#)
    else {
      return nil
    }
    let sizes = expanded(match.1.split(separator: #/-| – /#).map { String($0) })
    let activations = expanded(match.2.split(separator: ", ").map { String($0) })
    return subject.shape.map { $0.sizes == sizes && $0.activations == activations } ?? false
  }

  /// `2 × tanh` as `tanh`, `tanh`.
  private static func expanded(_ items: [String]) -> [String] {
    items.flatMap { item -> [String] in
      let parts = item.split(separator: " × ").map { String($0) }
      guard parts.count == 2, let count = Int(parts[0]) else { return [item] }
      return [String](repeating: parts[1], count: count)
    }
  }

  /// `adam, learning rate 0.02, beta1 0.8`; without a rate, nothing is said of it.
  private static let optimizer = StatementCheck { text, subject in
    let parts = text.split(separator: ", ").map { String($0) }
    guard let usual = parts.first.flatMap(Optimizer.named) else { return nil }
    guard var optimizer = subject.optimizer else { return false }
    let said = parts.dropFirst().map { $0.split(separator: " ").map { String($0) } }
    if let rate = said.first(where: { $0.first == "learning" })?.last {
      guard subject.hasOneRate, Double(rate) == optimizer.learningRate else { return false }
    }
    optimizer.learningRate = usual.learningRate
    let numbers = said.filter { $0.first != "learning" }.reduce(usual) { rule, number in
      number.count == 2
        ? Double(number[1]).flatMap { rule.setting(number[0], to: $0) } ?? rule : rule
    }
    return numbers == optimizer
  }

  private static let perceptron = StatementCheck { text, subject in
    let pattern = #/perceptron rule, learning rate ([^,]+), threshold z (≥|>) 0/#
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    guard let trace = subject.trace, let run = trace.perceptron else { return false }
    return trace.setup.rule == .perceptron(rate: Double(match.1) ?? .nan)
      && (run.start.threshold == .atLeastZero) == (match.2 == "≥")
  }

  private static let givenWeights = StatementCheck { text, subject in
    text == "given weights" ? subject.trace?.setup.firstParameters == .given : nil
  }

  private static let loss = StatementCheck { text, subject in
    let said = Loss.all.filter { Words.english.saying(of: $0) == text }
    guard !said.isEmpty else { return nil }
    return subject.loss.map(said.contains) ?? false
  }

  /// Below everything, the epoch of every step that is shown; a perceptron's corrections have their own.
  private static let epoch = StatementCheck { text, subject in
    guard let match = text.firstMatch(of: #/(?:^|, )epoch (\d+)$/#) else { return nil }
    let isRight = subject.steps.map { String($0.epoch) == match.1 }
    return subject.isSmallPrint
      ? !isRight.contains(false) && !isRight.isEmpty
      : isRight.contains(true) || subject.trace?.perceptron != nil
  }

  private static let epochs = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d+) epochs/#) else { return nil }
    return subject.sweep.map { String($0.epochCount) == match.1 } ?? false
  }

  private static let rows = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d+) rows(?: \+ (\d+))?/#) else { return nil }
    guard let dataset = subject.trace?.dataset else { return false }
    let validation = dataset.validation.map { String($0.rowCount) }
    return String(dataset.rowCount) == match.1
      && (match.2 == nil || validation == match.2.map { String($0) })
  }

  private static let seeds = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d+) (seeds? each|diverged)/#) else { return nil }
    guard let sweep = subject.sweep else { return false }
    let diverged = sweep.members.count { $0.diverged }
    return String(match.2 == "diverged" ? diverged : sweep.seeds) == match.1
  }

  private static let updates = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d+) updates/#) else { return nil }
    if let descent = subject.descent { return String(descent.spec.steps) == match.1 }
    return subject.steps.contains { String($0.update) == match.1 }
  }

  private static let parameters = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(\d+) parameters/#) else { return nil }
    return (subject.trace?.last.network.parameterCount).map { String($0) == match.1 } ?? false
  }

  /// `loss 0.23` and `accuracy 75%` of a step that is shown.
  private static let score = StatementCheck { text, subject in
    guard let match = text.wholeMatch(of: #/(loss|accuracy) (−?[\d.×⁻⁰¹²³⁴-⁹]+)(%?)/#) else {
      return nil
    }
    let shown = Double(shown: String(match.2)) / (match.3 == "%" ? 100 : 1)
    return subject.steps.contains { step in
      let value = match.1 == "loss" ? step.loss : step.accuracy ?? .nan
      // Three digits of a loss, and hundredths of a share.
      return (value - shown).magnitude <= max(0.006 * value.magnitude, match.3 == "%" ? 0.0051 : 0)
    }
  }

  private static let kink = StatementCheck { text, subject in
    let pattern = #/(\S+) has a kink at 0; where a row lies on it, these curvatures mean nothing/#
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    guard let layers = subject.trace?.last.network.layers else { return false }
    // Said of the function, whichever of the networks has it.
    return Activation.named(String(match.1))?.traits.kinks == [0] || layers.isEmpty
  }

  private static let validation = StatementCheck { text, _ in
    text == "in parentheses: the share of rows that are right" ? true : nil
  }

  /// What only some layers have is said where some shown network has it.
  private static let layers = StatementCheck { text, subject in
    text.contains(#/^(row|layer) \d+/#) ? subject.trace != nil : nil
  }
}

extension Words {
  /// What small print calls a loss.
  func saying(of loss: Loss) -> String {
    switch loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum, .categoricalCrossEntropy: "cross-entropy"
    case .halfSquaredError: "½ Σ(ŷ − y)²"
    case .squaredError: "sum of squared errors"
    case .meanSquaredError: "mean squared error"
    default: loss.name
    }
  }
}
