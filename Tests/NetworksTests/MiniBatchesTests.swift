import GoldenNumbers
import Networks
import Testing

private struct Counts: Decodable {
  let tolerance: Tolerance
  let items: [Item]
  let epochLoss: [EpochLoss]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let n, batchSize, updatesPerEpoch, fullBatches, lastBatchSize: Int
    let rowsSeenPerEpoch, rowsDropped, epochs, totalUpdates: Int
    let dropLast: Bool
    let sizes: [Int]
    let ranges: [[Int]]

    var description: String { "\(n) rows by \(batchSize), \(dropLast ? "drop" : "keep")" }
    var batches: MiniBatches {
      MiniBatches(rows: n, size: batchSize, tail: dropLast ? .drop : .keep)
    }
  }

  struct EpochLoss: Decodable, Sendable {
    let rowLosses: [Double]
    let batchSize: Int
    let batchMeans: [Double]
    let rowWeightedMean, meanOfBatchMeans: Double
  }
}

private func golden() throws -> Counts { try GoldenNumbers.golden("mini-batches") }

struct MiniBatchesTests {
  @Test(arguments: try golden().items)
  private func `updates and rows of an epoch`(item: Counts.Item) {
    let slices = item.batches.slices(of: Array(0..<item.n))
    #expect(item.batches.updateCount == item.updatesPerEpoch)
    #expect(slices.count == item.updatesPerEpoch)
    #expect(item.batches.updateCount * item.epochs == item.totalUpdates)
    #expect(slices.count { $0.count == item.batchSize } == item.fullBatches)
    #expect(slices.last?.count ?? 0 == item.lastBatchSize)
    #expect(item.batches.rowCount == item.rowsSeenPerEpoch)
    #expect(item.n - item.batches.rowCount == item.rowsDropped)
  }

  @Test(arguments: try golden().items.filter { !$0.sizes.isEmpty })
  private func `where slices begin and end`(item: Counts.Item) {
    let ranges = (0..<item.batches.updateCount).map(item.batches.range)
    #expect(ranges.map { [$0.lowerBound, $0.upperBound] } == item.ranges)
    #expect(ranges.map(\.count) == item.sizes)
  }

  @Test(arguments: try golden().epochLoss)
  private func `mean over rows and mean over slices`(item: Counts.EpochLoss) throws {
    let tolerance = try golden().tolerance
    let losses = Matrix([item.rowLosses]).transposed
    let batches = MiniBatches(rows: losses.rows, size: item.batchSize)
    let means = batches.slices(of: Array(0..<losses.rows)).map {
      mean(of: losses.selectingRows($0))
    }
    #expect(tolerance.mismatch(means, item.batchMeans) == nil)
    #expect(tolerance.accepts(mean(of: losses), item.rowWeightedMean))
    let meanOfMeans = means.reduce(0, +) / Double(means.count)
    #expect(tolerance.accepts(meanOfMeans, item.meanOfBatchMeans))
  }

  @Test func `slices hold each row of a shuffled order once`() {
    var generator = SeededGenerator(seed: 5)
    let order = generator.shuffled(103)
    let slices = MiniBatches(rows: 103, size: 10).slices(of: order)
    #expect(slices.flatMap(\.self) == order)
    #expect(order.sorted() == Array(0..<103))
  }

  @Test func `a hundred rows by ten are ten updates`() {
    #expect(MiniBatches(rows: 100, size: 10).updateCount == 10)
  }

  /// The loss of a unit that always answers 0 is its target, if the target is the loss itself.
  private func mean(of losses: Matrix) -> Double {
    let unit = Network(layers: [
      Layer(weights: Matrix([[0]]), biases: [0], activation: .identity)
    ])
    let target = Loss(name: "target", averagedOverOutputs: false, value: +) { _, _ in 1 }
    return unit.loss(target, of: losses, against: losses)
  }
}
