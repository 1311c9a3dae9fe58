import Testing
import Tracing

/// Plausible mistakes about models, kept moments, files and limits, and what is printed about them.
struct ModelErrorTests {
  @Test func `a perceptron on three classes`() {
    #expect(
      complaint("data: blobs\nmodel: perceptron") == """
        lesson.yaml:5:12: error: a perceptron tells two classes apart, and blobs has 3 classes
          5 |     model: perceptron
            |            ^
            = use a network instead of 'model: perceptron'
        """)
  }

  @Test func `a perceptron with a loss`() {
    #expect(
      complaint("data: and\nmodel: perceptron\nloss: mse") == """
        lesson.yaml:6:11: error: a perceptron has no loss; it learns from its errors
          6 |     loss: mse
            |           ^
        """)
  }

  @Test func `a perceptron in batches`() {
    #expect(
      complaint("data: and\nmodel: perceptron\ntrain: {epochs: 10, batch: 2}") == """
        lesson.yaml:6:32: error: 'batch' does not apply to a perceptron, which learns row by row
          6 |     train: {epochs: 10, batch: 2}
            |                                ^
        """)
  }

  @Test func `a kept epoch beyond the end`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 10}
        trace: {epochs: [0, 50, last]}
        """) == """
          lesson.yaml:7:21: error: no epoch 50 in a training of 10 epochs
            7 |     trace: {epochs: [0, 50, last]}
              |                     ^
          """)
  }

  @Test func `first parameters of the wrong number`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 sigmoid], parameters: [1, 2, 3]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:5:56: error: 3 parameters, and this network has 9
            5 |     network: {layers: [2 tanh, 1 sigmoid], parameters: [1, 2, 3]}
              |                                                        ^
              = 2·2+2 + 2·1+1: weights by unit, then biases
          """)
  }

  @Test func `neither a network nor a perceptron`() {
    #expect(
      complaint("data: xor\ntrain: {epochs: 10}") == """
        lesson.yaml:3:3: error: scenario 'it' has no 'network'
          3 |   it:
            |   ^
            = write network: {layers: [2 tanh, 1 sigmoid]}, or model: perceptron
        """)
  }

  @Test func `a file in place of a shape's name`() {
    #expect(
      complaint(
        """
        data: points.csv
        network: {layers: [1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:4:11: error: no data set named 'points.csv'
            4 |     data: points.csv
              |           ^
              = for a file write data: {file: points.csv, target: COLUMN}
          """)
  }

  @Test func `a file that is not there`() {
    #expect(
      complaint(
        """
        data: {file: points.csv, target: class}
        network: {layers: [1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:4:18: error: cannot read 'points.csv': there is no such file
            4 |     data: {file: points.csv, target: class}
              |                  ^
          """)
  }

  @Test func `a file that does not fit the network is found at the run`() {
    #expect(
      complaint(
        """
        data: {file: points.csv, target: class}
        network: {layers: [1 sigmoid]}
        train: {epochs: 10}
        """, files: ["points.csv": "x,class\n1,a\n2,b\n3,c\n"]) == """
          lesson.yaml:5:24: error: points.csv has 3 classes, and this output layer has 1 unit
            5 |     network: {layers: [1 sigmoid]}
              |                        ^
              = end with '3 softmax'
          """)
  }

  @Test func `more than the limits allow`() {
    #expect(
      complaint(
        """
        data: {shape: moons, rows: 50000}
        network: {layers: [64 relu, 64 relu, 1 sigmoid]}
        train: {epochs: 1000, batch: 50}
        trace: {every: 1, unit: updates}
        """) == """
          lesson.yaml:6:21: error: the trace would take 34 GiB (1000002 steps); the limit is 256 MiB
            6 |     train: {epochs: 1000, batch: 50}
              |                     ^
              = keep fewer steps in 'trace', train fewer epochs, or allow it with limits: {memory: 34 GiB}
          """)
  }

  @Test(arguments: [
    ("data: sine", "layers: [3 tanh, 2 identity]", "1 identity"),
    ("data: sine", "layers: [3 tanh, 1 step]", "1 identity"),
    ("data: xor", "layers: [3 sigmoid]", "1 sigmoid"),
    ("data: blobs", "layers: [1 tanh]", "3 softmax"),
  ])
  func `an output layer that does not fit is told what would`(
    data: String, layers: String, help: String
  ) {
    let text = "\(data)\nnetwork: {\(layers)}\ntrain: {epochs: 1}"
    #expect(complaint(text).contains("= end with '\(help)'"))
  }

  @Test(arguments: [
    "network: {layers: [2]}", "network: {layers: [0 tanh]}", "network: {layers: [2 tanh 3]}",
    "network: {layers: []}", "network: {layers: [[2, tanh]]}",
    "network: {layers: [1 sigmoid], x: 1}",
    "network: {layers: [1 sigmoid], initializer: uniform}",
    "network: {layers: [1 sigmoid], initializer: he-norml}",
    "network: {layers: [{units: 1, activation: sigmoid, size: 2}]}",
    "network: {layers: [{units: 1}]}", "network: {layers: [1 sigmoid]}\nloss: hing",
    "network: {layers: [1 sigmoid]}\nloss: categorical-cross-entropy",
    "network: {layers: [2 softmax]}\nloss: binary-cross-entropy",
    "network: {layers: [2 softmax]}\nloss: hinge",
    "network: {layers: [1 sigmoid]}\nlimits: {memory: much}",
    "network: {layers: [1 sigmoid]}\ntrace: {every: 0}",
    "network: {layers: [1 sigmoid]}\ntrace: {updates: [11]}",
    "network: {layers: [1 sigmoid]}\nseed: -1", "network: {layers: [1 sigmoid]}\nmodel: perceptron",
    "perceptron: {weights: [1]}", "perceptron: {threshold: \"<\"}",
  ])
  func `a mistake is an error with its place`(text: String) {
    let isPerceptron = text.hasPrefix("perceptron")
    let train = isPerceptron ? "" : "\ntrain: {epochs: 10}"
    let printed = complaint("data: xor\n\(text)\(train)")
    #expect(printed.hasPrefix("lesson.yaml:"))
    #expect(printed.contains(": error: "))
  }
}
