import Testing

/// What a figure of several trainings says of them.
struct SmallPrintTests {
  private func note(_ scenarios: String) throws -> [String] {
    let lesson = [
      "a: {rate: 0.1, epochs: 2}", "b: {rate: 0.1, epochs: 2}", "c: {rate: 0.2, epochs: 2}",
    ].map { entry in
      let name = entry.prefix(1)
      let train = entry.dropFirst(3)
      return """
        \(name):
          data: xor
          network: {layers: [2 tanh, 1 sigmoid]}
          train: \(train)
        """
    }
    let exhibit = try Exhibit(
      "kind: loss-curve\nscenarios: [\(scenarios)]", scenarios: lesson.joined(separator: "\n"))
    return try exhibit.plot().note.split(separator: "\n").map(String.init)
  }

  @Test func `trainings that say the same say it once and without names`() throws {
    let lines = try note("a, b")
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("2-2-1"))
  }

  @Test(arguments: ["decision-boundary", "network-diagram", "weight-orbit"])
  func `a perceptron that makes no correction says its own learning rate`(kind: String) throws {
    let exhibit = try Exhibit(
      "kind: \(kind)\nscenario: rule",
      scenarios: """
        rule:
          data: and
          model: perceptron
          perceptron: {weights: [1, 1], bias: -1.5}
          train: {epochs: 5, rate: 0.25}
        """)
    #expect(exhibit.traces["rule"]?.updateCount == 0)
    #expect(try exhibit.plot().note.hasPrefix("perceptron rule, learning rate 0.25, "))
  }

  @Test func `trainings that differ say so by name, equal ones together`() throws {
    let lines = try note("a, b, c")
    #expect(lines.map { $0.prefix(6) } == ["a, b: ", "c: 2-2"])
  }
}
