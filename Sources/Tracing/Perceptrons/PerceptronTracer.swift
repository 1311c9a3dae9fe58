import Networks

/// A perceptron's training by its own rule, as steps and curves like those of a network.
///
/// The run stops as soon as its future is proven: after an epoch without an error nothing changes
/// any more, and once the weights at the start of an epoch repeat they repeat for ever. The steps
/// and curves go on to the last epoch asked for by that proof.
struct PerceptronTracer {
  let run: PerceptronRun
  private let dataset: Dataset
  private let source: TracedRows
  private let threshold: Perceptron.Threshold
  /// Weights and bias at the start of each epoch that was run, and after the last of them.
  private let states: [Perceptron]

  init(start: Perceptron, dataset: Dataset, order: [Int], rate: Double, epochs: Int) {
    run = PerceptronRun.training(
      start, inputs: dataset.inputs, targets: dataset.classes, order: order, rate: rate,
      epochLimit: epochs)
    self.dataset = dataset
    source = Self.source(of: dataset)
    threshold = start.threshold
    var states = [start]
    let length = order.count
    for end in stride(from: length, through: run.steps.count, by: length) {
      let last = run.steps[end - 1]
      states.append(
        Perceptron(weights: last.weights, bias: last.bias, threshold: start.threshold))
    }
    self.states = states
  }

  /// State after an epoch, also after those that the proof stands for.
  func state(after epoch: Int) -> Perceptron {
    if epoch < states.count { return states[epoch] }
    guard let cycle = run.cycle else { return states[states.count - 1] }
    return states[cycle.firstEpoch - 1 + (epoch - cycle.firstEpoch + 1) % cycle.epochs]
  }

  /// Corrections made until the end of an epoch.
  func updates(until epoch: Int) -> Int {
    let mistakes = run.mistakesPerEpoch
    guard epoch > mistakes.count, let cycle = run.cycle else {
      return mistakes.prefix(epoch).reduce(0, +)
    }
    let start = cycle.firstEpoch - 1
    let once = mistakes[start..<(start + cycle.epochs)]
    let (rounds, rest) = (epoch - start).quotientAndRemainder(dividingBy: cycle.epochs)
    return mistakes[..<start].reduce(0, +) + rounds * once.reduce(0, +)
      + once.prefix(rest).reduce(0, +)
  }

  func history(upTo last: Int) -> TrainingHistory {
    var history = TrainingHistory()
    for epoch in 0...last {
      let state = state(after: epoch)
      let accuracy = Self.accuracy(of: state, on: dataset)
      history.append(epoch: epoch, loss: 1 - accuracy, accuracy: accuracy)
      guard let validation = dataset.validation else { continue }
      let share = Self.accuracy(of: state, on: validation)
      history.appendValidation(loss: 1 - share, accuracy: share)
    }
    return history
  }

  func step(atEpoch epoch: Int) -> TraceStep {
    Self.step(
      of: state(after: epoch), on: dataset, source, epoch: epoch, update: updates(until: epoch),
      moment: .epochEnd)
  }

  /// A state as a step, after so many corrections.
  static func step(
    of state: Perceptron, on dataset: Dataset, _ source: TracedRows, epoch: Int, update: Int,
    moment: TraceStep.Moment
  ) -> TraceStep {
    let accuracy = accuracy(of: state, on: dataset)
    return TraceStep(
      moment: moment, epoch: epoch, update: update, of: source,
      parameters: state.weights + [state.bias], loss: 1 - accuracy, accuracy: accuracy)
  }

  /// What the passes of a perceptron's steps are computed from: it is traced as a layer of one unit.
  static func source(of dataset: Dataset) -> TracedRows {
    let weights = Matrix(rows: 1, columns: dataset.inputs.columns)
    let network = Network(layers: [Layer(weights: weights, biases: [0], activation: .step)])
    return TracedRows(of: dataset, layers: network, loss: nil)
  }

  private static func accuracy(of state: Perceptron, on dataset: Dataset) -> Double {
    let right = dataset.classes.indices.count {
      state.predict(dataset.inputs.row($0)) == dataset.classes[$0]
    }
    return Double(right) / Double(dataset.rowCount)
  }
}
