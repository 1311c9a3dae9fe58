import Networks
import Testing
import Tracing

struct TargetEncodingTests {
  private let two = Dataset.Task.classification(classCount: 2)

  @Test func `a sigmoid output learns from zero and one`() {
    let encoding = TargetEncoding(
      task: two, loss: .binaryCrossEntropy, output: .sigmoid, units: 1)
    #expect(encoding.targets(of: [0, 1]).values == [0, 1])
    #expect(encoding.decisionLevel == 0.5)
  }

  @Test func `a hinge loss learns from minus one and one`() {
    let encoding = TargetEncoding(task: two, loss: .hinge, output: .identity, units: 1)
    #expect(encoding.targets(of: [0, 1]).values == [-1, 1])
    #expect(encoding.decisionLevel == 0)
  }

  @Test func `a tanh output learns from minus one and one`() {
    let encoding = TargetEncoding(task: two, loss: .halfSquaredError, output: .tanh, units: 1)
    #expect(encoding == .plusMinusOne)
  }

  @Test func `softmax outputs learn from one column a class`() {
    let encoding = TargetEncoding(
      task: .classification(classCount: 3), loss: .categoricalCrossEntropy, output: .softmax,
      units: 3)
    #expect(encoding.targets(of: [2, 0]) == Matrix([[0, 0, 1], [1, 0, 0]]))
  }

  @Test(arguments: [
    TargetEncoding.zeroOne, .plusMinusOne, .oneHot(classCount: 2), .plusMinusOneHot(classCount: 2),
  ])
  func `targets stand for their own classes`(encoding: TargetEncoding) {
    let targets = encoding.targets(of: [0, 1])
    #expect(encoding.predictedClass(of: targets.row(0)) == 0)
    #expect(encoding.predictedClass(of: targets.row(1)) == 1)
  }

  @Test func `an output at the level stands for the second class`() {
    #expect(TargetEncoding.zeroOne.predictedClass(of: [0.5]) == 1)
    #expect(TargetEncoding.plusMinusOne.predictedClass(of: [-0.0]) == 1)
  }

  @Test func `a NaN output stands for no class and counts as wrong`() {
    let dataset = DatasetShape.or.dataset(seed: 0)
    let outputs = Matrix([[0], [.nan], [1], [1]])
    #expect(dataset.predictedClass(of: [.nan]) == nil)
    #expect(dataset.accuracy(of: outputs) == 0.75)
  }
}
