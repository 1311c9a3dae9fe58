import Languages
import Tracing

extension Sweep {
  /// What an expert asks first of a sweep: seeds, epochs, loss and rule, as far as all trainings share them.
  func facts(_ words: Words) -> [String] {
    let sweepsRates = axes.contains { if case .rate = $0 { true } else { false } }
    return [
      words(.seedsEach, String(seeds)), words(.epochs, String(epochCount)), words.name(of: loss),
      sweepsRates ? words.nameWithoutRate(of: optimizer) : words.name(of: optimizer),
    ]
  }
}
