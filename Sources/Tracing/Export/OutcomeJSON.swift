import JSON
import Networks

extension Sweep {
  /// One JSON object: `format` is `chalkline-sweep/1`, and `members` has a line for each training.
  var json: [UInt8] {
    var file = ExportedObject()
    file.add([
      "axes": .array(
        axes.map { ["name": .string($0.name), "values": .strings($0.settings.map { $0.lessonText })] }),
      "dataset": [
        "classNames": .strings(dataset.classNames), "inputNames": .strings(dataset.inputNames),
        "name": .string(dataset.name), "rows": .number(dataset.rowCount),
        "validationRows": .number(dataset.validation?.rowCount ?? 0),
      ],
      "epochCount": .number(epochCount), "format": "chalkline-sweep/1",
      "loss": .string(loss.name),
    ])
    file.add("members", lines: members.lazy.map { $0.json })
    file.add([
      "optimizer": .string(optimizer.exportText), "scenario": .string(scenario), "seeds": .number(seeds),
      "threshold": threshold.map { .number($0) } ?? .null,
    ])
    return file.finished()
  }
}

extension SweepMember {
  fileprivate var json: JSONValue {
    [
      "diverged": .boolean(diverged),
      "epochsToThreshold": epochsToThreshold.map { .number($0) } ?? .null,
      "finalAccuracy": finalAccuracy.map { .number($0) } ?? .null,
      "finalLoss": .number(finalLoss),
      "lossCurve": .array(lossCurve.map { [.number($0.epoch), .number($0.loss)] }),
      "parameterCount": .number(parameterCount), "seed": .number(seed),
      "settings": .strings(settings.map { $0.lessonText }),
      "validationAccuracy": validationAccuracy.map { .number($0) } ?? .null,
      "validationLoss": validationLoss.map { .number($0) } ?? .null,
    ]
  }
}

extension Descent {
  /// One JSON object: `format` is `chalkline-descent/1`, and `paths` has a line for each start.
  var json: [UInt8] {
    var file = ExportedObject()
    file.add([
      "format": "chalkline-descent/1", "formula": .string(field.formula),
      "function": .string(field.name),
      "minima": .array(
        minima.map { ["position": .numbers($0.position), "value": .number($0.value)] }),
      "optimizer": .string(spec.optimizer.exportText),
    ])
    file.add(
      "paths",
      lines: paths.lazy.map { path in
        [
          "end": path.end.json, "positions": .array(path.positions.map { .numbers($0) }),
          "values": .numbers(path.values),
        ]
      })
    file.add(["steps": .number(spec.steps)])
    return file.finished()
  }
}

extension DescentEnd {
  fileprivate var json: JSONValue {
    switch self {
    case .minimum(let index): ["index": .number(index), "kind": "minimum"]
    case .saddle(let index): ["index": .number(index), "kind": "saddle"]
    case .diverged: ["index": .null, "kind": "diverged"]
    case .unsettled: ["index": .null, "kind": "unsettled"]
    }
  }
}

extension ExpressionRun {
  /// One JSON object: `format` is `chalkline-expression/1`, and `nodes` has a line for each node.
  var json: [UInt8] {
    var file = ExportedObject()
    file.add([
      "expression": .string(expression.text), "format": "chalkline-expression/1",
      "name": expression.name.map { .string($0) } ?? .null,
    ])
    file.add(
      "nodes",
      lines: graph.nodes.lazy.map { node in
        [
          "exponent": .number(node.exponent), "gradient": .number(node.gradient),
          "inputs": .numbers(node.inputs),
          "localDerivatives": .numbers(node.localDerivatives), "name": .string(node.name),
          "operation": .string(node.operation.rawValue), "text": .string(node.text),
          "value": .number(node.value),
        ]
      })
    file.add([
      "result": .number(result), "values": .sorted(values.mapValues { .number($0) }),
    ])
    return file.finished()
  }
}
