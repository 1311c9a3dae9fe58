import Languages
import Lessons
import Networks
import Plotting
import Tracing

extension TableContent {
  /// Trainings side by side: what the model is given, how large it is, how soon it is right, and how
  /// often it is right at the epoch shown.
  static let scenarios = TableContent(
    name: "scenarios", takesSeveral: true
  ) { (sources, context) throws(FigureError) in
    let words = context.words
    for source in sources where source.trace.history.accuracy.isEmpty {
      throw FigureError(
        "'scenarios' tells accuracies; scenario '\(source.trace.scenario)' predicts numbers",
        at: source.location)
    }
    let hasValidation = sources.contains { $0.trace.dataset.validation != nil }
    let share = Shown.share(sources.first?.accuracy ?? 0)
    var headings = [
      "", words(.inputsHeading), words(.shape), words(.parametersHeading),
      words(.epochsTo, share),
    ]
    headings +=
      hasValidation ? [words(.trainingRight), words(.validationRight)] : [words(.rightRows)]
    let table = Table(
      headings: headings,
      rows: sources.map { row($0, hasValidation: hasValidation, words) }, textColumns: [0, 1, 2])
    return (table, note(sources, hasValidation: hasValidation, words))
  }

  private static func row(
    _ source: ShownTraining, hasValidation: Bool, _ words: Words
  ) -> [TableCell] {
    let (trace, step) = (source.trace, source.step)
    let epoch = trace.history.firstEpoch(withAccuracy: source.accuracy)
    var cells = [
      TableCell(source.title, isBold: true), TableCell(inputs(of: trace, words)),
      TableCell(trace.shape.text), TableCell(NumberText.count(step.network.parameterCount)),
      TableCell(epoch.map { NumberText.count($0) } ?? words(.never), isBold: true),
      TableCell(step.accuracy.map(Shown.share) ?? "–"),
    ]
    if hasValidation {
      let rows = trace.dataset.validation
      let accuracy = rows.flatMap { $0.accuracy(of: step.network.forward($0.inputs).outputs) }
      cells.append(TableCell(accuracy.map(Shown.share) ?? "–"))
    }
    return cells
  }

  /// The inputs by name where they are few, else their number.
  private static func inputs(of trace: Trace, _ words: Words) -> String {
    let names = trace.dataset.inputNames
    return names.count > 3
      ? words(.columnsCounted, String(names.count)) : names.joined(separator: ", ")
  }

  /// What all trainings share is said once; layers stand in the table.
  private static func note(_ sources: [ShownTraining], hasValidation: Bool, _ words: Words)
    -> String
  {
    var prints = SmallPrint()
    for source in sources {
      let facts = source.trace.facts.filter { if case .network = $0 { false } else { true } }
      prints.add(
        facts + [.epoch(source.step.epoch), rows(of: source.trace, words)], of: source.title)
    }
    let explanation = words(hasValidation ? .noteScenariosHeld : .noteScenarios)
    return (prints.whole(words) + [explanation]).joined(separator: "\n")
  }

  /// The rows learned from, and those for validation: `200 rows + 100`.
  private static func rows(of trace: Trace, _ words: Words) -> Fact {
    let validation = trace.dataset.validation.map { " + \($0.rowCount)" } ?? ""
    return .words(words(.dataRows, String(trace.dataset.rowCount)) + validation)
  }
}
