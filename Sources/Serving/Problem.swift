import JSON

/// Something that a person has to mend before the pages can follow, shown over them.
public struct Problem: Equatable, Sendable {
  /// How bad it is: `error`, `warning`.
  public let severity: String
  /// Where it is: `lessons/xor/lesson.yaml:14:12`; nil if it has no place.
  public let place: String?
  /// What is wrong, one line.
  public let message: String
  /// The line of the text with the place in it, up to the place and from there on; empty for none.
  public let excerpt: [String]
  /// What to do about it; nil if there is no more to say.
  public let help: String?

  /// Makes a problem.
  ///
  /// - Parameters:
  ///   - severity: `error` or `warning`.
  ///   - place: Where it is, as an editor takes it.
  ///   - message: What is wrong.
  ///   - line: The line of the text; empty if there is none to show.
  ///   - column: The place in it, counted from 1 in Unicode scalars.
  ///   - help: What to do about it.
  public init(
    severity: String, place: String?, message: String, line: String, column: Int, help: String?
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    let before = line.unicodeScalars.prefix(max(0, column - 1))
    let rest = line.unicodeScalars[before.endIndex...]
    excerpt = line.isEmpty ? [] : [String(before), String(rest)]
    self.help = help
  }
  /// What the script of a page reads; what there is not to say is left out.
  var json: JSONValue {
    [
      "excerpt": .strings(excerpt), "help": help.map { .string($0) }, "message": .string(message),
      "place": place.map { .string($0) }, "severity": .string(severity),
    ]
  }
}
