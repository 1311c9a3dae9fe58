import JSON
import Networks

extension ExpressionRun: TabularOutcome {
  var exportHeading: String {
    "\(expression.text) = \(NumberForm.rounded(result))"
  }

  var exportRows: ExportRows { ExportRows(self) }
}

extension ExportRows {
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

extension ExpressionRun {
  /// One JSON object: `format` is `chalkline-expression/1`, and `nodes` has a line for each node.
  var exportDocument: [UInt8] {
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
