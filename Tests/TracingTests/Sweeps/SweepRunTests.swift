import Testing
import Tracing

/// A sweep that is run block by block.
struct SweepRunTests {
  private static let texts = [
    """
    data: {shape: moons, rows: 12, validation: 6}
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {rate: 0.5, epochs: 4, batch: 5}
    sweep: {units: [1, 3], rate: [0.5, 1e200], seeds: 3}
    """,
    """
    data: xor
    network: {layers: [2 relu, 1 sigmoid]}
    train: {epochs: 3}
    sweep: {seeds: 7}
    """,
    """
    data: {shape: sine, rows: 20, seed: 4}
    network: {layers: [1 identity]}
    train: {epochs: 2, rate: 0.1}
    sweep: {rows: [5, 20], seeds: 2}
    """,
  ]

  private func run(_ text: String) throws -> SweepRun {
    try scenario(text).sweepRun()
  }

  @Test(arguments: texts, [1.0, 3e4, 1e5, 1e9])
  func `blocks joined in their order are the whole, to the bit`(text: String, work: Double) throws {
    let run = try run(text)
    let parts = try scenario(text).sweepBlocks(ofWork: work).map { try run.run($0.members) }
    #expect(StoredBits.of(run.joined(parts)) == StoredBits.of(try sweep(text)))
  }

  @Test(arguments: texts)
  func `it does not matter in which order, and by whom, blocks are run`(text: String) throws {
    let blocks = try scenario(text).sweepBlocks(ofWork: 1)
    let parts = try blocks.indices.reversed().map { try run(text).run(blocks[$0].members) }
    #expect(StoredBits.of(try run(text).joined(parts.reversed())) == StoredBits.of(try sweep(text)))
  }

  @Test(arguments: texts, [1.0, 3e4, 1e5])
  func `blocks hold every member once, and about as much work`(text: String, work: Double) throws {
    let blocks = try scenario(text).sweepBlocks(ofWork: work)
    #expect(blocks.flatMap { Array($0.members) } == Array(0..<(try sweep(text)).members.count))
    #expect(blocks.allSatisfy { !$0.members.isEmpty })
    let works = blocks.map { $0.work }
    let total = works.reduce(0, +)
    let largest = try sweepMemberWork(text)
    // A block is at most its share and the member that reaches it.
    for own in works { #expect(own <= total / (total / work).rounded(.up) + largest * 1.000001) }
  }

  @Test(arguments: texts)
  func `a part is read as it was written, and from nothing else`(text: String) throws {
    let scenario = try scenario(text)
    let blocks = scenario.sweepBlocks(ofWork: 1)
    let parts = try blocks.map { try run(text).run($0.members) }
    let read = zip(blocks, parts).map { scenario.sweepPart($0, from: $1.snapshot[...]) }
    #expect(read.map { $0?.snapshot } == parts.map { $0.snapshot })
    let joined = try run(text).joined(read.compactMap { $0 })
    #expect(StoredBits.of(joined) == StoredBits.of(try sweep(text)))
    let bytes = parts[0].snapshot
    #expect(scenario.sweepPart(scenario.sweepBlocks()[0], from: bytes[...]) == nil)
    for count in bytes.indices {
      #expect(scenario.sweepPart(blocks[0], from: bytes[..<count]) == nil)
    }
    #expect(scenario.sweepPart(blocks[0], from: (bytes + [0])[...]) == nil)
  }

  @Test func `the blocks of data in a file do not wait for the file`() throws {
    let blocks = try scenario(
      """
      data: {file: missing.csv, inputs: [a, b], target: c}
      network: {layers: [8 tanh, 1 sigmoid]}
      train: {epochs: 2000}
      sweep: {seeds: 100}
      """
    ).sweepBlocks()
    #expect(blocks.count > 10 && blocks.last?.members.upperBound == 100)
  }

  /// The most work of one member: that of a sweep of the last combination alone is not less.
  private func sweepMemberWork(_ text: String) throws -> Double {
    try scenario(text).sweepBlocks(ofWork: 1).map { $0.work / Double($0.members.count) }.max() ?? 0
  }

  @Test(arguments: texts)
  func `a small sweep is one block`(text: String) throws {
    #expect(try scenario(text).sweepBlocks().count == 1)
  }

  @Test func `ten thousand seeds are many blocks`() throws {
    let blocks = try scenario(
      """
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 6000}
      sweep: {seeds: 10000}
      """
    ).sweepBlocks()
    #expect(blocks.count > 100 && blocks.count <= SweepBlock.limit)
    #expect(blocks.last?.members.upperBound == 10_000)
    let works = blocks.map { $0.work }
    #expect((works.max() ?? 0) < 1.1 * (works.min() ?? 0))
  }

  @Test func `what is no sweep has no blocks`() throws {
    #expect(try xorScenario().sweepBlocks().isEmpty)
    #expect(throws: TrainingError.self) { try xorScenario().sweepRun() }
  }

  @Test func `a sweep beyond its limits is refused before it is divided`() throws {
    let scenario = try scenario(Self.texts[1] + "\nlimits: {multiply-adds: 10}")
    #expect(throws: TrainingError.self) { try scenario.sweepRun() }
  }
}
