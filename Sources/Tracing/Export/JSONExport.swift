import Networks

extension Trace {
  /// The trace as one JSON object on several lines, UTF-8.
  ///
  /// Members: `format` (`chalkline-trace/1`), `scenario`, `seed`, `optimizer`, `batchSize`, `loss`,
  /// `updateCount`, `dataset`, `network` (widths and activations), `history`, `divergence`,
  /// `perceptron`, and `steps`, each with `layers` of nested arrays: `weights` `[unit][input]`,
  /// `biases` `[unit]`, `preActivations` and `activations` `[row][unit]`, and `gradients` of the
  /// same names, or null. In `dataset`, `features` and `rawInputs` are null where the inputs are no
  /// features, and `validation` is a data set like it or null. Numbers read back as the same numbers; what JSON has no number for is the
  /// text `"NaN"`, `"Infinity"` or `"-Infinity"`.
  ///
  /// - Parameter epoch: The only epoch to be written; nil means all steps.
  /// - Returns: The text, UTF-8.
  /// - Throws: `ExportError.noSuchEpoch`.
  public func json(atEpoch epoch: Int? = nil) throws(ExportError) -> [UInt8] {
    let layers = first.network.layers
    let members: [(String, JSONValue)] = [
      ("format", .text("chalkline-trace/1")), ("scenario", .text(scenario)),
      // A seed may have more digits than a reader's numbers.
      ("seed", .text(String(seed))), ("optimizer", .text(optimizer)),
      ("batchSize", .integer(batchSize)), ("loss", loss.map { .text($0.name) } ?? .null),
      ("updateCount", .integer(updateCount)), ("dataset", JSONValue(dataset)),
      (
        "network",
        .object([
          ("widths", .integers([first.network.inputCount] + layers.map { $0.fanOut })),
          ("activations", .texts(layers.map { $0.activation.name })),
        ])
      ),
      ("history", JSONValue(history)), ("divergence", divergence.map(JSONValue.init) ?? .null),
      ("perceptron", perceptron.map(JSONValue.init) ?? .null),
      ("steps", .lines(try exportedSteps(atEpoch: epoch).map(JSONValue.init))),
    ]
    var text = "{\n"
    for (index, member) in members.enumerated() {
      text += "  \(JSONValue.quoted(member.0)): "
      member.1.write(to: &text)
      text += index < members.count - 1 ? ",\n" : "\n"
    }
    return Array((text + "}\n").utf8)
  }
}

/// A JSON value that is written in the order in which it was made.
indirect enum JSONValue {
  case null
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case text(String)
  case list([JSONValue])
  /// A list with one item a line.
  case lines([JSONValue])
  case object([(String, JSONValue)])

  static func integers(_ values: [Int]) -> JSONValue { .list(values.map { .integer($0) }) }
  static func numbers(_ values: [Double]) -> JSONValue { .list(values.map { .number($0) }) }
  static func texts(_ values: [String]) -> JSONValue { .list(values.map { .text($0) }) }
  static func matrix(_ matrix: Matrix) -> JSONValue {
    .list((0..<matrix.rows).map { .numbers(matrix.row($0)) })
  }

  func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .integer(let value): text += String(value)
    case .number(let value):
      text += value.isFinite ? NumberForm.text(value) : "\"\(NumberForm.text(value))\""
    case .boolean(let value): text += String(value)
    case .text(let value): text += Self.quoted(value)
    case .list(let items): Self.write(items, to: &text, open: "[", separator: ", ", close: "]")
    case .lines(let items):
      Self.write(items, to: &text, open: "[\n    ", separator: ",\n    ", close: "\n  ]")
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? ", " : "") + Self.quoted(member.0) + ": "
        member.1.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(
    _ items: [JSONValue], to text: inout String, open: String, separator: String, close: String
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += separator }
      item.write(to: &text)
    }
    text += close
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONValue {
  init(_ dataset: Dataset) {
    self = .object([
      ("name", .text(dataset.name)), ("inputNames", .texts(dataset.inputNames)),
      ("classNames", .texts(dataset.classNames)), ("classes", .integers(dataset.classes)),
      ("inputs", .matrix(dataset.inputs)), ("targets", .matrix(dataset.targets)),
      ("features", dataset.features.map { .texts($0.expressions.map { $0.text }) } ?? .null),
      ("rawInputNames", .texts(dataset.rawInputNames)),
      ("rawInputs", dataset.features == nil ? .null : .matrix(dataset.rawInputs)),
      ("validation", dataset.validation.map { JSONValue($0) } ?? .null),
    ])
  }

  init(_ history: TrainingHistory) {
    self = .object([
      ("epochs", .integers(history.epochs)), ("loss", .numbers(history.loss)),
      ("accuracy", .numbers(history.accuracy)), ("updateLoss", .numbers(history.updateLoss)),
      ("validationLoss", .numbers(history.validationLoss)),
      ("validationAccuracy", .numbers(history.validationAccuracy)),
    ])
  }

  init(_ divergence: Divergence) {
    self = .object([
      ("epoch", .integer(divergence.epoch)), ("update", .integer(divergence.update)),
      ("value", .number(divergence.value)), ("description", .text(divergence.description)),
    ])
  }

  init(_ run: PerceptronRun) {
    let steps = run.steps.map { step in
      JSONValue.object([
        ("epoch", .integer(step.epoch)), ("row", .integer(step.row)),
        ("preActivation", .number(step.preActivation)), ("predicted", .integer(step.predicted)),
        ("target", .integer(step.target)), ("error", .integer(step.error)),
        ("weights", .numbers(step.weights)), ("bias", .number(step.bias)),
      ])
    }
    let cycle = run.cycle.map { cycle in
      JSONValue.object([
        ("firstEpoch", .integer(cycle.firstEpoch)), ("epochs", .integer(cycle.epochs)),
        ("presentations", .integer(cycle.presentations)), ("updates", .integer(cycle.updates)),
        ("maxAbsWeight", .number(cycle.maxAbsWeight)),
        ("epochStarts", .list(cycle.epochStarts.map { .numbers($0) })),
      ])
    }
    self = .object([
      ("firstErrorFreeEpoch", run.firstErrorFreeEpoch.map { .integer($0) } ?? .null),
      ("updateCount", .integer(run.updateCount)),
      ("mistakesPerEpoch", .integers(run.mistakesPerEpoch)),
      ("cycle", cycle ?? .null), ("presentations", .list(steps)),
    ])
  }

  init(_ step: TraceStep) {
    let layers = step.network.layers.indices.map { index -> JSONValue in
      let layer = step.network.layers[index]
      let gradients = step.gradients.map { gradients in
        JSONValue.object([
          ("weights", .matrix(gradients.weights[index])),
          ("biases", .numbers(gradients.biases[index])),
          ("preActivations", .matrix(gradients.preActivations[index])),
          ("activations", .matrix(gradients.activations[index + 1])),
        ])
      }
      return .object([
        ("weights", .matrix(layer.weights)), ("biases", .numbers(layer.biases)),
        ("preActivations", .matrix(step.forward.preActivations[index])),
        ("activations", .matrix(step.forward.activations[index + 1])),
        ("gradients", gradients ?? .null),
      ])
    }
    self = .object([
      ("moment", .text(step.moment.name)), ("epoch", .integer(step.epoch)),
      ("update", .integer(step.update)), ("loss", .number(step.loss)),
      ("accuracy", step.accuracy.map { .number($0) } ?? .null),
      ("rows", .integers(step.rows)),
      ("inputGradients", step.gradients.map { .matrix($0.activations[0]) } ?? .null),
      ("layers", .list(layers)),
    ])
  }
}
