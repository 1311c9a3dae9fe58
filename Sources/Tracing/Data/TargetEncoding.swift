public import Networks

/// How a class is written as target numbers.
///
/// The encoding follows from the loss and the activation of the output layer: a hinge loss and a
/// tanh output want −1 and +1, everything else 0 and 1; a single output unit takes one column and
/// several take one column a class.
public enum TargetEncoding: Equatable, Sendable {
  /// One column: 0 for the first class and 1 for the second.
  case zeroOne
  /// One column: −1 for the first class and +1 for the second.
  case plusMinusOne
  /// One column a class: 1 in the column of the row's class, 0 elsewhere.
  case oneHot(classCount: Int)
  /// One column a class: +1 in the column of the row's class, −1 elsewhere.
  case plusMinusOneHot(classCount: Int)
  /// A number to be predicted, not a class.
  case value

  /// The encoding that a network with this loss and this output layer learns from.
  ///
  /// - Parameters:
  ///   - task: What the data set asks for.
  ///   - loss: The loss to be minimized.
  ///   - output: Activation of the output layer.
  ///   - units: Number of output units.
  public init(task: Dataset.Task, loss: Loss, output: Activation, units: Int) {
    guard case .classification(let classCount) = task else {
      self = .value
      return
    }
    let isSigned = loss.hasSignedTargets || output.traits.hasSignedTargets
    switch (units == 1, isSigned) {
    case (true, false): self = .zeroOne
    case (true, true): self = .plusMinusOne
    case (false, false): self = .oneHot(classCount: classCount)
    case (false, true): self = .plusMinusOneHot(classCount: classCount)
    }
  }

  /// Number of target columns.
  public var columnCount: Int {
    switch self {
    case .zeroOne, .plusMinusOne, .value: 1
    case .oneHot(let classCount), .plusMinusOneHot(let classCount): classCount
    }
  }

  /// Target of a row that is not of the column's class, and of one that is.
  public var levels: (low: Double, high: Double) {
    switch self {
    case .zeroOne, .oneHot, .value: (0, 1)
    case .plusMinusOne, .plusMinusOneHot: (-1, 1)
    }
  }

  /// Output halfway between the two levels, where a single output changes its answer: 0.5 or 0.
  public var decisionLevel: Double { (levels.low + levels.high) / 2 }

  /// Targets of the given classes, `[classes × columnCount]`.
  public func targets(of classes: [Int]) -> Matrix {
    let (low, high) = levels
    let columns = columnCount
    var targets = Matrix(rows: classes.count, columns: columns, repeating: low)
    for (row, label) in classes.enumerated() {
      if columns > 1 {
        targets[row, label] = high
      } else if label == 1 {
        targets[row, 0] = high
      }
    }
    return targets
  }

  /// Class that outputs stand for: the side of the decision level, or the largest output.
  ///
  /// A single output exactly at the level stands for the second class, as a step at 0 does; of
  /// equal outputs the first wins. Nil if an output is NaN.
  public func predictedClass<Outputs: RandomAccessCollection>(of outputs: Outputs) -> Int?
  where Outputs.Element == Double {
    guard let first = outputs.first, !outputs.contains(where: { $0.isNaN }) else { return nil }
    if columnCount == 1 { return first >= decisionLevel ? 1 : 0 }
    var best = (index: 0, output: first)
    for (index, output) in outputs.enumerated() where output > best.output {
      best = (index, output)
    }
    return best.index
  }
}
