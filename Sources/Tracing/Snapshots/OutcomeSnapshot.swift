import Snapshots

/// What must be kept of an outcome so that nothing is trained again.
///
/// Only what training alone can tell is kept: parameters at the moments that were kept, curves, how
/// it ended. The rest follows from the scenario and its data, bit for bit: rows are drawn anew, and
/// a step's passes and gradients are one pass over its rows. The rule of a perceptron and a formula
/// take no longer than reading what they gave would, so that of them nothing is kept.
public enum OutcomeSnapshot {
  /// Grows when the bytes of an outcome change their meaning.
  static let version = 2

  /// The bytes to keep of an outcome, to be sealed by whoever stores them.
  ///
  /// - Returns: Nil if running the scenario again is as quick as reading.
  public static func bytes(of outcome: ScenarioOutcome) -> [UInt8]? {
    var writer = SnapshotWriter()
    writer.write(version)
    return outcome.write(to: &writer) ? writer.bytes : nil
  }
}

extension Scenario {
  /// Whether an outcome of this scenario is worth keeping: see `OutcomeSnapshot`.
  public var isWorthKeeping: Bool { spec.facts.isWorthKeeping }

  /// The outcome that these bytes were kept of.
  ///
  /// - Parameters:
  ///   - snapshot: What `OutcomeSnapshot.bytes(of:)` gave for this very scenario, data and schedule.
  ///   - files: Where files are read from.
  /// - Returns: The same outcome as that of running the scenario, bit for bit; nil if the bytes do
  ///   not fit it, or its data can be read no more.
  public func outcome(
    from snapshot: ArraySlice<UInt8>, files: CSVSource = .none
  ) -> ScenarioOutcome? {
    var reader = SnapshotReader(snapshot)
    do throws(SnapshotError) {
      guard try reader.integer() == OutcomeSnapshot.version else { return nil }
      let outcome = try spec.outcome(&reader, header, limited(files))
      return reader.isAtEnd ? outcome : nil
    } catch {
      return nil
    }
  }
}
