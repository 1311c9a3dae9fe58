import Networks
import Testing
import Tracing

struct DistributionTests {
  @Test func `mean and population variance of four numbers by hand`() {
    let distribution = Distribution(of: [1, 2, 3, 6], in: 0...6, bins: 3)
    #expect(distribution.mean == 3)
    #expect(distribution.variance == 3.5)
    #expect(distribution.meanSquare == 12.5)
  }

  @Test func `a bin holds its lower end, and the last its upper end too`() {
    let histogram = Histogram(of: [0, 0.5, 1, 1.5, 2, 3], in: 0...3, bins: 3)
    #expect(histogram.counts == [2, 2, 2])
    #expect(histogram.edges == [0, 1, 2, 3])
  }

  @Test func `numbers outside the range are counted apart`() {
    let histogram = Histogram(of: [-9, -1, 0, 1, 2, 3], in: -1...1, bins: 2)
    #expect(histogram.below == 1)
    #expect(histogram.above == 2)
    #expect(histogram.counts == [1, 2])
  }

  @Test func `what is not finite is left out and counted`() {
    let distribution = Distribution(of: [.nan, 1, .infinity, 3], in: 0...4, bins: 4)
    #expect(distribution.count == 2)
    #expect(distribution.nonFiniteCount == 2)
    #expect(distribution.mean == 2)
  }

  @Test func `a symmetric histogram reaches as far as the farthest finite number`() {
    let histogram = Histogram.symmetric(of: [-4, 1, .nan, 2, .infinity, 4], bins: 4)
    #expect(histogram.range == -4...4)
    #expect(histogram.counts == [1, 0, 1, 2] && histogram.above == 0)
    #expect(Histogram.symmetric(of: [0, -.infinity], bins: 2).range == -1...1)
  }

  @Test func `of no numbers the mean is NaN`() {
    let distribution = Distribution(of: [], in: 0...1, bins: 2)
    #expect(distribution.mean.isNaN && distribution.variance.isNaN)
    #expect(distribution == Distribution(of: [], in: 0...1, bins: 2))
  }

  @Test func `huge numbers and ranges of no width trap nowhere`() {
    let large = Double.greatestFiniteMagnitude
    #expect(Histogram(of: [-large, 0, large], in: -large...large, bins: 2).counts == [1, 2])
    #expect(Histogram(of: [1, 1], in: 1...1, bins: 3).counts == [0, 0, 2])
    #expect(Distribution(of: [large, -large], in: 0...1, bins: 1).variance == .infinity)
  }

  @Test func `a range of all layers is shared, one of each layer is its own`() throws {
    let network = sampleNetwork()
    let shared = LayerStatistics.of(network, inputs: xor.inputs, signal: .normal(seed: 1))
    let own = LayerStatistics.of(
      network, inputs: xor.inputs, signal: .normal(seed: 1),
      bins: LayerStatistics.Bins(count: 9, preActivations: .own, activations: .fixed(-1...1)))
    let ranges = { (statistics: LayerStatistics) in
      statistics.layers.map { $0.preActivations.histogram.range }
    }
    #expect(ranges(shared)[0] == ranges(shared)[1])
    #expect(ranges(own)[0] != ranges(own)[1])
    #expect(own.layers[0].activations.histogram.range == -1...1)
    #expect(own.layers[0].activations.histogram.counts.count == 9)
  }
}
