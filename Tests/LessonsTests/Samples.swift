import Lessons
import Testing

/// The name of every file in these tests.
let file = "lessons/xor/lesson.yaml"

/// Fields of every kind.
let sampleFields: [Field] = [
  Field(
    "epochs", .integer(min: 0, max: 100_000), isRequired: true, summary: "how long to train"),
  Field("rate", .number(max: 10, above: 0), summary: "the learning rate", defaultText: "0.1"),
  Field("shuffle", .boolean, summary: "whether rows are shuffled", defaultText: "true"),
  Field("activation", .choice(activations), summary: "a function"),
  Field("layers", .list(of: .oneOf([.string, .section(layerFields)])), summary: "the layers"),
  Field("caption", .localizedText, summary: "a caption"),
  Field("weights", .list(of: .number()), summary: "the first weights"),
  Field("train", .section(layerFields), summary: "a section in this one"),
]

let layerFields: [Field] = [
  Field("units", .integer(min: 1, max: 64), isRequired: true, summary: "how many units"),
  Field("activation", .string, summary: "a function"),
]

let activations = ["identity", "sigmoid", "tanh", "relu"]

/// A reader for `value`, written after `demo:` on line 3 of a lesson.
func reader(of value: String) throws -> SectionReader {
  let text = "title: t\nscenarios:\n  demo: \(value)\n"
  let lesson = try Lesson(parsing: text, named: file, id: "xor")
  return SectionReader(try #require(lesson.scenarios.first), fields: sampleFields)
}

/// What is printed for the error that `body` throws; empty if it throws none.
func printed(_ body: () throws -> Void) -> String {
  do { try body() } catch { return "\(error)" }
  return ""
}

/// What is printed for the mistakes in a `lesson.yaml`; empty if there are none.
func printedErrors(in text: String) -> String {
  printed { _ = try Lesson(parsing: text, named: file, id: "xor") }
}

/// Takes every field of the sample vocabulary from `reader`, as an owner would.
func readEverything(_ reader: inout SectionReader) throws {
  _ = try reader.optionalNumber("rate")
  _ = try reader.boolean("shuffle", default: true)
  _ = try reader.optionalChoice(
    "activation", of: "activation", from: activations, naming: { $0 })
  for item in try reader.items("layers") { try readLayer(item) }
  _ = try reader.optionalLocalizedText("caption")
  _ = try reader.numbers("weights", default: [])
  if let train = try reader.section("train") { try readLayer(.section(train)) }
  _ = try reader.integer("epochs", default: 1)
  try reader.finish()
}

private func readLayer(_ item: SectionReader.Item) throws {
  switch item {
  case .text(let text):
    for (word, what) in zip(text.words, ["the number of units", ""]) where what != "" {
      _ = try word.integer(what, in: 1...64)
    }
    _ = try text.words.dropFirst().first?.choice(
      of: "activation", from: activations, naming: { $0 })
  case .section(var reader):
    _ = try reader.integer("units")
    _ = try reader.optionalString("activation")
    try reader.finish()
  case .list(let items, _):
    for item in items { try readLayer(item) }
  }
}

/// What is printed when the sample vocabulary is read from `value` on line 3.
func printedReading(of value: String) -> String {
  printed {
    var reader = try reader(of: value)
    try readEverything(&reader)
  }
}
