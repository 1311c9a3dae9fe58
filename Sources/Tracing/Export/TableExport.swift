import Networks
import Wording

extension Trace {
  /// The trace as aligned text for a terminal, numbers with six digits.
  ///
  /// Without an epoch, one line a step with its loss and accuracy. With an epoch, every number of
  /// that step: parameters with their gradients, then inputs, targets, pre-activations and
  /// activations of the first twenty rows.
  ///
  /// - Parameter epoch: The epoch to be shown in full; nil means an overview of all steps.
  /// - Returns: The text.
  /// - Throws: `ExportError.noSuchEpoch`.
  public func table(atEpoch epoch: Int? = nil) throws(ExportError) -> String {
    let steps = try exportedSteps(atEpoch: epoch)
    return summary + "\n" + (epoch == nil ? overview : detail(of: steps[0]))
  }

  private var summary: String {
    let layers = first.network.layers
    let widths = [first.network.inputCount] + layers.map { $0.fanOut }
    let shape =
      widths.map { String($0) }.joined(separator: "-") + " "
      + layers.map { $0.activation.name }.joined(separator: ", ")
    var lines = [
      "scenario   \(scenario), seed \(seed)",
      "data       \(dataset.name), \(counted(dataset.rowCount, "row"))"
        + (dataset.validation.map { " and \($0.rowCount) for validation" } ?? ""),
      "network    \(shape), \(counted(first.network.parameterCount, "parameter"))",
      "training   \(setup.rule.exportText), batch \(batchSize), \(counted(epochCount, "epoch")), "
        + counted(updateCount, "update"),
      "loss       \(loss?.name ?? "share of wrong rows")",
    ]
    if let divergence { lines.append("ended      \(divergence)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var overview: String {
    var rows = [["epoch", "update", "moment", "loss"]]
    if dataset.classNames.isEmpty == false { rows[0].append("accuracy") }
    for step in steps {
      var row = [
        String(step.epoch), String(step.update), step.moment.name, NumberForm.rounded(step.loss),
      ]
      if let accuracy = step.accuracy { row.append(NumberForm.rounded(accuracy, digits: 4)) }
      rows.append(row)
    }
    return rows.aligned
  }

  private func detail(of step: TraceStep) -> String {
    var text = "epoch \(step.epoch), update \(step.update), loss \(NumberForm.rounded(step.loss))"
    if let accuracy = step.accuracy {
      text += ", accuracy \(NumberForm.rounded(accuracy, digits: 4))"
    }
    text += "\n"
    let gradients = step.gradients
    for (index, layer) in step.network.layers.enumerated() {
      text += "\nlayer \(index + 1), \(layer.activation.name)\n"
      text += parameterRows(layer, index, gradients).aligned
    }
    return text + "\n" + rowTable(of: step)
  }

  private func parameterRows(_ layer: Layer, _ index: Int, _ gradients: Gradients?) -> [[String]] {
    let inputs = (1...layer.fanIn).map { "w\($0)" }
    var rows = [["unit"] + inputs + ["b"]]
    if gradients != nil { rows[0] += inputs.map { "d\($0)" } + ["db"] }
    for unit in 0..<layer.fanOut {
      var numbers = layer.weights.row(unit) + [layer.biases[unit]]
      if let gradients {
        numbers += gradients.weights[index].row(unit) + [gradients.biases[index][unit]]
      }
      rows.append([String(unit + 1)] + numbers.map { NumberForm.rounded($0) })
    }
    return rows
  }

  private func rowTable(of step: TraceStep) -> String {
    let shown = min(20, step.rows.count)
    let (network, forward) = (step.network, step.forward)
    var rows = [["row"] + dataset.inputNames]
    rows[0] += (0..<dataset.targets.columns).map { "y\($0 + 1)" }
    for (index, layer) in network.layers.enumerated() {
      for name in ["z", "a"] {
        rows[0] += (1...layer.fanOut).map { "\(name)\(index + 1).\($0)" }
      }
    }
    for place in 0..<shown {
      let row = step.rows[place]
      var numbers = forward.activations[0].row(place) + dataset.targets.row(row)
      for index in network.layers.indices {
        numbers += forward.preActivations[index].row(place)
        numbers += forward.activations[index + 1].row(place)
      }
      rows.append([String(row)] + numbers.map { NumberForm.rounded($0) })
    }
    let rest = step.rows.count - shown
    return rows.aligned + (rest > 0 ? "… and \(counted(rest, "row")) more\n" : "")
  }
}

extension [[String]] {
  /// Rows of cells, each column as wide as its widest cell, set flush right.
  var aligned: String {
    let columns = map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      self.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return map { row in
      let cells = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
