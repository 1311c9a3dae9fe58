import Networks
import Testing
import Tracing

struct ValidationTests {
  private static let table =
    "x,kind\n" + (0..<30).map { "\($0),\($0 < 15 ? "a" : "b")\n" }.joined()
  private let files = CSVSource(texts: ["p.csv": table])

  @Test(arguments: DatasetShape.all, [1, 24])
  func `drawing rows for validation leaves the others as they were`(
    shape: DatasetShape, count: Int
  ) throws {
    var spec = DataSpec.shape(shape, parameters: ["rows": 40])
    let plain = try spec.dataset(seed: 5, files: .none)
    spec.validation = .rows(count)
    let data = try spec.dataset(seed: 5, files: .none)
    #expect(data.inputs == plain.inputs && data.targets == plain.targets)
    #expect(data.validation?.rowCount == count)
    #expect(data.validation?.inputNames == data.inputNames)
  }

  @Test func `rows drawn for validation are others than those learned from`() throws {
    let data = try dataset("{shape: moons, rows: 50, validation: 50}")
    let validation = try #require(data.validation)
    let learned = Set((0..<50).map { data.inputs.row($0) })
    #expect((0..<50).allSatisfy { !learned.contains(validation.inputs.row($0)) })
  }

  @Test func `a share is set apart, and each row is on one side`() throws {
    let data = try dataset("{shape: moons, rows: 50, validation: 0.3}")
    let all = try dataset("{shape: moons, rows: 50}")
    let validation = try #require(data.validation)
    #expect(data.rowCount == 35 && validation.rowCount == 15)
    let rows = (0..<35).map { data.inputs.row($0) } + (0..<15).map { validation.inputs.row($0) }
    #expect(Set(rows) == Set((0..<50).map { all.inputs.row($0) }))
  }

  @Test func `which rows are set apart depends on the seed alone`() throws {
    let text = "{file: p.csv, target: kind, validation: 10}"
    let first = try dataset(text, seed: 1, files: files)
    #expect(try dataset(text, seed: 1, files: files) == first)
    #expect(try dataset(text, seed: 2, files: files).validation != first.validation)
    #expect(first.validation?.rowCount == 10 && first.rowCount == 20)
  }

  @Test func `validation has the encoding of the output layer`() throws {
    let data = try scenario(
      """
      data: {shape: moons, validation: 10}
      network: {layers: [1 tanh]}
      train: {epochs: 0}
      """
    ).dataset()
    #expect(data.validation?.encoding == .plusMinusOne)
    #expect(Set(data.validation?.targets.values ?? []) == [-1, 1])
  }

  @Test func `the history has the loss on the validation rows after each epoch`() throws {
    let trace = try moonScenario(epochs: 5).run()
    #expect(trace.history.validationLoss.isEmpty)
    let measured = try scenario(
      """
      data: {shape: moons, rows: 100, validation: 60}
      network: {layers: [4 tanh, 1 sigmoid]}
      train: {rate: 0.1, epochs: 5, batch: 10}
      trace: {every: 1}
      seed: 3
      """
    ).run()
    let rows = try #require(measured.dataset.validation)
    #expect(measured.history.validationLoss.count == 6)
    for step in measured.steps where step.isEpochEnd {
      let pass = step.network.forward(rows.inputs)
      let loss = step.network.loss(.binaryCrossEntropy, of: pass, against: rows.targets)
      #expect(measured.history.validationLoss[step.epoch] == loss)
      #expect(measured.history.validationAccuracy[step.epoch] == rows.accuracy(of: pass.outputs))
    }
    // Measuring is reading: it changes nothing of the training.
    #expect(measured.history.loss == trace.history.loss)
  }

  @Test func `a perceptron is measured too`() throws {
    let trace = try scenario(
      """
      data: {shape: blobs, centers: 2, validation: 20}
      model: perceptron
      train: {epochs: 3}
      """
    ).run()
    #expect(trace.history.validationAccuracy.count == 4)
  }

  @Test(arguments: DatasetShape.all)
  func `fewer rows are the first of more rows`(shape: DatasetShape) throws {
    var spec = DataSpec.shape(shape, parameters: ["rows": 60])
    let all = try spec.dataset(seed: 9, files: .none)
    for count in [1, 20, 60] {
      spec.take = count
      let data = try spec.dataset(seed: 9, files: .none)
      #expect(data.inputs == all.inputs.selectingRows(Array(0..<count)))
      #expect(data.targets == all.targets.selectingRows(Array(0..<count)))
    }
  }

  @Test func `rows taken of a file are nested and mixed`() throws {
    let few = try dataset("{file: p.csv, target: kind, take: 10}", files: files)
    let more = try dataset("{file: p.csv, target: kind, take: 20}", files: files)
    #expect(few.inputs == more.inputs.selectingRows(Array(0..<10)))
    #expect(Set(few.classes) == [0, 1])
    #expect(few.classNames == ["a", "b"])
  }

  @Test func `however few rows are taken, validation is the same`() throws {
    let few = try dataset("{shape: moons, rows: 100, take: 10, validation: 0.4}")
    let more = try dataset("{shape: moons, rows: 100, take: 60, validation: 0.4}")
    #expect(few.validation == more.validation)
  }

  @Test func `columns are standardized by the rows that are learned from`() throws {
    let data = try dataset(
      "{file: p.csv, target: kind, standardize: true, validation: 10}", files: files)
    let values = data.inputs.column(0)
    // 20 numbers of size 1 and less: rounding stays far below 1e-12.
    #expect(abs(values.reduce(0, +)) < 1e-12)
    #expect(abs((data.validation?.inputs.column(0) ?? []).reduce(0, +)) > 1e-12)
  }
}
