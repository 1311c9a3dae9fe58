import JSON
import Networks

extension Sweep: TabularOutcome {
  var exportHeading: String {
    "scenario \(scenario): \(self)\n\(dataset.name), \(loss), " + optimizer.exportText
  }

  var exportRows: ExportRows { ExportRows(self) }
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
}

extension Sweep {
  /// One JSON object: `format` is `chalkline-sweep/1`, and `members` has a line for each training.
  var exportDocument: [UInt8] {
    var file = ExportedObject()
    file.add([
      "axes": .array(
        axes.map {
          ["name": .string($0.name), "values": .strings($0.settings.map { $0.lessonText })]
        }),
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
      "optimizer": .string(optimizer.exportText), "scenario": .string(scenario),
      "seeds": .number(seeds),
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
