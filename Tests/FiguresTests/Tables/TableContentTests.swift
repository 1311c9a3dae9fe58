import Figures
import Networks
import Testing

struct SigmoidFormsTests {
  private func rows() throws -> [[String]] {
    try Exhibit("kind: table\ncontent: sigmoid-forms").table().rows
  }

  @Test func `e to the z over itself plus 1 is no number from 710 on`() throws {
    for row in try rows() {
      let z = Double(shown: row[0])
      #expect((row[4] == "NaN") == (z >= 710), "z = \(z)")
    }
  }

  @Test func `only that form ever fails`() throws {
    for row in try rows() {
      #expect(row[2] != "NaN" && row[5] != "NaN")
    }
  }

  @Test func `rows run from far below to far above 710`() throws {
    let places = try rows().map { Double(shown: $0[0]) }
    #expect(places == places.sorted())
    #expect(places.contains(710) && places[0] < -710 && (places.last ?? 0) > 710)
  }

  @Test func `the stable form is the sigmoid`() throws {
    for row in try rows() {
      let exact = Elementary.sigmoid(Double(shown: row[0]))
      // Written with four significant digits.
      #expect((Double(shown: row[5]) - exact).magnitude <= 0.5e-3 * exact)
    }
  }
}

struct PerceptronUpdatesTableTests {
  @Test(arguments: ["and", "or", "xor"])
  func `a row is shaded for every correction`(gate: String) throws {
    let exhibit = try Exhibit(
      "kind: table\ncontent: perceptron-updates\nscenario: rule\nrows: 60",
      scenarios: "rule:\n  data: \(gate)\n  model: perceptron")
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let table = try exhibit.table()
    #expect(table.rows.count == run.steps.count)
    #expect(table.shadedRows == run.steps.indices.filter { run.steps[$0].error != 0 })
  }

  @Test func `the first epoch of AND by hand`() throws {
    let exhibit = try Exhibit(
      "kind: table\ncontent: perceptron-updates\nscenario: rule\nrows: 4",
      scenarios: "rule:\n  data: and\n  model: perceptron")
    #expect(
      try exhibit.table().rows.map { $0.joined(separator: " ") } == [
        "1 (0, 0) 0 0 1 −1 (0, 0) −1", "1 (0, 1) 0 −1 0 0 (0, 0) −1",
        "1 (1, 0) 0 −1 0 0 (0, 0) −1", "1 (1, 1) 1 −1 0 +1 (1, 1) 0",
      ])
  }
}

struct ForwardPassesTests {
  private static let scenarios = """
    one:
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 50, rate: 0.5}
    deep:
      data: {shape: blobs, rows: 12, centers: 3}
      network: {layers: [3 relu, 2 tanh, 3 softmax]}
      train: {epochs: 20, rate: 0.1}
    """

  @Test(arguments: ["one", "deep"], ["0", "last"])
  func `the numbers are the network's`(name: String, epoch: String) throws {
    let figure = "kind: table\ncontent: forward-passes\nscenario: \(name)\nepoch: \(epoch)"
    let exhibit = try Exhibit(figure, scenarios: Self.scenarios)
    let trace = try #require(exhibit.traces[name])
    let network = (epoch == "0" ? trace.first : trace.last).network
    let pass = network.forward(trace.dataset.inputs)
    for (row, cells) in try exhibit.table().rows.enumerated() {
      var wanted = pass.activations.dropLast().flatMap { $0.row(row) }
      if network.outputCount == 1 { wanted += pass.preActivations[1].row(row) }
      wanted += pass.outputs.row(row)
      #expect(cells.count == wanted.count + 1)
      for (cell, value) in zip(cells, wanted) {
        // Half a unit of the last place that is written, of at least two.
        #expect((Double(shown: cell) - value).magnitude <= 0.005 + 1e-12)
      }
    }
  }

  @Test func `a perceptron's passes have no hidden column`() throws {
    let table = try Exhibit(
      "kind: table\ncontent: forward-passes\nscenario: perceptron"
    ).table()
    #expect(table.headings == ["x₁", "x₂", "z", "ŷ", "target"])
  }

  @Test func `every row ends in its class`() throws {
    let rows = try Exhibit("kind: table\ncontent: forward-passes\nscenario: hidden-layer").table()
      .rows
    #expect(rows.map { $0[$0.count - 1] } == ["0", "1", "1", "0"])
  }
}

struct LinearCollapseTests {
  private func difference(_ layers: String, rest: String = "train: {epochs: 5}") throws -> String {
    let exhibit = try Exhibit(
      "kind: table\ncontent: linear-collapse\nscenario: it",
      scenarios: "it:\n  data: xor\n  network: {layers: [\(layers)]}\n  \(rest)")
    let row = try #require(exhibit.table().rows.first)
    return row[row.count - 1]
  }

  @Test(arguments: [
    "3 identity, 1 sigmoid", "4 identity, 3 identity, 1 identity",
    "8 identity, 8 identity, 8 identity, 1 tanh",
  ])
  func `linear layers are one layer`(layers: String) throws {
    // Products of a few numbers of size 1, in another order: some hundred roundings.
    #expect(Double(shown: try difference(layers)) < 1e-12)
  }

  @Test(arguments: ["2 tanh, 1 sigmoid", "3 relu, 1 sigmoid", "2 identity, 2 sigmoid, 1 sigmoid"])
  func `a bend anywhere is more than one layer`(layers: String) throws {
    #expect(Double(shown: try difference(layers)) > 1e-3)
  }

  @Test func `a network that diverged equals nothing`() throws {
    let text = try difference(
      "3 identity, 1 identity", rest: "loss: mse\n  train: {epochs: 200, rate: 1e200}")
    #expect(["NaN", "∞"].contains(text))
  }

  @Test func `networks are compared in the order of the lesson`() throws {
    let scenarios = """
      a:
        data: xor
        network: {layers: [2 identity, 1 sigmoid]}
        train: {epochs: 1}
      b:
        data: xor
        network: {layers: [5 tanh, 1 sigmoid]}
        train: {epochs: 1}
      """
    let rows = try Exhibit(
      "kind: table\ncontent: linear-collapse\nscenarios: [b, a]", scenarios: scenarios
    ).table().rows
    #expect(rows.map { Array($0.prefix(3)) } == [["b", "2-5-1", "21"], ["a", "2-2-1", "9"]])
  }
}

struct ActivationFactsTests {
  private func rows() throws -> [[String]] {
    try Exhibit("kind: table\ncontent: activation-facts").table().rows
  }

  @Test func `every activation has a row`() throws {
    #expect(try rows().map { $0[0] } == Activation.all.map { $0.name })
  }

  @Test(arguments: Activation.all.map { $0.name })
  func `the largest derivative is the one in the figure of curves`(name: String) throws {
    let row = try #require(rows().first { $0[0] == name })
    let panel = try Exhibit("kind: activation-curves\nactivations: \(name)").plot().panels[0]
    let shown = try #require(panel.subtitle.firstMatch(of: /max f′ = ([0-9.]+)/))
    #expect(row[3] == String(shown.output.1))
  }

  @Test(arguments: [
    ("sigmoid", "on both sides"), ("tanh", "on both sides"), ("softmax", "on both sides"),
    ("relu", "on one side"), ("softplus", "on one side"), ("elu", "on one side"),
    ("identity", "no"), ("step", "on both sides"),
  ])
  func `where an activation saturates`(name: String, sides: String) throws {
    let row = try #require(rows().first { $0[0] == name })
    #expect(row[4] == sides)
  }
}
