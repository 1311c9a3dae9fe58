import JSON
import Networks

extension Descent: TabularOutcome {
  var exportHeading: String {
    "\(field.name), \(optimizer.exportText)"
  }

  var exportRows: ExportRows { ExportRows(self) }
}

extension ExportRows {
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
}

extension Descent {
  /// One JSON object: `format` is `chalkline-descent/1`, and `paths` has a line for each start.
  var exportDocument: [UInt8] {
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
