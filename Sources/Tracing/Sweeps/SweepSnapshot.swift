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
}

extension SnapshotReader {
  /// Reads the trainings that have these places in a sweep.
  mutating func members(_ places: Range<Int>, of sweep: SweepSpec) throws(SnapshotError)
    -> [SweepMember]
  {
    let settings = sweep.combinations.map { sweep.settings(of: $0) }
    guard places.upperBound <= sweep.memberCount else { throw SnapshotError() }
    var place = places.lowerBound
    let members = try list { reader throws(SnapshotError) in
      guard place < places.upperBound else { throw SnapshotError() }
      defer { place += 1 }
      return try reader.member(settings[place / sweep.seeds], seed: place % sweep.seeds + 1)
    }
    guard members.count == places.count else { throw SnapshotError() }
    return members
  }

  private mutating func member(_ settings: [SweepSetting], seed: Int) throws(SnapshotError)
    -> SweepMember
  {
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

  private mutating func optionalNumber() throws(SnapshotError) -> Double? {
    try optional { reader throws(SnapshotError) in try reader.number() }
  }
}
