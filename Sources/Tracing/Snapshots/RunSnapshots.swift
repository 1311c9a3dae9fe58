import Snapshots
import Networks

extension SnapshotWriter {
  /// Writes a training of a sweep but for its settings and seed, which follow from its place.
  mutating func write(_ member: SweepMember) {
    write(member.finalLoss)
    for value in [member.finalAccuracy, member.validationLoss, member.validationAccuracy] {
      write(value) { $0.write($1) }
    }
    write(member.epochsToThreshold) { $0.write($1) }
    write(member.diverged)
    write(member.lossCurve.map { $0.epoch }) { $0.write($1) }
    write(member.lossCurve.map { $0.loss })
    write(member.parameterCount)
  }

  /// Writes a path of a descent.
  mutating func write(_ path: DescentPath) {
    write(path.positions) { $0.write($1) }
    write(path.values)
    switch path.end {
    case .minimum(let index):
      write(0)
      write(index)
    case .saddle(let index):
      write(1)
      write(index)
    case .diverged: write(2)
    case .unsettled: write(3)
    }
  }
}

extension SnapshotReader {
  /// Reads the training of a sweep with these settings.
  mutating func member(_ settings: [SweepSetting], seed: Int) throws(SnapshotError) -> SweepMember {
    let finalLoss = try number()
    let finalAccuracy = try optionalNumber()
    let validationLoss = try optionalNumber()
    let validationAccuracy = try optionalNumber()
    let epochsToThreshold = try optional { reader throws(SnapshotError) in try reader.integer() }
    let diverged = try flag()
    let epochs = try list { reader throws(SnapshotError) in try reader.integer() }
    let losses = try numbers()
    guard losses.count == epochs.count else { throw SnapshotError() }
    return SweepMember(
      settings: settings, seed: seed, finalLoss: finalLoss, finalAccuracy: finalAccuracy,
      validationLoss: validationLoss, validationAccuracy: validationAccuracy,
      epochsToThreshold: epochsToThreshold, diverged: diverged,
      lossCurve: zip(epochs, losses).map { LossPoint(epoch: $0, loss: $1) },
      parameterCount: try integer())
  }

  /// Reads a path of a descent.
  mutating func path() throws(SnapshotError) -> DescentPath {
    let positions = try list { reader throws(SnapshotError) in try reader.numbers() }
    let values = try numbers()
    guard !positions.isEmpty, values.count == positions.count else { throw SnapshotError() }
    let end: DescentEnd
    switch try integer() {
    case 0: end = .minimum(try integer())
    case 1: end = .saddle(try integer())
    case 2: end = .diverged
    case 3: end = .unsettled
    default: throw SnapshotError()
    }
    return DescentPath(positions: positions, values: values, end: end)
  }

  private mutating func optionalNumber() throws(SnapshotError) -> Double? {
    try optional { reader throws(SnapshotError) in try reader.number() }
  }
}
