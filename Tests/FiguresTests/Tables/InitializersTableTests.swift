import Figures
import Networks
import Testing
import Tracing

struct InitializersTableTests {
  private static let scenarios = """
    deep:
      data: {shape: circles, rows: 10}
      network: {layers: [32 tanh, 32 tanh, 32 tanh, 1 sigmoid], initializer: zeros}
      train: {epochs: 0}
      seed: 3
    """

  /// The rows without their first cell, the shape.
  private func rows() throws -> [[String]] {
    let rows = try Exhibit(
      "kind: table\ncontent: initializers\nscenario: deep", scenarios: Self.scenarios
    ).table().rows
    return rows.map { Array($0.suffix(7)) }
  }

  @Test func `the six stand there for each shape of hidden layer`() throws {
    let rows = try rows()
    #expect(rows.count == 12)
    let names = rows.prefix(6).map { $0[0] }
    #expect(
      names == [
        "LeCun, uniform", "LeCun, normal", "Glorot, uniform", "Glorot, normal", "He, uniform",
        "He, normal",
      ])
  }

  @Test func `the numbers of 32 inputs and 32 units by hand`() throws {
    let rows = try rows().suffix(6).map { Array($0[3...4]) }
    #expect(
      rows == [
        ["0.3062", "0.1768"], ["0.1768", "0.1768"], ["0.3062", "0.1768"], ["0.1768", "0.1768"],
        ["0.4330", "0.2500"], ["0.2500", "0.2500"],
      ])
  }

  @Test func `of a normal distribution the scale is the deviation, of a uniform one it is not`()
    throws
  {
    for row in try rows() {
      #expect((row[3] == row[4]) == row[1].hasPrefix("N"))
    }
  }

  @Test func `drawn weights have nearly the deviation that was asked for`() throws {
    for row in try rows() {
      let (wanted, measured) = (Double(shown: row[4]), Double(shown: row[5]))
      let count = Double(row[6]) ?? 0
      // The deviation of n normal numbers is known to 1/√(2n): four times that.
      #expect((measured / wanted - 1).magnitude < 4 / (2 * count).squareRoot())
    }
  }

  @Test func `the weights are those that the scenario would start from`() throws {
    let lesson = Self.scenarios.replacing("zeros", with: "he-normal")
    let exhibit = try Exhibit(
      "kind: histogram-grid\nscenario: deep\nquantity: weights", scenarios: lesson)
    let network = try #require(exhibit.traces["deep"]).first.network
    let values = network.layers[0].weights.values
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    // Four decimals are written.
    #expect(try (Double(shown: rows()[5][5]) - variance.squareRoot()).magnitude <= 0.5e-4 + 1e-12)
  }
}
