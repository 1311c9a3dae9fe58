import Networks
import Testing
import Tracing

struct FeatureTests {
  private static let circles = "{shape: circles, rows: 40, features: [x1^2, x2^2, x1*x2]}"

  @Test func `features are computed from the raw inputs of each row`() throws {
    let data = try dataset(Self.circles)
    for row in 0..<data.rowCount {
      let (x, y) = (data.rawInputs[row, 0], data.rawInputs[row, 1])
      #expect(data.inputs.row(row) == [x * x, y * y, x * y])
    }
  }

  @Test func `features are named as people write them`() throws {
    let data = try dataset(Self.circles)
    #expect(data.inputNames == ["x₁²", "x₂²", "x₁·x₂"])
    #expect(data.rawInputNames == ["x₁", "x₂"])
  }

  @Test(arguments: [
    ("x1^12", "x₁¹²"), ("2*x1 * x2", "2·x₁·x₂"), ("sin(x1)", "sin(x₁)"), ("x1^2.5", "x₁^2.5"),
    ("(x1 + x2)^2", "(x₁ + x₂)²"), ("radius = x1^2 + x2^2", "radius"),
  ])
  func `the name of a feature`(formula: String, name: String) throws {
    #expect(try dataset("{shape: xor, features: [\(formula)]}").inputNames == [name])
  }

  @Test func `the raw rows are the same with features and without`() throws {
    let plain = try dataset("{shape: circles, rows: 40}")
    let data = try dataset(Self.circles)
    #expect(data.rawInputs == plain.inputs)
    #expect(data.classes == plain.classes)
  }

  @Test func `without features the raw inputs are the inputs`() throws {
    let data = try dataset("moons")
    let points = Matrix([[0.5, -1], [2, 3]])
    #expect(data.features == nil)
    #expect(data.rawInputs == data.inputs)
    #expect(data.modelInputs(fromRaw: points) == points)
  }

  @Test func `the model sees any point through the features`() throws {
    let data = try dataset(Self.circles)
    #expect(data.modelInputs(fromRaw: Matrix([[3, -2]])) == Matrix([[9, 4, -6]]))
    #expect(data.modelInputs(fromRaw: data.rawInputs) == data.inputs)
  }

  @Test func `rows for validation have features too`() throws {
    let data = try dataset("{shape: circles, validation: 30, features: [x1^2, x2^2]}")
    let validation = try #require(data.validation)
    #expect(validation.inputNames == ["x₁²", "x₂²"])
    #expect(validation.inputs == data.modelInputs(fromRaw: validation.rawInputs))
  }

  @Test func `a linear model separates circles by squares`() throws {
    let trace = try scenario(
      """
      data: {shape: circles, rows: 100, noise: 0.05, features: [x1^2, x2^2]}
      network: {layers: [1 sigmoid]}
      train: {optimizer: adam, rate: 0.1, epochs: 300}
      """
    ).run()
    #expect(trace.last.network.parameterCount == 3)
    #expect(trace.last.accuracy == 1)
    #expect(trace.history.firstEpoch(withAccuracy: 0.95) != nil)
  }

  @Test func `columns of a file go by their names, or else by numbers`() throws {
    let files = CSVSource(texts: ["p.csv": "petal length,width,kind\n1,2,a\n3,4,b\n"])
    let data = try dataset("{file: p.csv, target: kind, features: [x1*width]}", files: files)
    #expect(data.inputs == Matrix([[2], [12]]))
    #expect(data.rawInputNames == ["petal length", "width"])
  }

  @Test func `features of a standardized file are those of the standardized columns`() throws {
    let files = CSVSource(texts: ["p.csv": "v,kind\n1,a\n3,b\n"])
    let data = try dataset(
      "{file: p.csv, target: kind, standardize: true, features: [v^3]}", files: files)
    #expect(data.inputs == Matrix([[-1], [1]]))
  }

  @Test func `a perceptron learns from features`() throws {
    let trace = try scenario(
      """
      data: {shape: xor, features: [x1, x2, x1*x2]}
      model: perceptron
      train: {epochs: 50}
      """
    ).run()
    #expect(trace.perceptron?.firstErrorFreeEpoch != nil)
  }
}
