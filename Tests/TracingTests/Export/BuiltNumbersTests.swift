import Networks
import Testing
import Tracing

/// What a build writes of a training: the data, the curves, parameters, and what figures show.
struct BuiltNumbersTests {
  private func files(
    _ scenario: Scenario, showing schedule: TraceSchedule = .ends
  ) throws -> (trace: Trace, [TraceFormat: ExportedNumbers]) {
    let outcome = try scenario.outcome(also: schedule)
    guard case .training(let trace) = outcome else { throw UnexpectedOutcome() }
    let files = try scenario.numberFiles(of: outcome, showing: schedule)
    return (trace, files.reduce(into: [:]) { $0[$1.format] = $1.content })
  }

  @Test func `a training has a table and an archive`() throws {
    let scenario = try xorScenario()
    #expect(scenario.numbers == .shown)
    #expect(try Set(files(scenario).1.keys) == [.csv, .npz])
  }

  @Test func `a lesson may ask for everything, or for nothing`() throws {
    let all = try xorScenario(rest: "numbers: all")
    let (trace, written) = try files(all)
    #expect(Set(written.keys) == [.csv, .json, .npz])
    for (format, content) in written {
      #expect(try content.bytes == trace.exported(as: format).bytes)
    }
    #expect(try files(xorScenario(rest: "numbers: none")).1.isEmpty)
  }

  @Test func `another word is told what it could be`() {
    let printed = complaint(
      """
      data: xor
      network: {layers: [1 sigmoid]}
      train: {epochs: 1}
      numbers: al
      """)
    #expect(
      printed.contains("error: no choice of numbers named 'al'; did you mean 'all'?"), "\(printed)")
  }

  @Test func `the table has a line for each epoch, with the numbers of the history`() throws {
    let (trace, files) = try files(xorScenario(epochs: 5))
    let lines = try #require(files[.csv]).text.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[0] == "epoch,loss,accuracy")
    let cells = lines.dropFirst().map { line in line.split(separator: ",").compactMap { Double($0) }
    }
    #expect(cells.map { $0[0] } == trace.history.epochs.map { Double($0) })
    #expect(cells.map { $0[1] } == trace.history.loss)
    #expect(cells.map { $0[2] } == trace.history.accuracy)
  }

  @Test func `the table of a perceptron counts its mistakes`() throws {
    let scenario = try scenario("data: and\nmodel: perceptron\ntrain: {epochs: 9}")
    let (trace, files) = try files(scenario)
    let lines = try #require(files[.csv]).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let mistakes = try #require(trace.perceptron).mistakesPerEpoch
    #expect(lines[0] == "epoch,loss,accuracy,mistakes")
    #expect(lines[1].hasSuffix(","))
    #expect(lines[2].hasSuffix(",\(mistakes[0])"))
    let arrays = try #require(files[.npz]).arrays
    #expect(arrays["presentation_W"]?.shape == [try #require(trace.perceptron).steps.count, 2])
  }

  @Test func `the archive has parameters of all kept moments, and values of those shown`() throws {
    let scenario = try xorScenario(epochs: 20, rest: "trace: {every: 1}")
    let (trace, files) = try files(scenario, showing: .epochs([5]))
    let arrays = try #require(files[.npz]).arrays
    #expect(arrays["epochs"]?.values == (0...20).map { Double($0) })
    #expect(
      arrays["W1"]?.values == trace.steps.flatMap { $0.network.layers[0].weights.values })
    #expect(arrays["z1"] == nil && arrays["dW1"] == nil && arrays["a0"] == nil)
    #expect(arrays["shown_epochs"]?.values == [0, 5, 20])
    #expect(arrays["shown_a2"]?.shape == [3, 4, 1])
    let shown = [0, 5, 20].compactMap { trace.step(atEpoch: $0) }
    #expect(arrays["shown_a2"]?.values == shown.flatMap { $0.forward.outputs.values })
    #expect(
      arrays["shown_dW1"]?.values == shown.flatMap { $0.gradients?.weights[0].values ?? [] })
    #expect(arrays["shown_a0"] == nil && arrays["shown_da0"]?.shape == [3, 4, 2])
  }

  @Test func `moments before updates say which rows they are of`() throws {
    let scenario = try moonScenario(epochs: 1, batch: 40)
    let (trace, files) = try files(scenario, showing: .updates([2]))
    let arrays = try #require(files[.npz]).arrays
    let step = try #require(trace.step(beforeUpdate: 2))
    #expect(arrays["shown_before_updates"]?.values == [2])
    #expect(arrays["shown_before_rows"]?.values == step.rows.map { Double($0) })
    #expect(arrays["shown_before_z1"]?.values == step.forward.preActivations[0].values)
    #expect(arrays["before_W1"]?.values == step.network.layers[0].weights.values)
  }

  @Test func `values of many rows are left out`() throws {
    let scenario = try scenario(
      """
      data: {shape: moons, rows: 5000}
      network: {layers: [8 tanh, 1 sigmoid]}
      train: {epochs: 1}
      """)
    let arrays = try #require(files(scenario).1[.npz]).arrays
    #expect(arrays["shown_z1"] == nil && arrays["shown_da0"] == nil)
    #expect(arrays["shown_dW1"]?.shape == [2, 8, 2])
    #expect(arrays["W1"]?.shape == [2, 8, 2])
  }

  @Test func `numpy loads what a build writes`() throws {
    let (trace, files) = try files(xorScenario(epochs: 3))
    let content = try #require(files[.npz])
    guard let lines = try NumPy.arrays(["W1", "shown_z2", "history_loss"], in: content) else {
      return
    }
    let ends = [trace.first, trace.last]
    let weights = trace.steps.flatMap { $0.network.layers[0].weights.values }
    let sums = ends.flatMap { $0.forward.preActivations[1].values }
    #expect(lines[0] == "W1 [\(trace.steps.count), 2, 2] \(NumPy.hex(weights))")
    #expect(lines[1] == "shown_z2 [2, 4, 1] \(NumPy.hex(sums))")
    #expect(lines[2] == "history_loss [4] \(NumPy.hex(trace.history.loss))")
  }
}
