import Networks
import Testing
import Tracing

struct GroundTruthTests {
  private static let boundaries = GroundTruth.shapesWithBoundary.compactMap(DatasetShape.named)
  private static let functions = [
    DatasetShape.sine, .line, .playgroundPlane, .playgroundMultiGauss,
  ]

  @Test(arguments: boundaries)
  func `without noise every row lies on its side of the boundary`(shape: DatasetShape) throws {
    // The clouds overlap whatever the noise: there the boundary is where both are equally likely.
    let isCloud = shape == .playgroundGauss
    let dataset = shape.dataset(["rows": 400, "noise": 0], seed: 3)
    let margin = try #require(dataset.truth?.margin)
    let right = (0..<dataset.rowCount).filter { row in
      (margin(dataset.inputs[row, 0], dataset.inputs[row, 1]) > 0) == (dataset.classes[row] == 1)
    }
    // Centers 4√2 apart with deviation √0.5 each: a share Φ(−4) = 3·10⁻⁵ lies beyond the middle.
    #expect(right.count >= (isCloud ? 399 : 400))
  }

  @Test(arguments: functions)
  func `without noise every value is the function's`(shape: DatasetShape) throws {
    let dataset = shape.dataset(["rows": 50, "noise": 0], seed: 3)
    let value = try #require(dataset.truth?.value)
    for row in 0..<50 { #expect(dataset.targets[row, 0] == value(dataset.inputs.row(row))) }
  }

  @Test func `circles part halfway between their radii`() throws {
    let dataset = DatasetShape.circles.dataset(["factor": 0.2], seed: 0)
    let margin = try #require(dataset.truth?.margin)
    // (1 + 0.2)/2; the root of a square is exact but for the last bit.
    #expect(abs(margin(0.6, 0)) < 1e-15 && margin(0.59, 0) > 0 && margin(0, 0.61) < 0)
  }

  @Test func `the moons are each other's mirror through a point`() throws {
    let margin = try #require(DatasetShape.moons.dataset(seed: 0).truth?.margin)
    for (x, y) in [(0.3, 0.9), (-0.7, 0.1), (1.4, -0.4), (0.5, 0.25)] {
      // Both distances change places; each is a root of a sum, so a few bits may differ.
      #expect(abs(margin(x, y) + margin(1 - x, 0.5 - y)) < 1e-14)
    }
  }

  @Test(arguments: [DatasetShape.and, .xor, .blobs, .spirals, .playgroundSpiral])
  func `a shape without such a rule has none`(shape: DatasetShape) {
    #expect(shape.dataset(seed: 0).truth == nil)
    #expect(!GroundTruth.shapesWithBoundary.contains(shape.name))
  }

  @Test func `rows taken, rows for validation and features follow the same rule`() throws {
    let data = "{shape: moons, rows: 40, take: 10, validation: 0.5, features: [x1^2, x2^2]}"
    let dataset = try dataset(data)
    #expect(dataset.truth?.shape == .moons)
    #expect(dataset.validation?.truth == dataset.truth)
  }
}
