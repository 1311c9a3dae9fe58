import Networks

/// What the passes of a training's steps are computed from, besides the parameters of each.
///
/// All steps of a training share one, so that a step holds little more than its parameters.
final class TracedRows: Sendable, Equatable {
  /// The indices of all rows.
  let all: [Int]
  /// A tape of the layers without any rows, all numbers 0, to read networks from.
  private let blank: Tape
  private let inputs: Matrix
  private let targets: Matrix
  /// Nil for a perceptron, which has no derivatives.
  private let loss: Loss?

  /// - Parameters:
  ///   - dataset: The rows.
  ///   - network: Any network of the layers; its parameters do not count.
  ///   - loss: What training minimizes; nil for a perceptron.
  init(of dataset: Dataset, layers network: Network, loss: Loss?) {
    all = Array(0..<dataset.rowCount)
    let shape = TapeShape(of: network, sampleCount: 0)
    blank = Tape(
      shape: shape, inputs: Matrix(rows: 0, columns: network.inputCount),
      numbers: [Double](repeating: 0, count: shape.count))
    inputs = dataset.inputs
    targets = dataset.targets
    self.loss = loss
  }

  /// The network with these parameters.
  func network(_ parameters: [Double]) -> Network {
    var tape = blank
    tape.takeParameters(parameters)
    return tape.network
  }

  /// The pass of the network with these parameters over some rows.
  func forward(_ parameters: [Double], rows: [Int]) -> ForwardPass {
    network(parameters).forward(selected(rows, of: inputs))
  }

  /// The gradients of the mean loss over some rows; nil without a loss.
  func gradients(_ parameters: [Double], rows: [Int]) -> Gradients? {
    guard let loss else { return nil }
    var tape = Tape(of: network(parameters), inputs: selected(rows, of: inputs))
    tape.forward()
    tape.backward(against: selected(rows, of: targets), through: loss)
    return tape.gradients
  }

  private func selected(_ rows: [Int], of matrix: Matrix) -> Matrix {
    rows == all ? matrix : matrix.selectingRows(rows)
  }

  static func == (left: TracedRows, right: TracedRows) -> Bool {
    left === right
      || left.blank == right.blank && left.inputs == right.inputs
        && left.targets == right.targets && left.loss == right.loss
  }
}
