/// The whole training of a perceptron, step by step.
///
/// It ends after the first epoch without an error; or when the weights at the start of an epoch are
/// exactly those at the start of an earlier one, which proves that they will go round for ever; or
/// at a limit.
public struct PerceptronRun: Equatable, Sendable {
  /// One row shown to the perceptron.
  public struct Presentation: Equatable, Sendable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The row of the inputs, counted from 0.
    public let row: Int
    /// The pre-activation before the correction.
    public let preActivation: Double
    /// The answer before the correction, 0 or 1.
    public let predicted: Int
    /// What the answer should have been, 0 or 1.
    public let target: Int
    /// `target - predicted`: -1, 0 or 1.
    public let error: Int
    /// The weights before the correction.
    public let weightsBefore: [Double]
    /// The bias before the correction.
    public let biasBefore: Double
    /// The weights after the correction.
    public let weights: [Double]
    /// The bias after the correction.
    public let bias: Double
  }

  /// The proof that training goes round for ever.
  public struct Cycle: Equatable, Sendable {
    /// The first epoch, counted from 1, whose start comes back.
    public let firstEpoch: Int
    /// After how many epochs it comes back.
    public let epochs: Int
    /// How many rows are shown in that time.
    public let presentations: Int
    /// How many of them lead to a correction.
    public let updates: Int
    /// The largest magnitude of a weight or the bias after any presentation of the run.
    public let maxAbsWeight: Double
    /// The weights, then the bias, at the starts of epochs `1...firstEpoch + epochs`.
    public let epochStarts: [[Double]]
  }

  /// Every presentation, in order.
  public private(set) var steps: [Presentation] = []
  /// The first epoch without an error, counted from 1; nil if there was none.
  public private(set) var firstErrorFreeEpoch: Int?
  /// How many presentations led to a correction.
  public private(set) var updateCount = 0
  /// How many errors each epoch had, from epoch 1.
  public private(set) var mistakesPerEpoch: [Int] = []
  /// The proof that training goes round for ever; nil if there is none.
  public private(set) var cycle: Cycle?
  /// The perceptron before the first presentation.
  public let start: Perceptron
  /// The perceptron after the last presentation.
  public private(set) var final: Perceptron

  private init(_ start: Perceptron) {
    self.start = start
    final = start
  }

  /// Trains a perceptron on rows shown in the same order in each epoch.
  ///
  /// - Parameters:
  ///   - start: The perceptron before training.
  ///   - inputs: The rows, `[rows x inputs]`.
  ///   - targets: What to answer for each row, 0 or 1.
  ///   - order: The rows of an epoch in the order of showing.
  ///   - rate: The learning rate.
  ///   - epochLimit: After how many epochs to give up; 0 shows nothing.
  /// - Returns: All that happened.
  public static func training(
    _ start: Perceptron, inputs: Matrix, targets: [Int], order: [Int], rate: Double = 1,
    epochLimit: Int
  ) -> PerceptronRun {
    precondition(
      targets.count == inputs.rows, "\(targets.count) targets for \(inputs.rows) rows")
    var run = PerceptronRun(start)
    let samples = order.map { (row: $0, x: inputs.row($0), target: targets[$0]) }
    var epochStarts = [start.weights + [start.bias]]
    var epochOfStart = [epochStarts[0]: 1]
    var epoch = 1
    while epoch <= epochLimit {
      let mistakes = samples.reduce(0) { $0 + run.show($1.row, $1.x, $1.target, rate, epoch) }
      run.updateCount += mistakes
      run.mistakesPerEpoch.append(mistakes)
      if mistakes == 0 {
        run.firstErrorFreeEpoch = epoch
        break
      }
      let state = run.final.weights + [run.final.bias]
      epoch += 1
      epochStarts.append(state)
      if let first = epochOfStart[state] {
        run.cycle = run.proof(from: first, to: epoch, epochStarts)
        break
      }
      epochOfStart[state] = epoch
    }
    return run
  }

  /// The run as it stood after so many presentations, from 0 to all: nothing proven yet but at the end.
  public func stopped(afterPresentation count: Int) -> PerceptronRun {
    precondition((0...steps.count).contains(count), "presentation \(count) of \(steps.count)")
    guard count < steps.count else { return self }
    var run = PerceptronRun(start)
    run.steps = Array(steps.prefix(count))
    run.updateCount = run.steps.count { $0.error != 0 }
    // The epoch that was broken off has no count of its own yet.
    let finished = steps[count].epoch - 1
    run.mistakesPerEpoch = Array(mistakesPerEpoch.prefix(finished))
    if let last = run.steps.last {
      run.final = Perceptron(weights: last.weights, bias: last.bias, threshold: start.threshold)
    }
    return run
  }

  /// Shows one row; returns 1 for a mistake, else 0.
  private mutating func show(
    _ row: Int, _ x: [Double], _ target: Int, _ rate: Double, _ epoch: Int
  ) -> Int {
    let before = final
    let preActivation = before.preActivation(x)
    let error = final.learn(x, target: target, rate: rate)
    steps.append(
      Presentation(
        epoch: epoch, row: row, preActivation: preActivation,
        predicted: before.answer(at: preActivation), target: target, error: error,
        weightsBefore: before.weights, biasBefore: before.bias, weights: final.weights,
        bias: final.bias))
    return error == 0 ? 0 : 1
  }

  /// The cycle that begins at epoch `first` and comes back at the start of epoch `second`.
  private func proof(from first: Int, to second: Int, _ epochStarts: [[Double]]) -> Cycle {
    let round = steps.filter { $0.epoch >= first }
    return Cycle(
      firstEpoch: first, epochs: second - first, presentations: round.count,
      updates: round.count { $0.error != 0 },
      maxAbsWeight: steps.reduce(0) { largest, step in
        step.weights.reduce(max(largest, step.bias.magnitude)) { max($0, $1.magnitude) }
      },
      epochStarts: epochStarts)
  }
}
