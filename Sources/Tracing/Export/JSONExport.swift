import JSON
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
  /// - Returns: The text, UTF-8, piece by piece.
  /// - Throws: `ExportError.noSuchEpoch`.
  public func json(atEpoch epoch: Int? = nil) throws(ExportError) -> AnySequence<[UInt8]> {
    let steps = try exportedSteps(atEpoch: epoch)
    let layers = first.network.layers
    var file = ExportedObject()
    file.add([
      "format": "chalkline-trace/1", "scenario": .string(scenario),
      // A seed may have more digits than a reader's numbers.
      "seed": .string(String(seed)), "optimizer": .string(setup.rule.exportText),
      "batchSize": .number(batchSize), "loss": loss.map { .string($0.name) } ?? .null,
      "updateCount": .number(updateCount), "dataset": JSONValue(dataset),
      "network": [
        "widths": .numbers([first.network.inputCount] + layers.map { $0.fanOut }),
        "activations": .strings(layers.map { $0.activation.name }),
      ],
      "history": JSONValue(history), "divergence": divergence.map { JSONValue($0) } ?? .null,
      "perceptron": perceptron.map { JSONValue($0) } ?? .null,
    ])
    return file.finished("steps", lines: steps.lazy.map { LargeJSON($0) })
  }
}

extension JSONValue {
  fileprivate static func matrix(_ matrix: Matrix) -> JSONValue {
    .array((0..<matrix.rows).map { .numbers(matrix.row($0)) })
  }

  init(_ dataset: Dataset) {
    self = [
      "name": .string(dataset.name), "inputNames": .strings(dataset.inputNames),
      "classNames": .strings(dataset.classNames), "classes": .numbers(dataset.classes),
      "inputs": .matrix(dataset.inputs), "targets": .matrix(dataset.targets),
      "features": dataset.features.map { .strings($0.expressions.map { $0.text }) } ?? .null,
      "rawInputNames": .strings(dataset.rawInputNames),
      "rawInputs": dataset.features == nil ? .null : .matrix(dataset.rawInputs),
      "validation": dataset.validation.map { JSONValue($0) } ?? .null,
    ]
  }

  init(_ history: TrainingHistory) {
    self = [
      "epochs": .numbers(history.epochs), "loss": .numbers(history.loss),
      "accuracy": .numbers(history.accuracy), "updateLoss": .numbers(history.updateLoss),
      "validationLoss": .numbers(history.validationLoss),
      "validationAccuracy": .numbers(history.validationAccuracy),
    ]
  }

  init(_ divergence: Divergence) {
    self = [
      "epoch": .number(divergence.epoch), "update": .number(divergence.update),
      "value": .number(divergence.value), "description": .string(divergence.description),
    ]
  }

  init(_ run: PerceptronRun) {
    let steps = run.steps.map { step -> JSONValue in
      [
        "epoch": .number(step.epoch), "row": .number(step.row),
        "preActivation": .number(step.preActivation), "predicted": .number(step.predicted),
        "target": .number(step.target), "error": .number(step.error),
        "weights": .numbers(step.weights), "bias": .number(step.bias),
      ]
    }
    let cycle = run.cycle.map { cycle -> JSONValue in
      [
        "firstEpoch": .number(cycle.firstEpoch), "epochs": .number(cycle.epochs),
        "presentations": .number(cycle.presentations), "updates": .number(cycle.updates),
        "maxAbsWeight": .number(cycle.maxAbsWeight),
        "epochStarts": .array(cycle.epochStarts.map { .numbers($0) }),
      ]
    }
    self = [
      "firstErrorFreeEpoch": run.firstErrorFreeEpoch.map { .number($0) } ?? .null,
      "updateCount": .number(run.updateCount),
      "mistakesPerEpoch": .numbers(run.mistakesPerEpoch),
      "cycle": cycle ?? .null, "presentations": .array(steps),
    ]
  }
}

extension LargeJSON {
  fileprivate init(_ step: TraceStep) {
    let (network, forward, gradients) = (step.network, step.forward, step.gradients)
    let layers = network.layers.indices.map { index -> LargeJSON in
      let layer = network.layers[index]
      let gradients = gradients.map { gradients -> LargeJSON in
        .object([
          ("weights", .matrix(gradients.weights[index])),
          ("biases", .value(.numbers(gradients.biases[index]))),
          ("preActivations", .matrix(gradients.preActivations[index])),
          ("activations", .matrix(gradients.activations[index + 1])),
        ])
      }
      return .object([
        ("weights", .matrix(layer.weights)), ("biases", .value(.numbers(layer.biases))),
        ("preActivations", .matrix(forward.preActivations[index])),
        ("activations", .matrix(forward.activations[index + 1])),
        ("gradients", gradients ?? .value(.null)),
      ])
    }
    self = .object([
      ("moment", .value(.string(step.moment.name))), ("epoch", .value(.number(step.epoch))),
      ("update", .value(.number(step.update))), ("loss", .value(.number(step.loss))),
      ("accuracy", .value(step.accuracy.map { .number($0) } ?? .null)),
      ("rows", .value(.numbers(step.rows))),
      ("inputGradients", gradients.map { .matrix($0.activations[0]) } ?? .value(.null)),
      ("layers", .array(layers)),
    ])
  }
}
