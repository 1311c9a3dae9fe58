import Networks

extension JSONValue {
  /// An object with its members in the order of their names.
  static func sorted(_ members: [String: JSONValue]) -> JSONValue {
    .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  static func optional(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

  /// An object as a document, a member a line; any other value as it is.
  var documentText: String {
    guard case .object(let members) = self else {
      var text = ""
      write(to: &text)
      return text
    }
    let lines = members.map { name, value in
      var text = "  \(Self.quoted(name)): "
      value.write(to: &text)
      return text
    }
    return "{\n\(lines.joined(separator: ",\n"))\n}"
  }

  /// A sweep: `format` is `chalkline-sweep/1`, and `members` has a line for each training.
  init(_ sweep: Sweep) {
    self = .sorted([
      "format": .text("chalkline-sweep/1"), "scenario": .text(sweep.scenario),
      "axes": .list(
        sweep.axes.map { .sorted(["name": .text($0.name), "values": .texts($0.values)]) }),
      "seeds": .integer(sweep.seeds), "dataset": .sorted(Self.summary(of: sweep.dataset)),
      "loss": .text(sweep.loss.name), "optimizer": .text(sweep.optimizer),
      "epochCount": .integer(sweep.epochCount), "threshold": .optional(sweep.threshold),
      "members": .lines(sweep.members.map { JSONValue($0) }),
    ])
  }

  private static func summary(of dataset: Dataset) -> [String: JSONValue] {
    [
      "name": .text(dataset.name), "rows": .integer(dataset.rowCount),
      "inputNames": .texts(dataset.inputNames), "classNames": .texts(dataset.classNames),
      "validationRows": .integer(dataset.validation?.rowCount ?? 0),
    ]
  }

  private init(_ member: SweepMember) {
    self = .sorted([
      "settings": .texts(member.settings), "seed": .integer(member.seed),
      "finalLoss": .number(member.finalLoss), "finalAccuracy": .optional(member.finalAccuracy),
      "validationLoss": .optional(member.validationLoss),
      "validationAccuracy": .optional(member.validationAccuracy),
      "epochsToThreshold": .optional(member.epochsToThreshold),
      "diverged": .boolean(member.diverged), "parameterCount": .integer(member.parameterCount),
      "lossCurve": .list(
        member.lossCurve.map { .list([.integer($0.epoch), .number($0.loss)]) }),
    ])
  }

  /// A descent: `format` is `chalkline-descent/1`, and `paths` has a line for each start.
  init(_ descent: Descent) {
    self = .sorted([
      "format": .text("chalkline-descent/1"), "function": .text(descent.field.name),
      "formula": .text(descent.field.formula), "optimizer": .text(descent.optimizer),
      "steps": .integer(descent.spec.steps),
      "minima": .list(
        descent.minima.map {
          .sorted(["position": .numbers($0.position), "value": .number($0.value)])
        }),
      "paths": .lines(
        descent.paths.map { path in
          .sorted([
            "positions": .list(path.positions.map { .numbers($0) }),
            "values": .numbers(path.values), "end": JSONValue(path.end),
          ])
        }),
    ])
  }

  private init(_ end: DescentEnd) {
    self =
      switch end {
      case .minimum(let index): .sorted(["kind": .text("minimum"), "index": .integer(index)])
      case .saddle(let index): .sorted(["kind": .text("saddle"), "index": .integer(index)])
      case .diverged: .sorted(["kind": .text("diverged"), "index": .null])
      case .unsettled: .sorted(["kind": .text("unsettled"), "index": .null])
      }
  }

  /// A formula: `format` is `chalkline-expression/1`, and `nodes` has a line for each node.
  init(_ run: ExpressionRun) {
    self = .sorted([
      "format": .text("chalkline-expression/1"), "expression": .text(run.expression.text),
      "name": run.expression.name.map { .text($0) } ?? .null,
      "values": .sorted(run.values.mapValues { .number($0) }), "result": .number(run.result),
      "nodes": .lines(
        run.graph.nodes.map { node in
          .sorted([
            "operation": .text(node.operation.rawValue), "name": .text(node.name),
            "text": .text(node.text), "exponent": .number(node.exponent),
            "inputs": .integers(node.inputs), "value": .number(node.value),
            "gradient": .number(node.gradient),
            "localDerivatives": .numbers(node.localDerivatives),
          ])
        }),
    ])
  }
}
