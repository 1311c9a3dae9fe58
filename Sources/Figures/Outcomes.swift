public import Lessons
public import Tracing

/// What the scenarios that a figure asked for gave, by name, and what each scenario is called.
public struct Outcomes: Sendable {
  private let byName: [String: ScenarioOutcome]
  private let titles: [String: LocalizedText]

  /// Makes a collection; scenarios without a title go by their names.
  public init(_ byName: [String: ScenarioOutcome], titles: [String: LocalizedText] = [:]) {
    self.byName = byName
    self.titles = titles
  }

  /// What a scenario is called in figures of a language.
  func title(of name: LocatedText, _ words: Words) -> String {
    titles[name.text]?[words.language] ?? name.text
  }

  /// What a scenario gave.
  ///
  /// - Throws: A `FigureError` if the scenario was not run.
  public func outcome(of name: LocatedText) throws(FigureError) -> ScenarioOutcome {
    guard let outcome = byName[name.text] else {
      throw FigureError("there is no trace of scenario '\(name.text)'", at: name.location)
    }
    return outcome
  }

  /// What a scenario gave as an outcome of one kind, such as the trace of a training.
  ///
  /// - Parameters:
  ///   - name: The scenario.
  ///   - kind: The kind of outcome that the figure draws.
  /// - Returns: The outcome.
  /// - Throws: A `FigureError` if the scenario was not run, or gave an outcome of another kind.
  public func value<Value: OutcomeKind>(
    of name: LocatedText, as kind: Value.Type
  ) throws(FigureError) -> Value {
    let outcome = try outcome(of: name)
    if let value = Value(outcome) { return value }
    throw .wrongKind(name, is: outcome.kind, draws: kind)
  }
}
