import Figures
import Lessons
import Networks
import Plotting
import Testing
import Tracing

/// Every statement of every kind of figure, held against what is shown.
struct SmallPrintTruthTests {
  /// A kind with some of its options, drawn from scenarios of a family.
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: any Figure.Type
    let options: String
    let sets: [ScenarioSet]
    var testDescription: String { "\(kind.kind) \(options.replacing("\n", with: ", "))" }
  }

  private static let cases = FigureCatalog.all.flatMap { kind -> [Case] in
    (variants[kind.kind] ?? [""]).map { Case(kind: kind, options: $0, sets: family(of: kind)) }
  }

  /// Options that change what is said, besides the usual ones.
  private static let variants = [
    "decision-boundary": ["", "epochs: [0, last]", "epochs: 1"],
    "histogram-grid": [
      "bins: 9", "bins: 9\ninputs: gaussian", "bins: 9\nquantity: weights\nepoch: 1",
    ],
    "depth-curve": [
      "", "quantities: [activations, update-ratio]\nepoch: 1", "across: epochs", "inputs: gaussian",
    ],
    "loss-surface": [
      "resolution: 5", "resolution: 5\nview: 3d", "resolution: 9\nview: slice",
      "resolution: 5\ndirections: path\ntogether: true", "resolution: 5\ndirections: [1, 2]",
    ],
    "hidden-units": ["", "show: sum"], "spectrum": ["", "epochs: [0, last]"],
    "gradient-noise": ["", "epoch: 0"], "hidden-space": ["", "epochs: [0, 1]"],
    "loss-curve": ["", "over: updates"],
    "fit": ["", "epochs: [0, last]"], "basins": ["resolution: 5"],
    "descent-path": [
      "resolution: 5", "resolution: 5\nlimit: true", "resolution: 5\nlimit: true\nshow: heights",
    ],
    "table": [
      "perceptron-updates", "forward-passes", "linear-collapse", "scenarios", "layers",
      "initializers", "inequalities",
    ].map { "content: \($0)" },
  ]

  private static func family(of kind: any Figure.Type) -> [ScenarioSet] {
    if kind.kind == "table" { return ScenarioSet.classifiers + ScenarioSet.perceptrons }
    let families = [
      ("scenario: sweep", ScenarioSet.sweeps), ("scenario: curve", ScenarioSet.fits),
      ("scenario: descent", ScenarioSet.descents),
      ("scenario: perceptron", ScenarioSet.perceptrons),
      ("scenario: hidden-layer", ScenarioSet.classifiers),
    ]
    return families.first { kind.example.contains($0.0) }?.1 ?? []
  }

  @Test(arguments: cases)
  func `nothing is said that does not hold of everything that it is said of`(_ it: Case) throws {
    guard it.kind.kind != "panels", !it.sets.isEmpty else { return }
    let takesSeveral = it.kind.fields.contains { $0.name == "scenarios" }
    var drawn = 0
    for set in it.sets where takesSeveral || set.entries.count == 1 {
      let names = set.titles.map { $0.lowercased() }.joined(separator: ", ")
      let figure =
        "kind: \(it.kind.kind)\n\(takesSeveral ? "scenarios: [\(names)]" : "scenario: \(names)")\n"
        + it.options
      guard let exhibit = try? Exhibit(figure, scenarios: set.text),
        let plot = try? exhibit.plot()
      else { continue }
      drawn += 1
      check(plot, of: set, exhibit, steps: it.options, "\(it.testDescription) of \(set.name)")
    }
    #expect(drawn > 0, "none of the sets suits \(it.testDescription)")
  }

  @Test func `what the parts of panels do not share is said of them by name`() throws {
    let sets = [
      ScenarioSet(
        "two",
        [ScenarioSet.classifiers[3].entries[0].text, ScenarioSet.classifiers[3].entries[1].text])
    ]
    for set in sets {
      for titles in ["", ", title: {en: Alpha}"] {
        let figure = """
          kind: panels
          figures:
            a: {kind: loss-curve, scenario: alpha\(titles)}
            b: {kind: decision-boundary, scenario: bravo\(titles.replacing("Alpha", with: "Bravo"))}
          """
        let exhibit = try Exhibit(figure, scenarios: set.text)
        let plot = try exhibit.plot()
        check(plot, of: set, exhibit, steps: "", "panels")
        #expect(plot.parts.map { $0.subtitle } == ["Alpha", "Bravo"])
      }
    }
  }

  /// Holds everything that a plot says against its scenarios.
  private func check(
    _ plot: Plot, of set: ScenarioSet, _ exhibit: Exhibit, steps options: String, _ comment: String
  ) {
    for statement in Statement.all(in: plot, titles: set.titles) {
      var isRead = statement.text.isEmpty
      for title in statement.subjects {
        guard let outcome = exhibit.outcomes[title.lowercased()] else { continue }
        let subject = Subject(
          outcome: outcome, steps: shownSteps(of: outcome, exhibit.section, options),
          isSmallPrint: statement.isSmallPrint)
        guard let isTrue = StatementCheck.verdict(statement.text, subject) else { continue }
        isRead = true
        #expect(isTrue, "\(comment): '\(statement.text)' is not true of \(title)\n\(plot.note)")
      }
      if statement.isSmallPrint, !isRead {
        #expect(
          Explanations.explains(statement.text),
          "\(comment): nothing here can read '\(statement.text)'")
      }
      if let applies = Explanations.conditions[statement.text] {
        let outcomes = statement.subjects.compactMap { exhibit.outcomes[$0.lowercased()] }
        #expect(outcomes.contains(where: applies), "\(comment): '\(statement.text)' of nothing")
      }
    }
    checkRamps(plot, of: set, exhibit, comment)
  }

  /// The ends of the ramp of outputs are those of every panel that it is said of.
  private func checkRamps(
    _ plot: Plot, of set: ScenarioSet, _ exhibit: Exhibit, _ comment: String
  ) {
    for case .ramp(_, let domain, let words) in plot.keys where words.hasSuffix("output ŷ") {
      let named = set.titles.filter { words.contains($0) }
      for title in named.isEmpty ? set.titles : named {
        guard let trace = exhibit.traces[title.lowercased()], trace.perceptron == nil,
          trace.last.network.outputCount == 1, trace.dataset.encoding != .value
        else { continue }
        let levels = trace.dataset.encoding.levels
        #expect(domain == levels.low...levels.high, "\(comment): the ramp of \(title)")
      }
    }
  }

  private func shownSteps(
    of outcome: ScenarioOutcome, _ section: FigureSection, _ options: String
  ) -> [TraceStep] {
    guard case .training(let trace) = outcome else { return [] }
    if options.contains("[0, last]") { return [trace.first, trace.last] }
    if options.contains("[0, 1]") { return [0, 1].compactMap(trace.step(atEpoch:)) }
    if options.contains("epoch: 0") { return [trace.first] }
    if options.contains("epoch: 1") || options.contains("epochs: 1") {
      return [trace.step(atEpoch: 1)].compactMap { $0 }
    }
    let startsAtZero = ["histogram-grid", "depth-curve"].contains(section.kind)
    return [startsAtZero && !options.contains("across") ? trace.first : trace.last]
  }
}

/// Words that explain a figure and say nothing of how a scenario was set up.
enum Explanations {
  private static let settings: Set<String> = [
    "seed", "givenWeights", "epoch", "epochs", "update", "updates", "loss", "accuracy", "dataRows",
    "perceptronRule", "learningRate", "parameters", "seedsEach", "divergedCount", "rateSetting",
    "unitsSetting", "rowsSetting", "layersSetting", "batchSetting", "crossEntropy",
    "halfSquaredError", "squaredError", "meanSquaredError", "noteKinks",
  ]

  /// The texts with their places open, part by part.
  private static let patterns = Words.english.table.filter { !settings.contains($0.name) }
    .flatMap { $0.text.split(separator: " · ") }
    .map { text in
      text.split(separator: /\{\d(?::[^}]*)?\}/, omittingEmptySubsequences: false).map {
        String($0)
      }
    }

  /// Whether a text is one of the words, with anything in its places, or a formula.
  static func explains(_ text: String) -> Bool {
    text.contains(#/^f\(x(, y)?\) = /#) || text.contains(#/^[^:]+: parameters: /#)
      || text.contains(#/^\w+: y = −1$/#)
      || patterns.contains { fits(text, $0) }
  }

  private static func fits(_ text: String, _ pieces: [String]) -> Bool {
    guard pieces.count > 1 else { return text == pieces[0] }
    guard text.hasPrefix(pieces[0]), pieces.contains(where: { $0.count > 2 }) else { return false }
    var rest = text.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst() where !piece.isEmpty {
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return pieces[pieces.count - 1].isEmpty || rest.isEmpty
  }

  /// Explanations of something that not every outcome has, and whether one has it.
  static let conditions: [String: @Sendable (ScenarioOutcome) -> Bool] = [
    "color: network output on a 121 × 121 grid; line: where the decision changes": isDecision,
    "the same mesh of inputs drawn in each space; line: where the decision changes": isDecision,
    "dashed line: z = 0; solid line: where the decision changes": isDecision,
    "in parentheses: the share of rows that are right": { outcome in
      isDecision(outcome) && trace(outcome)?.dataset.validation != nil
    },
    "inside: share of activations that are 0": { hidden($0).contains { $0.traits.rectifies } },
    "inside: share of activations that are saturated": {
      hidden($0).contains { !$0.traits.rectifies }
    },
    Words.english(.meanField): { outcome in
      trace(outcome)?.last.network.layers.allSatisfy { $0.activation.isElementwise } ?? false
    },
  ]

  private static func trace(_ outcome: ScenarioOutcome) -> Trace? {
    if case .training(let trace) = outcome { trace } else { nil }
  }

  @Sendable
  private static func isDecision(_ outcome: ScenarioOutcome) -> Bool {
    trace(outcome).map { $0.dataset.encoding != .value } ?? false
  }

  private static func hidden(_ outcome: ScenarioOutcome) -> [Activation] {
    (trace(outcome)?.last.network.layers.dropLast() ?? []).map { $0.activation }
  }
}
