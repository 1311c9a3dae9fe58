import Lessons
import Networks
import Wording

extension LearningTask {
  /// Checks that network, loss and training fit the data.
  func check(_ facts: DataFacts, _ places: ScenarioPlaces) throws(LessonError) {
    try checkOutput(facts, places)
    try checkLoss(facts, places)
    try checkParameters(facts, places)
    try checkBatch(facts, places)
  }

  private func checkOutput(
    _ facts: DataFacts, _ places: ScenarioPlaces
  ) throws(LessonError) {
    let (units, activation) = (network.output.units, network.output.activation)
    if activation == .softmax, units == 1 {
      throw places.error(
        "a softmax over one unit is always 1", at: .output,
        help: "use '2 softmax' for two classes, or '1 sigmoid'")
    }
    switch facts.task {
    case .regression:
      if units != 1 {
        throw places.error(
          "\(facts.what), and this output layer has \(counted(units, "unit"))", at: .output,
          help: "end with '1 identity'")
      }
      if activation == .softmax || activation == .step {
        throw places.error(
          "\(facts.what), and \(activation) answers with a choice", at: .output,
          help: "end with '1 identity'")
      }
    case .classification(let classCount):
      guard units != classCount, !(units == 1 && classCount == 2) else { return }
      let help =
        classCount == 2
        ? "end with '1 sigmoid' or '2 softmax'" : "end with '\(classCount) softmax'"
      throw places.error(
        "\(facts.what), and this output layer has \(counted(units, "unit"))", at: .output,
        help: help)
    }
  }

  private func checkLoss(
    _ facts: DataFacts, _ places: ScenarioPlaces
  ) throws(LessonError) {
    let (loss, activation) = (network.loss, network.output.activation)
    let isBinary = loss == .binaryCrossEntropy || loss == .binaryCrossEntropySum
    if loss == .categoricalCrossEntropy, activation != .softmax {
      throw places.error(
        "\(loss) wants a softmax output layer, and this one is \(activation)", at: .loss,
        help: "use 'cross-entropy' to get the one that fits")
    }
    if isBinary, activation != .sigmoid {
      throw places.error(
        "\(loss) wants a sigmoid output layer, and this one is \(activation)", at: .loss,
        help: activation == .softmax ? "use 'cross-entropy' to get the one that fits" : nil)
    }
    if loss == .hinge, activation == .softmax {
      throw places.error(
        "hinge wants outputs on both sides of 0, and softmax stays above it", at: .loss,
        help: "end with 'identity' or 'tanh', or use 'cross-entropy'")
    }
    let wantsClasses = isBinary || loss == .hinge || loss == .categoricalCrossEntropy
    if wantsClasses, facts.task == .regression {
      throw places.error(
        "\(loss) is for classes, and \(facts.what)", at: .loss, help: "use 'half-sse' or 'mse'")
    }
  }

  private func checkParameters(
    _ facts: DataFacts, _ places: ScenarioPlaces
  ) throws(LessonError) {
    let count = network.parameterCount(inputCount: facts.inputCount)
    if let parameters = network.parameters, parameters.count != count {
      let widths = network.widths(inputCount: facts.inputCount)
      let parts = zip(widths, widths.dropFirst()).map { "\($0)·\($1)+\($1)" }
      throw places.error(
        "\(counted(parameters.count, "parameter")), and this network has \(count)",
        at: .parameters, help: "\(parts.joined(separator: " + ")): weights by unit, then biases")
    }
  }

  private func checkBatch(
    _ facts: DataFacts, _ places: ScenarioPlaces
  ) throws(LessonError) {
    if let batch = train.batch, batch > facts.rowCount {
      throw places.error(
        "a batch of \(batch) is more than the \(counted(facts.rowCount, "row")) of \(facts.name)",
        at: .batch, help: "leave 'batch' out to use all rows for each update")
    }
  }
}

extension DataFacts {
  /// The task as part of a sentence: `blobs has 3 classes`, `sine has a number to predict`.
  var what: String {
    switch task {
    case .regression: "\(name) has a number to predict"
    case .classification(let classCount): "\(name) has \(counted(classCount, "class"))"
    }
  }
}
