import Networks
import Testing

struct PerceptronTests {
  @Test(arguments: [(Perceptron.Threshold.atLeastZero, 1), (.aboveZero, 0)])
  func `on the line the threshold decides`(threshold: Perceptron.Threshold, answer: Int) {
    let perceptron = Perceptron(weights: [1, -1], bias: 0, threshold: threshold)
    #expect(perceptron.predict([2, 2]) == answer)
  }

  @Test func `the pre-activation is the weighted sum and the bias`() {
    let perceptron = Perceptron(weights: [2, -1], bias: 0.5)
    #expect(perceptron.preActivation([3, 4]) == 2 * 3 - 4 + 0.5)
  }

  @Test func `a missing answer pulls the weights toward the input`() {
    var perceptron = Perceptron(weights: [0, 0], bias: -1)
    let error = perceptron.learn([1, 2], target: 1, rate: 0.5)
    #expect(error == 1)
    #expect(perceptron == Perceptron(weights: [0.5, 1], bias: -0.5))
  }

  @Test func `a wrong answer pushes the weights away from the input`() {
    var perceptron = Perceptron(weights: [0, 0], bias: 0)
    let error = perceptron.learn([1, 2], target: 0, rate: 0.5)
    #expect(error == -1)
    #expect(perceptron == Perceptron(weights: [-0.5, -1], bias: -0.5))
  }

  @Test func `a right answer changes nothing`() {
    var perceptron = Perceptron(weights: [1, 1], bias: -1.5)
    #expect(perceptron.learn([1, 1], target: 1) == 0)
    #expect(perceptron == Perceptron(weights: [1, 1], bias: -1.5))
  }
}
