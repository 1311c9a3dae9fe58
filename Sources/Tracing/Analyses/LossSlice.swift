/// The loss along a straight line through parameters: `θ(t) = origin + t·direction`.
public struct LossSlice: Equatable, Sendable {
  /// The parameters at `t = 0`, in the order of `Network.parameters`.
  public let origin: [Double]
  /// The change of the parameters for each unit of `t`.
  public let direction: [Double]
  /// The places along the line.
  public let positions: [Double]
  /// The mean loss at each place; perhaps NaN or infinite.
  public let losses: [Double]

  /// Computes the losses along a line.
  public init(
    from origin: [Double], along direction: [Double], at positions: [Double],
    with evaluator: LossEvaluator
  ) {
    precondition(
      origin.count == direction.count,
      "a direction of \(direction.count) numbers from \(origin.count) parameters")
    self.origin = origin
    self.direction = direction
    self.positions = positions
    var evaluator = evaluator
    var parameters = origin
    losses = positions.map { position in
      for index in origin.indices {
        parameters[index] = origin[index] + position * direction[index]
      }
      return evaluator.loss(at: parameters)
    }
  }

  /// The line from one list of parameters at 0 to another at 1, and half as far beyond both.
  ///
  /// - Parameters:
  ///   - start: The parameters at 0, such as those before a training.
  ///   - end: The parameters at 1, such as those after it.
  ///   - resolution: The number of places, 2 or more.
  ///   - evaluator: The evaluator of the network, data and loss.
  /// - Returns: The losses.
  /// - Source: Goodfellow, Vinyals & Saxe 2015, Qualitatively Characterizing Neural Network
  ///   Optimization Problems
  public static func between(
    _ start: [Double], _ end: [Double], resolution: Int = 201, with evaluator: LossEvaluator
  ) -> LossSlice {
    LossSlice(
      from: start, along: end.minus(start), at: LossSurface.grid(around: 0.5, 1, resolution),
      with: evaluator)
  }
}
