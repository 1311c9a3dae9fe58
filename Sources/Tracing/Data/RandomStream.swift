public import Networks

/// The independent streams of random numbers that one seed stands for.
///
/// Each purpose has a stream of its own, so that changing one thing in a lesson, such as the batch
/// size, leaves everything else as it was: the same rows, the same first weights.
public enum RandomStream: UInt64, CaseIterable, Sendable {
  /// First weights of a network.
  case weights = 0
  /// Rows of a generated data set: their positions, noise and order.
  case data = 1
  /// Order of the rows in each epoch.
  case shuffling = 2
  /// Wrong labels of a generated data set.
  case labels = 3
  /// Rows that are drawn for validation; it has streams of its own, as a seed has.
  case validation = 4
  /// Which rows of a data set are kept, and which are set apart for validation.
  case selection = 5

  /// The generator of this stream of a seed.
  public func generator(seed: UInt64) -> SeededGenerator {
    generator(of: SeededGenerator(seed: seed))
  }

  func generator(of source: SeededGenerator) -> SeededGenerator { source.stream(rawValue) }
}
