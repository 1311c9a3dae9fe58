import Languages
import Lessons
import Networks
import Tracing

/// A small network with one row of its data, whose backpropagation a person could compute.
struct WorkedExample: Sendable {
  let scenario: LocatedText
  let epoch: EpochChoice
  let row: Int?
  let decimals: Int

  static let fields: [Field] = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false), RowPass.rowField,
    Field(
      "decimals", .integer(min: 0, max: 6), summary: "the most decimals of a number",
      defaultText: "3"),
  ]

  /// Nobody computes more lines by hand.
  private static let mostSteps = 48

  init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    decimals = try reader.integer("decimals", default: 3)
  }

  var request: ScenarioRequest { ScenarioRequest(name: scenario, epoch) }

  /// Checks that there is such a row, and that there are not too many steps.
  func check(_ starts: Outcomes, for kind: String) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    _ = try pass(of: trace, at: trace.last, for: kind)
  }

  private func pass(
    of trace: Trace, at step: TraceStep, for kind: String
  ) throws(FigureError) -> RowPass {
    let pass = try RowPass(trace, at: step, row: row, for: kind, at: scenario.location)
    let count = pass.network.parameterCount
    guard count <= Self.mostSteps, pass.network.layers.allSatisfy({ $0.fanIn <= 4 }) else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(count) parameters; '\(kind)' takes at most "
          + "\(Self.mostSteps), and 4 inputs a unit", at: scenario.location,
        help: "for example two hidden units")
    }
    return pass
  }

  /// The steps with the row they belong to and the small print.
  ///
  /// - Throws: A `FigureError` if there are too many, or there is no such row or epoch.
  func steps(
    of outcomes: Outcomes, for kind: String, _ words: Words
  ) throws(FigureError) -> (steps: [WorkedStep], pass: RowPass, note: String) {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let step = try epoch.steps(of: trace)[0]
    let pass = try pass(of: trace, at: step, for: kind)
    let note = [
      (trace.facts + [.epoch(step.epoch)]).line(words),
      words(.rowNumber, String(pass.row)), words(.roundedForShow, String(decimals)),
    ].joined(separator: " · ")
    return (WorkedSteps(pass: pass, number: ShownNumber(decimals: decimals)).all, pass, note)
  }
}
