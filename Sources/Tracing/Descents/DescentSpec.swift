public import Networks

/// A descent on a function of one or two numbers, before it is run.
public struct DescentSpec: Sendable {
  /// The function to be descended.
  public var field: ScalarField
  /// Where the paths start: one number for each dimension of the field, in its units.
  public var starts: [[Double]]
  /// The update rule; each path has a state of its own.
  public var optimizer: Optimizer
  /// How many updates each path makes, 0 or more.
  public var steps: Int

  /// Makes a description of a descent; each start must have the dimension of the field.
  public init(field: ScalarField, starts: [[Double]], optimizer: Optimizer, steps: Int) {
    precondition(steps >= 0, "a descent of \(steps) steps")
    for start in starts {
      precondition(
        start.count == field.dimension,
        "a start of \(start.count) numbers on a field of dimension \(field.dimension)")
    }
    self.field = field
    self.starts = starts
    self.optimizer = optimizer
    self.steps = steps
  }

  /// Descends from each start in turn.
  public func run() -> Descent {
    let endings = DescentEndings(of: field)
    return Descent(spec: self, paths: starts.map { path(from: $0, endings: endings) })
  }

  private func path(from start: [Double], endings: DescentEndings) -> DescentPath {
    var positions = [start]
    var values = [field.value(start)]
    var position = start
    var state = optimizer.start(parameterCount: field.dimension)
    for _ in 0..<steps where DescentEndings.isUsable(position) {
      state.update(&position, with: field.gradient(position))
      positions.append(position)
      values.append(field.value(position))
    }
    return DescentPath(positions: positions, values: values, end: endings.end(at: position))
  }
}
