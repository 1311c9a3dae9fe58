import Lessons
import Testing

/// Whole messages for mistakes inside a section.
struct ReadingErrorTests {
  /// A value on line 3, and the message, the column, and the help that are printed for it.
  struct Mistake: CustomTestStringConvertible {
    let value: String
    let column: Int
    let message: String
    var help: String?
    var testDescription: String { value }

    var wanted: String {
      let caret = String(repeating: " ", count: column - 1) + "^"
      let head = "lessons/xor/lesson.yaml:3:\(column): error: \(message)"
      return "\(head)\n  3 |   demo: \(value)\n    | \(caret)"
        + (help.map { "\n    = \($0)" } ?? "")
    }
  }

  private static let knownFields =
    "known fields: epochs, rate, shuffle, activation, layers, caption, weights, train"

  @Test(arguments: [
    Mistake(
      value: "{epoch: 3}", column: 10,
      message: "unknown field 'epoch' in scenario 'demo'; did you mean 'epochs'?"),
    Mistake(
      value: "{train: {unit: 3}}", column: 18,
      message: "unknown field 'unit' in train; did you mean 'units'?"),
    Mistake(
      value: "{zzz: 3}", column: 10, message: "unknown field 'zzz' in scenario 'demo'",
      help: knownFields),
    Mistake(
      value: "{layers: [2 tanh, {units: 3, act: 3}]}", column: 38,
      message: "unknown field 'act' in item 2 of layers; did you mean 'activation'?"),
    Mistake(
      value: "{rate: 1,000}", column: 16, message: "a comma ends the value of 'rate'",
      help: "write 1000, or 1.000 with a decimal point"),
    Mistake(
      value: "{rate: 0,5}", column: 16, message: "a comma ends the value of 'rate'",
      help: "write a decimal point: 0.5"),
    Mistake(
      value: "{layers: 2 tanh, 1 sigmoid}", column: 26,
      message: "a comma ends the value of 'layers', and '1 sigmoid' has none",
      help: "write a list as [2 tanh, 1 sigmoid], and a text with a comma in quotes"),
    Mistake(
      value: "{caption: {en: First, the boundary: how?}}", column: 31,
      message: "no language named 'the boundary'", help: "put a text with ',' or ':' in quotes"),
    Mistake(
      value: "{train: {activation: tanh}}", column: 10, message: "train has no 'units'",
      help: "units: how many units"),
  ])
  func `an unknown or missing field is named with its section`(mistake: Mistake) {
    #expect(printedReading(of: mistake.value) == mistake.wanted)
  }

  @Test(arguments: [
    Mistake(
      value: "{rate: [1, 2]}", column: 16, message: "'rate' wants a number, found the list [1, 2]"),
    Mistake(
      value: "{rate: {a: 1}}", column: 16,
      message: "'rate' wants a number, found the section {a: ..}"),
    Mistake(
      value: "{rate: fast}", column: 16, message: "'rate' wants a number, found the text 'fast'"),
    Mistake(
      value: "{rate: 1_000}", column: 16, message: "'rate' wants a number, found the text '1_000'",
      help: "write 1000"),
    Mistake(
      value: "{rate: .inf}", column: 16, message: "'rate' wants a number, found the text '.inf'",
      help: "a number here must be finite"),
    Mistake(
      value: "{rate: １}", column: 16, message: "'rate' wants a number, found the text '１'",
      help: "'１' (U+FF11) is a full-width digit; YAML wants 0 to 9"),
    Mistake(
      value: "{epochs: \"3\"}", column: 18,
      message: "'epochs' wants a whole number, found the quoted text \"3\"",
      help: "write 3 without the quotes"),
    Mistake(
      value: "{epochs: 3.5}", column: 18, message: "'epochs' wants a whole number, found 3.5"),
    Mistake(
      value: "{epochs: }", column: 10, message: "'epochs' has no value",
      help: "'epochs' wants a whole number"),
    Mistake(
      value: "{weights: [1, x]}", column: 23,
      message: "item 2 of 'weights' wants a number, found the text 'x'"),
    Mistake(
      value: "{train: 3}", column: 17,
      message: "'train' wants a section such as {units: .., activation: ..}, found the number 3"),
    Mistake(
      value: "[1, 2]", column: 9,
      message: "scenario 'demo' wants a section, found the list [1, 2]", help: knownFields),
  ])
  func `an ill-typed value says what is wanted and what was found`(mistake: Mistake) {
    #expect(printedReading(of: mistake.value) == mistake.wanted)
  }

  @Test(arguments: [
    Mistake(
      value: "{epochs: -1}", column: 18, message: "'epochs' is -1; it must be from 0 to 100000"),
    Mistake(
      value: "{epochs: 99999999999999999999}", column: 18,
      message: "'epochs' is 99999999999999999999; it must be from 0 to 100000"),
    Mistake(
      value: "{rate: 0}", column: 16, message: "'rate' is 0; it must be above 0 and up to 10"),
    Mistake(
      value: "{rate: 1e999}", column: 16,
      message: "'rate' is 1e999, which is too large for a number"),
    Mistake(
      value: "{layers: [99 tanh]}", column: 19,
      message: "the number of units is 99; it must be from 1 to 64"),
  ])
  func `a number out of range is shown with the range`(mistake: Mistake) {
    #expect(printedReading(of: mistake.value) == mistake.wanted)
  }

  @Test(arguments: [("yes", "true"), ("On", "true"), ("no", "false"), ("off", "false")])
  func `the booleans of old YAML are translated`(word: String, meant: String) {
    let mistake = Mistake(
      value: "{shuffle: \(word)}", column: 19,
      message: "'shuffle' wants true or false, found the text '\(word)'; write \(meant)")
    #expect(printedReading(of: mistake.value) == mistake.wanted)
  }

  @Test(arguments: [
    Mistake(
      value: "{activation: Tanh}", column: 22,
      message: "no activation named 'Tanh'; did you mean 'tanh'?"),
    Mistake(
      value: "{activation: zzz}", column: 22, message: "no activation named 'zzz'",
      help: "one of: identity, sigmoid, tanh, relu"),
    Mistake(
      value: "{caption: {en: a, kr: b}}", column: 27,
      message: "no language named 'kr'; did you mean 'ko'?"),
    Mistake(
      value: "{caption: {en: a, ko: [b]}}", column: 31,
      message: "'caption' in ko wants a text, found the list [b]"),
    Mistake(
      value: "{caption: {en:a}}", column: 20, message: "no language named 'en:a'",
      help: "a space belongs after ':'"),
  ])
  func `a name that does not exist is shown with those that do`(mistake: Mistake) {
    #expect(printedReading(of: mistake.value) == mistake.wanted)
  }

  @Test func `a missing field gives way to the misspelt one that was meant`() throws {
    var reader = try reader(of: "{epoch: 3}")
    #expect(printed { _ = try reader.integer("epochs") } == printedReading(of: "{epoch: 3}"))
  }
}
