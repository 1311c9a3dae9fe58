import Lessons
import Networks
import Tracing
import Wording

/// One row of the data on its way through a network and back: every value and every gradient of that
/// row's own loss.
struct RowPass {
  let network: Network
  let loss: Loss
  /// The row, counted from 1.
  let row: Int
  let inputs: Matrix
  let targets: Matrix
  let forward: ForwardPass
  let backward: Gradients
  let names: UnitNames

  /// The option that names the row.
  static let rowField = Field(
    "row", .integer(min: 1), summary: "the row of the data that is followed",
    defaultText: "the last row")

  /// Runs a row through the network of a step.
  ///
  /// - Throws: A `FigureError` if the trace is a perceptron's, has no such row, or ends in a layer whose
  ///   units cannot be told apart.
  init(
    _ trace: Trace, at step: TraceStep, row: Int?, for kind: String, at location: SourceLocation
  ) throws(FigureError) {
    guard let loss = trace.loss else {
      throw FigureError(
        "'\(kind)' shows gradients; scenario '\(trace.scenario)' has none: a perceptron's step has "
          + "no slope", at: location, help: "train a network instead")
    }
    let count = trace.dataset.rowCount
    let row = row ?? count
    guard row <= count else {
      throw FigureError(
        "scenario '\(trace.scenario)' has \(counted(count, "row")), not \(row)", at: location)
    }
    guard step.network.layers.allSatisfy({ $0.activation.isElementwise }) else {
      throw FigureError(
        "'\(kind)' takes each unit by itself; softmax in scenario '\(trace.scenario)' takes them "
          + "together", at: location, help: "for example one sigmoid output")
    }
    network = step.network
    self.loss = loss
    self.row = row
    inputs = trace.dataset.inputs.selectingRows([row - 1])
    targets = trace.dataset.targets.selectingRows([row - 1])
    forward = network.forward(inputs)
    backward = network.backward(forward, against: targets, through: loss)
    names = UnitNames(network, inputNames: trace.dataset.inputNames)
  }

  /// The slope of the activation at a unit; layers from 1.
  func slope(_ layer: Int, _ unit: Int) -> Double {
    network.layers[layer - 1].activation.derivative(
      at: forward.preActivations[layer - 1][0, unit])
  }

  /// Whether the gradient by the output's pre-activation is the output minus the target.
  var isDifferenceAtOutput: Bool {
    let isCrossEntropy = loss == .binaryCrossEntropy || loss == .binaryCrossEntropySum
    let output = network.layers[network.layers.count - 1].activation
    return isCrossEntropy && output.traits.probabilities == .bernoulli
      && (network.outputCount == 1 || loss == .binaryCrossEntropySum)
  }

  /// The largest difference between a parameter's gradient and the central difference of the loss.
  ///
  /// - Parameter layer: The layer, from 1; nil for all.
  /// - Returns: The difference, 0 or more; it is rounding and the square of the step 1e-5.
  func numericError(inLayer layer: Int? = nil) -> Double {
    let analytic = backward.flat
    let counts = network.layers.map { $0.weights.values.count + $0.biases.count }
    let start = layer.map { counts.prefix($0 - 1).reduce(0, +) } ?? 0
    let places = start..<start + (layer.map { counts[$0 - 1] } ?? analytic.count)
    var moved = network
    let parameters = network.parameters
    return places.reduce(0) { worst, place in
      func loss(movedBy step: Double) -> Double {
        var copy = parameters
        copy[place] += step
        moved.parameters = copy
        return moved.loss(self.loss, of: inputs, against: targets)
      }
      let step = 1e-5
      let numeric = (loss(movedBy: step) - loss(movedBy: -step)) / (2 * step)
      return max(worst, (numeric - analytic[place]).magnitude)
    }
  }
}
