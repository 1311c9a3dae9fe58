import Testing
import Tracing

/// Plausible mistakes and the whole of what is printed about them.
struct ScenarioErrorTests {
  @Test func `a misspelt activation`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tahn, 1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:5:26: error: no activation named 'tahn'; did you mean 'tanh'?
            5 |     network: {layers: [2 tahn, 1 sigmoid]}
              |                          ^
          """)
  }

  @Test func `units and activation the wrong way round`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [tanh 2, 1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:5:24: error: expected a number of units, found 'tanh'
            5 |     network: {layers: [tanh 2, 1 sigmoid]}
              |                        ^
              = write the number of units and an activation, such as 2 tanh
          """)
  }

  @Test func `a misspelt shape`() {
    #expect(
      complaint(
        """
        data: moon
        network: {layers: [1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:4:11: error: no data set named 'moon'; did you mean 'moons'?
            4 |     data: moon
              |           ^
          """)
  }

  @Test func `a parameter of another shape`() {
    #expect(
      complaint(
        """
        data: {shape: moons, factor: 0.5}
        network: {layers: [1 sigmoid]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:4:34: error: moons has no 'factor'
            4 |     data: {shape: moons, factor: 0.5}
              |                                  ^
              = it has: rows, noise, label-noise, seed, take, validation, features
          """)
  }

  @Test func `a softmax over one unit`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 softmax]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:5:32: error: a softmax over one unit is always 1
            5 |     network: {layers: [2 tanh, 1 softmax]}
              |                                ^
              = use '2 softmax' for two classes, or '1 sigmoid'
          """)
  }

  @Test func `too few outputs for the classes`() {
    #expect(
      complaint(
        """
        data: {shape: blobs, centers: 4}
        network: {layers: [5 relu, 3 softmax]}
        train: {epochs: 10}
        """) == """
          lesson.yaml:5:32: error: blobs has 4 classes, and this output layer has 3 units
            5 |     network: {layers: [5 relu, 3 softmax]}
              |                                ^
              = end with '4 softmax'
          """)
  }

  @Test func `cross-entropy of an output that is no probability`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 tanh]}
        loss: cross-entropy
        train: {epochs: 10}
        """) == """
          lesson.yaml:6:11: error: cross-entropy wants a sigmoid or softmax output layer, and this one is tanh
            6 |     loss: cross-entropy
              |           ^
              = end with '1 sigmoid', or use 'half-sse' or 'mse'
          """)
  }

  @Test func `a batch of more rows than there are`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 10, batch: 32}
        """) == """
          lesson.yaml:6:32: error: a batch of 32 is more than the 4 rows of xor
            6 |     train: {epochs: 10, batch: 32}
              |                                ^
              = leave 'batch' out to use all rows for each update
          """)
  }

  @Test func `a learning rate of zero`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 10, rate: 0}
        """) == """
          lesson.yaml:6:31: error: 'rate' is 0; it must be above 0
            6 |     train: {epochs: 10, rate: 0}
              |                               ^
          """)
  }

  @Test func `a number of another optimizer`() {
    #expect(
      complaint(
        """
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 10, optimizer: {name: adam, momentum: 0.9}}
        """) == """
          lesson.yaml:6:59: error: adam has no 'momentum'
            6 |     train: {epochs: 10, optimizer: {name: adam, momentum: 0.9}}
              |                                                           ^
              = it has: beta1, beta2, epsilon
          """)
  }
}
