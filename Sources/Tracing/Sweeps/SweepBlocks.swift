import Snapshots

/// Some trainings of a sweep, one after another in its order, that are run by themselves.
public struct SweepBlock: Equatable, Sendable {
  /// The places of its trainings among all members of the sweep.
  public let members: Range<Int>
  /// Roughly how much work they are, in multiply-adds.
  public let work: Double
  /// About so much work is a block, in multiply-adds: some tenths of a second, so that every processor has
  /// something to do until the end.
  public static let usualWork = 2e8
  /// The most blocks of a sweep.
  public static let limit = 1000
}

/// What running one block of a sweep gave.
public struct SweepPart: Sendable {
  let members: [SweepMember]

  /// The bytes to keep of it, to be sealed by whoever stores them; `Scenario.sweepPart` reads them.
  public var snapshot: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(OutcomeSnapshot.version)
    writer.write(members) { $0.write($1) }
    return writer.bytes
  }
}

extension Scenario {
  /// How the members of a sweep divide into blocks of roughly equal work, one after another.
  ///
  /// It depends on the scenario alone, never on who runs it, nor on a data file: the rows of one are guessed at.
  ///
  /// - Parameter work: About how much work a block is, in multiply-adds.
  /// - Returns: The blocks in the order of the sweep; a small sweep is one block, and what is no sweep has none.
  public func sweepBlocks(ofWork work: Double = SweepBlock.usualWork) -> [SweepBlock] {
    guard case .sweep(let sweep) = spec else { return [] }
    return sweep.blocks(ofWork: work)
  }

  /// The part of a sweep that some bytes were kept of.
  ///
  /// - Parameters:
  ///   - block: The block that was run.
  ///   - snapshot: `SweepPart.snapshot` of the same block of the same sweep.
  /// - Returns: The same part, bit for bit; nil if the bytes are of something else.
  public func sweepPart(_ block: SweepBlock, from snapshot: ArraySlice<UInt8>) -> SweepPart? {
    guard case .sweep(let sweep) = spec else { return nil }
    var reader = SnapshotReader(snapshot)
    do throws(SnapshotError) {
      guard try reader.integer() == OutcomeSnapshot.version else { return nil }
      let members = try reader.members(block.members, of: sweep.sweep)
      return reader.isAtEnd ? SweepPart(members: members) : nil
    } catch {
      return nil
    }
  }
}

extension NetworkSweep {
  /// What is guessed of data in a file, which has not been read.
  private static let usualFacts = DataFacts(
    name: "", inputCount: 8, rowCount: 1000, validationCount: 0,
    task: .classification(classCount: 2))

  fileprivate func blocks(ofWork work: Double) -> [SweepBlock] {
    let works = costs(on: task.data.facts ?? Self.usualFacts).map { $0.multiplyAdds }
    let seeds = sweep.seeds
    let total = works.reduce(0) { $0 + $1 * Double(seeds) }
    let count = Double(min(SweepBlock.limit, max(1, Int(min(total / work, 1e6).rounded(.up)))))
    var blocks: [SweepBlock] = []
    var (start, done, own) = (0, 0.0, 0.0)
    for member in 0..<sweep.memberCount {
      own += works[member / seeds]
      done += works[member / seeds]
      let isLast = member == sweep.memberCount - 1
      // A block ends with the member that reaches its share of the whole.
      guard isLast || done >= total * Double(blocks.count + 1) / count else { continue }
      blocks.append(SweepBlock(members: start..<member + 1, work: own))
      (start, own) = (member + 1, 0)
    }
    return blocks
  }
}
