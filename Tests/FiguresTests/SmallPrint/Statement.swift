import Networks
import Plotting
import Tracing

/// One thing that a figure says in words, with the scenarios that it says it of.
struct Statement {
  /// What is said, without the names.
  let text: String
  /// The titles of the scenarios that it is said of.
  let subjects: [String]
  /// Whether it stands in the small print, below everything, and not above one panel.
  let isSmallPrint: Bool

  /// Everything that the headings, keys and small print of a plot say of some scenarios.
  static func all(in plot: Plot, titles: [String]) -> [Statement] {
    var statements: [Statement] = []
    for line in plot.note.split(separator: "\n") {
      statements += of(line: String(line), titles, isSmallPrint: true)
    }
    for key in plot.keys { statements += of(line: key.words, titles) }
    for panel in plot.panels {
      let named = titles.filter { panel.title.contains($0) }
      let lines = [panel.title, panel.subtitle] + panel.footnotes
      for line in lines { statements += of(line: line, named.isEmpty ? titles : named) }
    }
    for part in plot.parts {
      let named = titles.filter { part.subtitle.contains($0) }
      statements += all(in: part, titles: named.isEmpty ? titles : named)
    }
    return statements
  }

  /// The parts of a line; names at its start are those of the whole line.
  private static func of(
    line: String, _ titles: [String], isSmallPrint: Bool = false
  ) -> [Statement] {
    var subjects = titles
    return line.split(separator: " · ").enumerated().map { index, part in
      let (names, text) = named(String(part), titles)
      if index == 0, !names.isEmpty { subjects = names }
      return Statement(
        text: text, subjects: names.isEmpty ? subjects : names, isSmallPrint: isSmallPrint)
    }
  }

  /// The names before a colon, and what comes after it; no names where none stand there.
  private static func named(_ text: String, _ titles: [String]) -> (names: [String], text: String) {
    if titles.contains(text) { return ([text], "") }
    guard let colon = text.firstRange(of: ": ") else { return ([], text) }
    let names = text[..<colon.lowerBound].split(separator: ", ").map { String($0) }
    guard !names.isEmpty, names.allSatisfy(titles.contains) else { return ([], text) }
    return (names, String(text[colon.upperBound...]))
  }
}

extension Key {
  /// What is written beside the symbol.
  var words: String {
    switch self {
    case .dot(_, _, let words), .ring(_, let words), .line(_, _, _, let words),
      .swatch(_, let words), .ramp(_, _, let words), .note(let words):
      words
    }
  }
}

/// What of a scenario a statement is held against.
struct Subject {
  let outcome: ScenarioOutcome
  /// The steps of a training that the figure shows.
  let steps: [TraceStep]
  /// Whether what is said must hold of every step, and not of that of one panel.
  let isSmallPrint: Bool

  var trace: Trace? { if case .training(let trace) = outcome { trace } else { nil } }
  var sweep: Sweep? { if case .sweep(let sweep) = outcome { sweep } else { nil } }
  var descent: Descent? { if case .descent(let descent) = outcome { descent } else { nil } }

  /// The layers as sizes and activations, as a reader of `2 – 10 × 32 – 1 (10 × relu, sigmoid)` counts them.
  var shape: (sizes: [String], activations: [String])? {
    guard let network = trace?.last.network else { return nil }
    return (
      [String(network.inputCount)] + network.layers.map { String($0.fanOut) },
      network.layers.map { $0.activation.name }
    )
  }

  /// The rule by which everything of the scenario was updated, as long as anything was.
  var optimizer: Optimizer? {
    if let trace, case .gradientDescent(let optimizer) = trace.setup.rule, trace.setup.epochs > 0 {
      return optimizer
    }
    return descent?.optimizer ?? sweep?.optimizer
  }

  /// Whether all that is shown of it was updated at one rate.
  var hasOneRate: Bool {
    !(sweep?.axes.contains { if case .rate = $0 { true } else { false } } ?? false)
  }

  var loss: Loss? { trace?.loss ?? sweep?.loss }
}
