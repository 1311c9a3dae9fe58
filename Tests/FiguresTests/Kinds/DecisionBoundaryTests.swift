import Figures
import Networks
import Plotting
import Testing
import Tracing

struct DecisionBoundaryTests {
  private static let gates = """
    and:
      data: and
      model: perceptron
    or:
      data: or
      network: {layers: [1 sigmoid]}
      train: {epochs: 200, rate: 1}
    nand:
      data: nand
      network: {layers: [1 tanh]}
      loss: mse
      train: {epochs: 200, rate: 1}
    """

  @Test(arguments: ["and", "or", "nand"])
  func `after training the line parts the classes of a gate`(gate: String) throws {
    let exhibit = try Exhibit(
      "kind: decision-boundary\nscenario: \(gate)", scenarios: Self.gates)
    let sheet = try exhibit.sheet()
    let line = try #require(sheet.strokes(sheet.theme.ink).first?.lines.first)
    let (start, end) = (line[0], line[line.count - 1])
    let dataset = try #require(exhibit.traces[gate]).dataset
    let sides = (0..<4).map { row in
      (end.x - start.x) * (dataset.inputs[row, 1] - start.y)
        - (end.y - start.y) * (dataset.inputs[row, 0] - start.x)
    }
    // A point on the line, but for rounding, counts as 1; the others lie on two sides of it.
    let off = (0..<4).filter { sides[$0].magnitude > 1e-9 }
    let answers = off.map { dataset.classes[$0] == 1 }
    #expect(off.map { sides[$0] > 0 } == answers || off.map { sides[$0] < 0 } == answers)
    #expect((0..<4).allSatisfy { off.contains($0) || dataset.classes[$0] == 1 })
  }

  @Test func `each panel says how well it does`() throws {
    let exhibit = try Exhibit(
      "kind: decision-boundary\nscenario: hidden-layer\nepochs: [0, last]")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let panels = try exhibit.plot().panels
    for (panel, step) in zip(panels, [trace.first, trace.last]) {
      #expect(panel.subtitle.contains("loss " + NumberText.significant(step.loss, digits: 3)))
      let accuracy = try #require(step.accuracy)
      #expect(panel.subtitle.contains("accuracy " + NumberText.percent(accuracy)))
    }
  }

  @Test func `a perceptron's panel counts the corrections made so far`() throws {
    // The run itself ends where the cycle is proven, long before epoch 20.
    let exhibit = try Exhibit(
      "kind: decision-boundary\nscenario: perceptron\nepochs: [0, 1, 2, 19, last]")
    let dataset = try #require(exhibit.traces["perceptron"]).dataset
    var perceptron = Perceptron(weights: [0, 0], bias: 0)
    var corrections = [0]
    for _ in 1...20 {
      let errors = (0..<4).map { row in
        perceptron.learn(dataset.inputs.row(row), target: dataset.classes[row], rate: 1)
      }
      corrections.append(corrections[corrections.count - 1] + errors.count { $0 != 0 })
    }
    let counts = try exhibit.plot().panels.map { $0.subtitle.firstMatch(of: /(\d+) updates/)?.1 }
    #expect(counts.map { $0.flatMap { Int($0) } } == [0, 1, 2, 19, 20].map { corrections[$0] })
  }

  @Test func `the small print names the network, the rule and the seed`() throws {
    let note = try Exhibit("kind: decision-boundary\nscenario: hidden-layer").plot().note
    for piece in ["2-2-1", "tanh, sigmoid", "cross-entropy", "sgd, learning rate 0.5", "seed 1"] {
      #expect(note.contains(piece), "\(piece)")
    }
  }

  @Test func `each class is explained once`() throws {
    let figure = "kind: decision-boundary\nscenarios: [perceptron, hidden-layer]"
    let keys = try Exhibit(figure).plot().keys
    let names = keys.compactMap { key in
      if case .dot(_, _, let name) = key { name } else { nil }
    }
    #expect(names == ["class 0", "class 1"])
  }

  @Test func `every row of the data is a dot of its class`() throws {
    let exhibit = try Exhibit("kind: decision-boundary\nscenario: hidden-layer")
    let sheet = try exhibit.sheet()
    for class_ in 0...1 {
      let dots = sheet.fills(sheet.theme.color(ofClass: class_)).filter { $0.color.alpha == 1 }
      #expect(dots.count == 2)
    }
  }

  @Test func `numbers to be predicted have no boundary, and the ramp says what is drawn`() throws {
    let scenarios = """
      plane:
        data: {shape: playground-plane, rows: 40}
        network: {layers: [1 identity]}
        loss: mse
        train: {epochs: 30, rate: 0.01}
      """
    let exhibit = try Exhibit(
      "kind: decision-boundary\nscenario: plane\nx: [-6, 6]\ny: [-6, 6]", scenarios: scenarios)
    let plot = try exhibit.plot()
    let sheet = PanelSheet(plot.panels[0], theme: .paper)
    #expect(sheet.strokes(sheet.theme.ink).isEmpty)
    let domains = plot.keys.compactMap { key in
      if case .ramp(_, let domain, _) = key { domain } else { nil }
    }
    let domain = try #require(domains.first)
    let layer = try #require(exhibit.traces["plane"]).last.network.layers[0]
    let corner = 6 * (layer.weights[0, 0].magnitude + layer.weights[0, 1].magnitude)
    #expect(domain.upperBound >= corner && domain.lowerBound == -domain.upperBound)
  }

  private static let circle = """
    circle:
      data: {shape: playground-circle, rows: 30, take: 20, validation: 25}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 5, rate: 0.1}
    """
  private static let withTruth = "kind: decision-boundary\nscenario: circle\ntruth: true"

  @Test func `the dashed line is the rule that the rows were made from`() throws {
    let sheet = try Exhibit(Self.withTruth, scenarios: Self.circle).sheet()
    let truth = try #require(sheet.strokes(sheet.theme.accent).first).corners
    #expect(truth.count > 50)
    for point in truth {
      // The circle is found between the places of a fine grid, to well within a hundredth.
      #expect(((point.x * point.x + point.y * point.y).squareRoot() - 2.5).magnitude < 0.01)
    }
  }

  @Test func `both losses and their gap stand below a panel with rows for validation`() throws {
    let exhibit = try Exhibit(Self.withTruth, scenarios: Self.circle)
    let trace = try #require(exhibit.traces["circle"])
    let validation = try #require(trace.history.validationLoss.last)
    let lines = try #require(try exhibit.plot().panels.first).footnotes.joined(separator: "\n")
    for loss in [trace.last.loss, validation, validation - trace.last.loss] {
      #expect(lines.contains(NumberText.significant(loss, digits: 3)))
    }
  }

  @Test func `what networks share is said once, and what they do not by name`() throws {
    let scenarios = """
      narrow:
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 5}
      wide:
        data: xor
        network: {layers: [4 tanh, 1 sigmoid]}
        train: {epochs: 5}
      other:
        data: xor
        network: {layers: [4 relu, 1 sigmoid]}
        train: {epochs: 5}
      """
    let note = try Exhibit(
      "kind: decision-boundary\nscenarios: [narrow, wide, other]", scenarios: scenarios
    ).plot().note
    #expect(
      note.split(separator: "\n").prefix(4) == [
        "cross-entropy · sgd, learning rate 0.1 · seed 0", "narrow: 2-2-1 (tanh, sigmoid)",
        "wide: 2-4-1 (tanh, sigmoid)", "other: 2-4-1 (relu, sigmoid)",
      ])
  }

  @Test func `truth is refused for rows that no known rule made`() {
    #expect(
      complaint("kind: decision-boundary\nscenario: hidden-layer\ntruth: true").hasPrefix(
        "lesson.yaml:6:15: there is no true boundary for the data of scenario 'hidden-layer'"))
  }
}
