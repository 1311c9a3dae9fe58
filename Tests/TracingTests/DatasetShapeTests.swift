import Networks
import Testing
import Tracing

struct DatasetShapeTests {
  @Test(arguments: DatasetShape.all)
  func `a shape makes as many rows as asked for`(shape: DatasetShape) {
    for rows in [12, 37] {
      let dataset = shape.dataset(["rows": Double(rows)], seed: 1)
      #expect(dataset.rowCount == rows)
      #expect(dataset.targets.rows == rows)
      #expect(dataset.inputs.columns == dataset.inputNames.count)
    }
  }

  @Test(arguments: DatasetShape.all)
  func `the same seed makes the same rows`(shape: DatasetShape) {
    let values = ["noise": 0.2, "label-noise": 0.1].filter { name, _ in
      shape.parameters.contains { $0.name == name }
    }
    #expect(shape.dataset(values, seed: 5) == shape.dataset(values, seed: 5))
    #expect(shape.dataset(values, seed: 5) != shape.dataset(values, seed: 6))
  }

  @Test(arguments: DatasetShape.all)
  func `a shape is found by its name`(shape: DatasetShape) {
    #expect(DatasetShape.named(shape.name) == shape)
    #expect(shape.dataset(seed: 0).name == shape.name)
  }

  @Test(arguments: DatasetShape.all)
  func `defaults lie within their ranges`(shape: DatasetShape) {
    for parameter in shape.parameters {
      #expect(parameter.range.contains(parameter.defaultValue), "\(parameter.name)")
      #expect(!parameter.isInteger || parameter.defaultValue.rounded() == parameter.defaultValue)
    }
  }

  @Test(arguments: [DatasetShape.moons, .circles, .blobs, .spirals, .playgroundGauss])
  func `classes differ by at most one row`(shape: DatasetShape) {
    let dataset = shape.dataset(["rows": 101], seed: 2)
    let counts = dataset.classNames.indices.map { label in
      dataset.classes.count { $0 == label }
    }
    #expect(counts.reduce(0, +) == 101)
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  @Test(arguments: [
    (DatasetShape.and, [0, 0, 0, 1]), (.or, [0, 1, 1, 1]), (.nand, [1, 1, 1, 0]),
    (.xor, [0, 1, 1, 0]),
  ])
  func `a gate is its truth table`(shape: DatasetShape, outputs: [Int]) {
    let dataset = shape.dataset(seed: 9)
    #expect(dataset.inputs == Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]))
    #expect(dataset.classes == outputs)
    #expect(dataset.targets.values == outputs.map { Double($0) })
    #expect(dataset.inputNames == ["x₁", "x₂"])
  }

  @Test func `moons without noise lie on their half circles`() {
    let dataset = DatasetShape.moons.dataset(["rows": 60, "noise": 0], seed: 1)
    for row in 0..<60 {
      let (x, y) = (dataset.inputs[row, 0], dataset.inputs[row, 1])
      let (dx, dy) = dataset.classes[row] == 0 ? (x, y) : (1 - x, 0.5 - y)
      // sin and cos are right to about an ulp of 1.
      #expect(abs(dx * dx + dy * dy - 1) < 1e-14)
      #expect(dy > -1e-14)
    }
  }

  @Test func `circles without noise have radius one and the factor`() {
    let dataset = DatasetShape.circles.dataset(["rows": 50, "noise": 0, "factor": 0.3], seed: 1)
    for row in 0..<50 {
      let (x, y) = (dataset.inputs[row, 0], dataset.inputs[row, 1])
      let radius: Double = dataset.classes[row] == 0 ? 1 : 0.3
      // sin and cos are right to about an ulp of 1.
      #expect(abs((x * x + y * y).squareRoot() - radius) < 1e-14)
    }
  }

  @Test(arguments: [(DatasetShape.blobs, "centers"), (.spirals, "arms")])
  func `as many classes as asked for, one column each`(shape: DatasetShape, name: String) {
    let dataset = shape.dataset([name: 5], seed: 1)
    #expect(dataset.classNames == ["0", "1", "2", "3", "4"])
    #expect(Set(dataset.classes) == Set(0..<5))
    #expect(dataset.targets.columns == 5)
    #expect(shape.task([name: 5]) == .classification(classCount: 5))
  }

  @Test func `fewer rows of a noisy curve are a prefix of more rows`() {
    let many = DatasetShape.sine.dataset(["rows": 100], seed: 4)
    let few = DatasetShape.sine.dataset(["rows": 20], seed: 4)
    #expect(few.inputs.values == Array(many.inputs.values.prefix(20)))
    #expect(few.targets.values == Array(many.targets.values.prefix(20)))
  }

  @Test func `a noisy curve strays from the sine by its noise`() {
    let dataset = DatasetShape.sine.dataset(["rows": 4000, "noise": 0.3], seed: 4)
    var squares = 0.0
    for row in 0..<4000 {
      let error = dataset.targets[row, 0] - Elementary.sin(dataset.inputs[row, 0])
      squares += error * error
    }
    let deviation = (squares / 4000).squareRoot()
    // The standard error of a deviation from 4000 draws is 0.3/√8000 = 0.0034; five of them.
    #expect(abs(deviation - 0.3) < 0.017)
  }

  @Test func `label noise changes classes but no position`() {
    let clean = DatasetShape.moons.dataset(["rows": 1000], seed: 3)
    let noisy = DatasetShape.moons.dataset(["rows": 1000, "label-noise": 0.2], seed: 3)
    #expect(clean.inputs == noisy.inputs)
    let changed = zip(clean.classes, noisy.classes).count { $0 != $1 }
    // Five standard deviations of a binomial count: 5·√(1000·0.2·0.8) = 63.
    #expect(abs(changed - 200) < 63)
  }

  @Test func `label noise of one makes every class wrong`() {
    let clean = DatasetShape.blobs.dataset(seed: 3)
    let noisy = DatasetShape.blobs.dataset(["label-noise": 1], seed: 3)
    #expect(zip(clean.classes, noisy.classes).allSatisfy { $0 != $1 })
  }

  @Test func `an input range spans the column`() {
    let dataset = DatasetShape.sine.dataset(seed: 1)
    #expect(dataset.inputRange(0).lowerBound == dataset.inputs.values.min())
    #expect(dataset.inputRange(0).upperBound == dataset.inputs.values.max())
  }
}
