import Snapshots
import Networks

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
    switch outcome {
    case .training(let trace):
      guard trace.perceptron == nil else { return nil }
      writer.write(trace)
    case .sweep(let sweep): writer.write(sweep.members) { $0.write($1) }
    case .descent(let descent): writer.write(descent.paths) { $0.write($1) }
    case .expression: return nil
    }
    return writer.bytes
  }
}

extension Scenario {
  /// Whether an outcome of this scenario is worth keeping: see `OutcomeSnapshot`.
  public var isWorthKeeping: Bool {
    switch model {
    case .network, .function: true
    case .perceptron, .expression: false
    }
  }

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
    do {
      guard try reader.integer() == OutcomeSnapshot.version else { return nil }
      let outcome = try outcome(&reader, files)
      return reader.isAtEnd ? outcome : nil
    } catch {
      return nil
    }
  }

  private func outcome(_ reader: inout SnapshotReader, _ files: CSVSource) throws
    -> ScenarioOutcome?
  {
    switch model {
    case .network(let network):
      guard let sweep else {
        let dataset = try dataset(files: files)
        return .training(try trace(&reader, of: network, on: dataset))
      }
      let settings = sweep.combinations.flatMap { combination in
        let values = sweep.settings(of: combination)
        return (1...sweep.seeds).map { (values, $0) }
      }
      var place = 0
      let members = try reader.list { reader throws(SnapshotError) in
        guard place < settings.count else { throw SnapshotError() }
        defer { place += 1 }
        return try reader.member(settings[place].0, seed: settings[place].1)
      }
      guard members.count == settings.count else { throw SnapshotError() }
      return .sweep(try self.sweep(sweep, of: network, files: files, members: members))
    case .function(let descent):
      let paths = try reader.list { reader throws(SnapshotError) in try reader.path() }
      guard paths.count == descent.starts.count else { throw SnapshotError() }
      return .descent(Descent(spec: descent, paths: paths))
    case .perceptron, .expression: return nil
    }
  }
}
