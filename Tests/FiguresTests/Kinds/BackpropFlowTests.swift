import Figures
import Networks
import Plotting
import Testing

struct BackpropFlowTests {
  private static let figure = "kind: backprop-flow\nscenario: it"

  private static func expression(_ text: String, _ values: String) -> String {
    "it:\n  model: expression\n  expression: \(text)\n  values: {\(values)}"
  }

  private static let sum = expression("f = (x + y) * z", "x: -2, y: 5, z: -4")
  private static let fork = expression("L = x*w + x^2", "x: 3, w: -4")
  private static let sigmoid = expression(
    "f = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))", "w0: 2, x0: -1, w1: -3, x1: -2, w2: -3")
  private static let largest = expression(
    "f = 2*(x*y + max(z, w))", "x: 3, y: -4, z: 2, w: -1")

  private func reading(_ scenarios: String, _ options: String = "") throws -> CircuitReading {
    try CircuitReading(of: Exhibit(Self.figure + options, scenarios: scenarios))
  }

  /// The numbers are those of Stanford's CS231n notes on backpropagation.
  @Test func `the circuit of a sum times a number has the published gradients`() throws {
    let reading = try reading(Self.sum)
    #expect(reading.values.sorted() == ["3", "5", "−12", "−2", "−4"])
    #expect(reading.gradients.sorted() == ["1", "3", "−4", "−4", "−4"])
  }

  /// The numbers are those of Stanford's CS231n notes on backpropagation.
  @Test func `the sigmoid taken apart has the published gradients`() throws {
    let reading = try reading(Self.sigmoid, "\ndecimals: 2")
    #expect(reading.values.contains("0.73"))
    for gradient in ["−0.20", "0.39", "−0.39", "−0.59", "0.20", "−0.53"] {
      #expect(reading.gradients.contains(gradient))
    }
    #expect(reading.gradients.filter { $0 == "−0.53" }.count == 2)
  }

  /// The numbers are those of Stanford's CS231n notes on backpropagation.
  @Test func `a maximum hands its gradient to the larger input`() throws {
    let reading = try reading(Self.largest)
    #expect(reading.values.contains("−20"))
    #expect(reading.gradients.sorted() == ["0", "1", "2", "2", "2", "2", "6", "−8"])
    #expect(reading.products.contains("2 × 0") && reading.products.contains("2 × 1"))
  }

  @Test func `gradients at a fork add up to that of the trunk`() throws {
    let reading = try reading(Self.fork)
    #expect(reading.gradients.contains("−4") && reading.gradients.contains("6"))
    #expect(reading.gradients.contains("2"))
    #expect(reading.products.contains("−4 + 6"))
  }

  @Test(arguments: [sum, fork, sigmoid, largest])
  func `every product is a gradient times the number of a box`(scenario: String) throws {
    let reading = try reading(scenario, "\ndecimals: 6")
    let products = reading.products.filter { $0.contains(" × ") }
    #expect(products.count == reading.slopes.count)
    for product in products {
      let factors = product.split(separator: " × ").map { $0.filter { !"()".contains($0) } }
      #expect(reading.gradients.contains(factors[0]))
      #expect(reading.slopes.contains(factors[1]))
      let result = factors.map { Double(shown: $0) }.reduce(1, *)
      // Six decimals of each factor and of the result, and no factor above 10.
      #expect(
        reading.gradients.contains { (Double(shown: $0) - result).magnitude < 1e-5 }, "\(product)")
    }
  }

  @Test(arguments: 0...18)
  func `each step shows one number more, first forward, then backward`(step: Int) throws {
    let scenario = Self.expression(
      "L = (sigmoid(w*x + b) - y)^2", "w: 0.6, x: 1.5, b: -0.2, y: 1")
    let reading = try reading(scenario, "\nstep: \(step)")
    #expect(reading.values.count == min(step, 9))
    #expect(reading.gradients.count == max(0, step - 9))
  }

  @Test func `a local derivative appears when its gate has been computed`() throws {
    // The three inputs are known after three steps, the sum after four, the product after five.
    let counts = try (0...5).map { try reading(Self.sum, "\nstep: \($0)").slopes.count }
    #expect(counts == [0, 0, 0, 0, 2, 4])
  }

  @Test func `a step in the middle marks the wire in hand, and no step marks none`() throws {
    let accent = Theme.paper.accent
    let whole = try Exhibit(Self.figure, scenarios: Self.sum)
    #expect(try whole.sheet().strokes(accent).isEmpty)
    let middle = try Exhibit(Self.figure + "\nstep: 7", scenarios: Self.sum)
    #expect(try !middle.sheet().strokes(accent).isEmpty)
  }

  @Test(arguments: ["forward", "backward"])
  func `one direction alone leaves out the numbers of the other`(show: String) throws {
    let reading = try reading(Self.sum, "\nshow: \(show)")
    #expect(reading.values.isEmpty == (show == "backward"))
    #expect(reading.gradients.isEmpty == (show == "forward"))
  }

  @Test func `a network's circuit holds every parameter and its gradient`() throws {
    let exhibit = try Exhibit(
      "kind: backprop-flow\nscenario: hidden-layer\nepoch: 0\nrow: 2\ndecimals: 5")
    let reading = try CircuitReading(of: exhibit)
    let trace = try #require(exhibit.traces["hidden-layer"])
    let network = trace.first.network
    let data = trace.dataset
    let loss = try #require(trace.loss)
    let gradients = network.backward(
      network.forward(data.inputs.selectingRows([1])),
      against: data.targets.selectingRows([1]), through: loss)
    for value in network.parameters where value != 0 {
      #expect(reading.values.contains(NumberText.fixed(value, places: 5)))
    }
    // The smaller ones are written as a power of ten.
    for gradient in gradients.flat where gradient.magnitude > 1e-5 {
      #expect(reading.gradients.contains(NumberText.fixed(gradient, places: 5)))
    }
  }

  @Test(arguments: ["backprop-flow", "matrix-view", "worked-table", "exercise-sheet"])
  func `a softmax layer is refused, and a sigmoid output offered`(kind: String) {
    let scenario =
      "it:\n  data: xor\n  network: {layers: [2 tanh, 2 softmax]}\n  train: {epochs: 1}"
    #expect(
      complaint("kind: \(kind)\nscenario: it", scenarios: scenario)
        == "lesson.yaml:6:15: '\(kind)' takes each unit by itself; softmax in scenario 'it' takes "
        + "them together\n= for example one sigmoid output")
  }

  @Test(arguments: ["backprop-flow", "matrix-view", "worked-table", "exercise-sheet"])
  func `a perceptron is refused, and a network offered`(kind: String) {
    #expect(
      complaint("kind: \(kind)\nscenario: perceptron")
        == "lesson.yaml:6:15: '\(kind)' shows gradients; scenario 'perceptron' has none: "
        + "a perceptron's step has no slope\n= train a network instead")
  }

  @Test func `a circuit of more gates than a page holds is refused`() {
    let scenario = "it:\n  data: xor\n  network: {layers: [30 tanh, 1 sigmoid]}\n"
    #expect(
      complaint(Self.figure, scenarios: scenario + "  train: {epochs: 1}").contains(
        "'backprop-flow' draws at most 60\n= for example two hidden units"))
  }

  @Test func `the small print says how far numeric gradients are`() throws {
    let note = try Exhibit(Self.figure, scenarios: Self.sum).plot().note
    let error = try #require(note.split(separator: " ").last)
    // Central differences with the step 1e-6 lose about ten of sixteen digits to rounding.
    #expect(Double(shown: String(error)) < 1e-7)
  }
}
