import Yams

/// What Yams found wrong with the grammar of a file, said in a teacher's words.
struct YAMLProblem {
  private let source: SourceText
  private let problem: String
  private let location: SourceLocation
  private let context: SourceLocation?

  init(_ error: YamlError, in source: SourceText) {
    self.source = source
    func place(_ mark: Mark) -> SourceLocation {
      source.location(line: mark.line, column: mark.column)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.problem = problem
      location = place(mark)
      self.context = context.map { place($0.mark) }
    case .duplicatedKeysInMapping(let names, let context):
      problem = "\(YAMLExplanation.repetition)'\(Printable.short(names.first ?? ""))'"
      location = place(context.mark)
      self.context = nil
    default:
      problem = "this file cannot be read as YAML: \(error)"
      location = source.location(line: 1, column: 1)
      context = nil
    }
  }

  /// The error, at the place to mend where that can be told.
  var lessonError: LessonError {
    tabError ?? typographyError ?? explained
  }

  private var suspectLines: [Int] {
    var first = location.line
    while first > 1, first > location.line - 3 {
      first -= 1
      if !source.line(first).allSatisfy({ $0 == " " }) { break }
    }
    if let context, context.line < first, context.line >= location.line - 20 {
      first = context.line
    }
    return Array(max(1, first)...max(1, location.line))
  }

  private var tabError: LessonError? {
    for number in suspectLines {
      let scalars = source.line(number).unicodeScalars
      let indent = scalars.prefix { $0 == " " || $0 == "\t" }
      guard indent.count < scalars.count, let tab = indent.firstIndex(of: "\t") else { continue }
      let column = indent.distance(from: indent.startIndex, to: tab) + 1
      return source.error(
        "a tab indents this line", at: source.location(line: number, column: column),
        help: "YAML indents with spaces; set the editor to put in spaces for the tab key")
    }
    return nil
  }

  private var typographyError: LessonError? {
    for number in suspectLines {
      let line = YAMLProblem.withoutQuotesAndComment(source.line(number))
      guard let (offset, found) = Typography.first(in: line) else { continue }
      return source.error(
        "\(found.name) stands where YAML wants \(found.wanted)",
        at: source.location(line: number, column: offset + 1), help: Typography.help(for: found))
    }
    return nil
  }

  /// `line` with what stands in quotes or after a `#` blanked out, at the same offsets.
  private static func withoutQuotesAndComment(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var last: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if let open = quote {
        if scalar == open { quote = nil }
        result.append(" ")
      } else if scalar == "#", last == " " {
        break
      } else {
        if scalar == "\"" || scalar == "'", " [{,:".unicodeScalars.contains(last) {
          quote = scalar
        }
        result.append(scalar)
      }
      last = scalar
    }
    return String(result)
  }

  private var explained: LessonError {
    if problem == "mapping values are not allowed in this context" { return misplacedColon }
    if problem == "did not find expected key", isAfterQuote {
      return source.error(
        "text follows a closing quote", at: location,
        help: "inside '..' write '' for an apostrophe, inside \"..\" write \\\" for a quote")
    }
    let explanation = YAMLExplanation.of(
      problem, opening: context.flatMap { character(at: $0) }, at: character(at: location))
    let place = explanation.isAtContext ? context ?? location : location
    // The end of the file has no line to show; the last one with text does.
    let shown = source.line(place.line).isEmpty ? lastTextEnd(before: place) : place
    return source.error(explanation.message, at: shown, help: explanation.help)
  }

  /// The parser stopped at a `:`: the second of its line, or the line itself is out of place.
  private var misplacedColon: LessonError {
    let line = Array(source.line(location.line).unicodeScalars)
    let before = YAMLProblem.text(line.prefix(location.column - 1))
    let indent = line.prefix { $0 == " " }.count
    let above = lastTextEnd(before: source.location(line: location.line - 1, column: 1)).line
    let aboveIndent = source.line(above).prefix { $0 == " " }.count
    if before.contains(": ") || above == location.line {
      return source.error(
        "a second ':' in one value", at: location,
        help: "put a text with ': ' in it in quotes")
    }
    if indent > aboveIndent {
      return source.error(
        "this line is indented further than the line above, which has a value already",
        at: source.location(line: location.line, column: indent + 1),
        help: "begin it in the same column, or let the line above end with ':'")
    }
    return source.error(
      "this line is not of the form 'name: value'",
      at: source.location(line: above, column: aboveIndent + 1),
      help: "a ':' and a space belong after the name")
  }

  private var isAfterQuote: Bool {
    let before = source.line(location.line).unicodeScalars.prefix(location.column - 1)
    let last = before.last { $0 != " " }
    return location.column > 1 && (last == "'" || last == "\"")
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func character(at place: SourceLocation) -> Unicode.Scalar? {
    source.line(place.line).unicodeScalars.dropFirst(place.column - 1).first
  }

  private func lastTextEnd(before place: SourceLocation) -> SourceLocation {
    var line = max(1, min(place.line, source.lineCount))
    while line > 1, source.line(line).allSatisfy({ $0 == " " }) { line -= 1 }
    return source.location(line: line, column: source.line(line).unicodeScalars.count + 1)
  }
}
