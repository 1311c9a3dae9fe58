/// The plain words for one of the parser's complaints.
struct YAMLExplanation {
  let message: String
  let help: String?
  /// Whether the place to mend is where the construct began, not where the parser stopped.
  var isAtContext = false

  /// The words for `problem`.
  ///
  /// The unfinished construct began at the character `opening`; the parser stopped at `character`.
  static func of(_ problem: String, opening: Unicode.Scalar?, at character: Unicode.Scalar?)
    -> YAMLExplanation
  {
    switch problem {
    case "could not find expected ':'":
      YAMLExplanation(
        message: "this line is not of the form 'name: value'",
        help: "a ':' and a space belong after the name", isAtContext: true)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      unclosed(opening ?? "[")
    case "did not find expected node content" where character == nil:
      YAMLExplanation(message: "the file ends where a value should be", help: unclosedHelp)
    case "did not find expected node content":
      YAMLExplanation(message: "a value is missing here", help: nil)
    case "found unexpected end of stream":
      YAMLExplanation(
        message: "this quote is never closed",
        help: "inside '..' write '' for an apostrophe; or use \"..\"", isAtContext: true)
    case "did not find expected key": afterMapping(character)
    case "did not find expected '-' indicator":
      YAMLExplanation(
        message: "this line should begin with '- ' like the list above, or be indented less",
        help: nil)
    default: ofScalar(problem, character)
    }
  }

  /// What a complaint begins with for a name whose second place could not be found.
  static let repetition = "given twice: "

  private static let unclosedHelp = "a '[' or '{' above is not closed"

  private static func unclosed(_ opening: Unicode.Scalar) -> YAMLExplanation {
    let closing = opening == "{" ? "}" : "]"
    return YAMLExplanation(
      message: "this '\(opening)' is not closed, or a ',' is missing after one of its items",
      help: "items are separated by ',' and the last is followed by '\(closing)'; inside '..' an "
        + "apostrophe is written twice",
      isAtContext: true)
  }

  private static func afterMapping(_ character: Unicode.Scalar?) -> YAMLExplanation {
    switch character {
    case "-":
      YAMLExplanation(
        message: "a list item stands where a 'name: value' line should be",
        help: "indent the list under the name it belongs to")
    case "]", "}":
      YAMLExplanation(message: "nothing was opened that this closes", help: nil)
    default:
      YAMLExplanation(
        message: "this does not fit the lines above it",
        help: "the lines of one section begin in one column")
    }
  }

  private static func ofScalar(_ problem: String, _ character: Unicode.Scalar?)
    -> YAMLExplanation
  {
    switch problem {
    case "found character that cannot start any token":
      YAMLExplanation(
        message: "a text cannot begin with '\(character.map { "\($0)" } ?? " ")'",
        help: "put the text in quotes")
    case "found unknown escape character":
      YAMLExplanation(
        message: "'\\' has a meaning in \"..\", and this is none it knows",
        help: "write formulas in single quotes, or '\\\\' for one '\\'")
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      YAMLExplanation(
        message: "a text that begins with '*' or '&' means something else in YAML",
        help: "put the text in quotes", isAtContext: true)
    case "but found another document":
      YAMLExplanation(message: "'---' begins a second file inside this one", help: "remove it")
    case "block sequence entries are not allowed in this context":
      YAMLExplanation(
        message: "a list cannot begin on the line of its name",
        help: "begin a new, indented line, or write [a, b]")
    case let deep where deep.hasPrefix("Maximum nesting level reached"):
      YAMLExplanation(
        message: "sections and lists are nested more than \(YAMLFile.depthLimit) deep", help: nil)
    case let repeated where repeated.hasPrefix(repetition):
      YAMLExplanation(
        message: "\(repeated.dropFirst(repetition.count)) is given again in this section",
        help: nil)
    default:
      YAMLExplanation(message: "this is not YAML: \(problem)", help: nil)
    }
  }
}
