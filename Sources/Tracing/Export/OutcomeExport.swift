import Networks
import Wording

extension ScenarioOutcome {
  /// The forms that the outcome can be written in: a training in all of them, others in three.
  public var formats: [TraceFormat] {
    if case .training = self { TraceFormat.allCases } else { [.table, .csv, .json] }
  }

  /// The outcome in one of its forms.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - epoch: The only epoch of a training to be written; nil means all steps.
  /// - Returns: The bytes of the file.
  /// - Throws: `ExportError` if there is no such epoch or form, or an archive is too large.
  public func exported(as format: TraceFormat, atEpoch epoch: Int? = nil) throws(ExportError)
    -> [UInt8]
  {
    if case .training(let trace) = self { return try trace.exported(as: format, atEpoch: epoch) }
    guard formats.contains(format) else { throw .noSuchForm(format, of: kind, known: formats) }
    guard epoch == nil else { throw .noEpochs(kind) }
    switch format {
    case .json: return json
    case .csv: return Array(rows.commaSeparated.utf8)
    case .table, .npz: return Array((heading + "\n\n" + rows.aligned).utf8)
    }
  }

  private var json: [UInt8] {
    switch self {
    case .training: []
    case .sweep(let sweep): sweep.json
    case .descent(let descent): descent.json
    case .expression(let run): run.json
    }
  }

  /// One row for each training, position or node.
  private var rows: ExportRows {
    switch self {
    case .training: ExportRows(names: [])
    case .sweep(let sweep): ExportRows(sweep)
    case .descent(let descent): ExportRows(descent)
    case .expression(let run): ExportRows(run)
    }
  }

  private var heading: String {
    switch self {
    case .training(let trace): trace.scenario
    case .sweep(let sweep):
      "scenario \(sweep.scenario): \(sweep)\n\(sweep.dataset.name), \(sweep.loss), "
        + sweep.optimizer.exportText
    case .descent(let descent): "\(descent.field.name), \(descent.spec.optimizer.exportText)"
    case .expression(let run): "\(run.expression.text) = \(NumberForm.rounded(run.result))"
    }
  }
}

/// A table of a fixed number of columns, for programs and for a terminal.
struct ExportRows {
  /// What a cell holds.
  enum Cell {
    case text(String)
    case integer(Int)
    case number(Double)
    case nothing
  }

  let names: [String]
  var rows: [[Cell]] = []

  init(names: [String]) { self.names = names }

  /// The rows with a comma between cells, and a line feed at the end of each line.
  ///
  /// Numbers read back as the same numbers. A text with a comma or a quote is quoted.
  ///
  /// - Source: RFC 4180
  var commaSeparated: String {
    let lines = rows.map { row in row.map { Self.exact($0) } }
    return ([names] + lines).map { line in
      line.map { Self.quoted($0) }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The rows in columns flush right, numbers with six digits.
  var aligned: String { ([names] + rows.map { row in row.map { Self.short($0) } }).aligned }

  private static func exact(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let value): NumberForm.text(value)
    case .nothing: ""
    }
  }

  private static func short(_ cell: Cell) -> String {
    if case .number(let value) = cell { NumberForm.rounded(value) } else { exact(cell) }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing(every: "\"", with: "\"\""))\""
  }
}

extension ExportRows.Cell {
  init(_ value: Double?) { self = value.map { .number($0) } ?? .nothing }
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .nothing }
}

extension ExportRows {
  /// One row for each training: its settings, then how it went.
  fileprivate init(_ sweep: Sweep) {
    self.init(
      names: sweep.axes.map { $0.name } + [
        "seed", "parameters", "loss", "accuracy", "validationLoss", "validationAccuracy",
        "epochsToThreshold", "diverged",
      ])
    rows = sweep.members.map { member in
      member.settings.map { .text($0.lessonText) } + [
        .integer(member.seed), .integer(member.parameterCount), .number(member.finalLoss),
        Cell(member.finalAccuracy), Cell(member.validationLoss), Cell(member.validationAccuracy),
        Cell(member.epochsToThreshold), .text(String(member.diverged)),
      ]
    }
  }

  /// One row for each position of each path; paths and steps count from 0.
  fileprivate init(_ descent: Descent) {
    let axes = (1...max(1, descent.field.dimension)).map { "x\($0)" }
    self.init(names: ["path", "step"] + axes + ["value"])
    for (number, path) in descent.paths.enumerated() {
      rows += zip(path.positions, path.values).enumerated().map { step, place in
        [.integer(number), .integer(step)] + place.0.map { .number($0) } + [.number(place.1)]
      }
    }
  }

  /// One row for each node of the circuit; nodes count from 0.
  fileprivate init(_ run: ExpressionRun) {
    self.init(names: ["node", "text", "operation", "inputs", "value", "gradient"])
    rows = run.graph.nodes.enumerated().map { index, node in
      [
        .integer(index), .text(node.text), .text(node.operation.rawValue),
        .text(node.inputs.map { String($0) }.joined(separator: " ")), .number(node.value),
        .number(node.gradient),
      ]
    }
  }
}
