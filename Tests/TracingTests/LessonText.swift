import Lessons
import Tracing

/// The scenario `it` of a lesson that has just this text below its name.
func scenario(_ text: String) throws -> Scenario {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let body = lines.map { "    \($0)\n" }.joined()
  let lesson = try Lesson(
    parsing: "title: Test\nscenarios:\n  it:\n" + body, named: "lesson.yaml", id: "test")
  return try lesson.scenarios[0].decode(as: Scenario.self)
}

/// The printed error of a scenario's text, or of running it with these files.
func complaint(_ text: String, files: [String: String] = [:]) -> String {
  do {
    _ = try scenario(text).outcome(files: CSVSource(texts: files))
    return "no error"
  } catch {
    return "\(error)"
  }
}

/// A network on XOR with all that a scenario needs.
func xorScenario(epochs: Int = 20, seed: Int = 7, train: String = "", rest: String = "") throws
  -> Scenario
{
  try scenario(
    """
    data: xor
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {rate: 0.5, epochs: \(epochs)\(train)}
    seed: \(seed)
    \(rest)
    """)
}

/// A network on a hundred moons with all that a scenario needs.
func moonScenario(epochs: Int = 3, batch: Int = 10, train: String = "", rest: String = "") throws
  -> Scenario
{
  try scenario(
    """
    data: {shape: moons, rows: 100}
    network: {layers: [4 tanh, 1 sigmoid]}
    train: {rate: 0.1, epochs: \(epochs), batch: \(batch)\(train)}
    seed: 3
    \(rest)
    """)
}

/// The sweep of a scenario's text.
func sweep(_ text: String, files: CSVSource = .none) throws -> Sweep {
  guard case .sweep(let sweep) = try scenario(text).outcome(files: files) else {
    throw UnexpectedOutcome()
  }
  return sweep
}

/// The data set of a scenario's text, whose model is a network fit for two classes.
func dataset(_ data: String, seed: Int = 3, files: CSVSource = .none) throws -> Dataset {
  try scenario(
    """
    data: \(data)
    network: {layers: [1 sigmoid]}
    train: {epochs: 0}
    seed: \(seed)
    """
  ).dataset(files: files)
}

/// An outcome of another kind than a test asked for.
struct UnexpectedOutcome: Error {}
