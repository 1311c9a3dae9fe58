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
    _ = try scenario(text).run(files: CSVSource(texts: files))
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
