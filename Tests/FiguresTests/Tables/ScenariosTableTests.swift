import Figures
import Plotting
import Testing
import Tracing

struct ScenariosTableTests {
  private static let scenarios = """
    raw:
      data: {shape: circles, rows: 40, validation: 20}
      network: {layers: [1 sigmoid]}
      train: {rate: 0.5, epochs: 30}
    squared:
      title: {en: squares, ko: 제곱}
      data: {shape: circles, rows: 40, validation: 20, features: [x1^2, x2^2]}
      network: {layers: [1 sigmoid]}
      train: {rate: 0.5, epochs: 30}
    """

  private func exhibit(_ options: String = "") throws -> Exhibit {
    try Exhibit(
      "kind: table\ncontent: scenarios\nscenarios: [raw, squared]" + options,
      scenarios: Self.scenarios)
  }

  @Test func `each training has a row with its title, its inputs and its parameters`() throws {
    let rows = try exhibit().table().rows
    #expect(rows.map { $0[0] } == ["raw", "squares"])
    #expect(rows[0][1] == "x₁, x₂")
    #expect(rows[1][1] == "x₁², x₂²")
    #expect(rows[1][3] == "3")
  }

  @Test(arguments: [0.6, 0.95])
  func `epochs are those until the share is first right`(share: Double) throws {
    let exhibit = try exhibit("\naccuracy: \(share)")
    let heading = "epochs to \(NumberText.percent(share))"
    #expect(try exhibit.sheet().texts.contains { $0.content == heading })
    for (row, name) in zip(try exhibit.table().rows, ["raw", "squared"]) {
      let history = try #require(exhibit.traces[name]).history
      let epoch = history.firstEpoch(withAccuracy: share)
      #expect(row[4] == epoch.map { String($0) } ?? "never", "\(name)")
    }
  }

  @Test func `the accuracies are those of both kinds of rows at the epoch shown`() throws {
    let exhibit = try exhibit("\nepoch: 3")
    let history = try #require(exhibit.traces["squared"]).history
    let row = try exhibit.table().rows[1]
    #expect(row[5] == NumberText.percent(history.accuracy[3]))
    #expect(row[6] == NumberText.percent(history.validationAccuracy[3]))
  }

  @Test func `a prediction of numbers is refused`() throws {
    let exhibit = try Exhibit(
      "kind: table\ncontent: scenarios\nscenario: curve")
    #expect(throws: FigureError.self) { try exhibit.plot() }
  }
}

struct LayersTableTests {
  private static let scenarios = """
    deep:
      data: xor
      network: {layers: [4 tanh, 3 tanh, 1 sigmoid]}
      train: {epochs: 1}
    """

  private func rows() throws -> [[String]] {
    try Exhibit("kind: table\ncontent: layers\nscenario: deep", scenarios: Self.scenarios)
      .table().rows
  }

  @Test func `weights are fan-in times units`() throws {
    #expect(try rows()[1...3].map { $0[3] } == ["2 × 4 = 8", "4 × 3 = 12", "3 × 1 = 3"])
  }

  @Test func `the sum is the network's number of parameters`() throws {
    // 8 + 12 + 3 weights and 4 + 3 + 1 biases, counted by hand.
    #expect(try rows().last?.last == "23 + 8 = 31")
  }
}
