import Testing

/// What points demand of a perceptron's weights.
struct InequalitiesTableTests {
  private func rows(_ data: String, _ options: String = "") throws -> [[String]] {
    let scenario =
      "unit:\n  data: \(data)\n  model: perceptron\n\(options)  train: {epochs: 20, rate: 1}"
    return try Exhibit("kind: table\ncontent: inequalities\nscenario: unit", scenarios: scenario)
      .table().rows
  }

  @Test func `the four demands of XOR add up to a contradiction`() throws {
    let rows = try rows("xor")
    #expect(
      rows.map { $0[3] } == [
        "b < 0", "w₂ + b ≥ 0", "w₁ + b ≥ 0", "w₁ + w₂ + b < 0", "w₁ + w₂ + 2b ≥ 0",
        "w₁ + w₂ + 2b < 0",
      ])
    #expect(rows.suffix(2).map { $0[0] } == ["2 + 3", "1 + 4"])
  }

  @Test func `at least one demand of XOR does not hold at the end`() throws {
    #expect(try rows("xor").prefix(4).contains { $0[5] == "does not hold" })
  }

  @Test(arguments: ["and", "or", "nand"])
  func `what a line separates has no contradiction, and all holds at the end`(data: String) throws {
    let rows = try rows(data)
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0[5] == "holds" })
  }

  @Test func `the other threshold turns the relations round`() throws {
    let rows = try rows("xor", "  perceptron: {threshold: \">\"}\n")
    #expect(rows.prefix(2).map { $0[3] } == ["b ≤ 0", "w₂ + b > 0"])
  }

  @Test func `a network is refused where it is named`() {
    let complaint = complaint("kind: table\ncontent: inequalities\nscenario: hidden-layer")
    #expect(complaint.contains("trains a network"), "\(complaint)")
  }
}
