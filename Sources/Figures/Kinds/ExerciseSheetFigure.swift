import Languages
import Drawings
public import Lessons
public import Plotting
import Tracing

/// The backpropagation of one row as a sheet to be filled in.
///
/// First what is given, then line by line the quantity, its formula, a place for the numbers and one for
/// the result. With `answers` the same sheet has the answers in the accent color.
public struct ExerciseSheetFigure: Figure {
  /// The word in lesson files.
  public static let kind = "exercise-sheet"
  /// The line of the guide.
  public static let summary =
    "a row's backpropagation as a sheet with blanks, or the same sheet with its answers"
  /// A section that shows it off.
  public static let example = """
    kind: exercise-sheet
    scenario: hidden-layer
    blanks: results
    """
  /// The options.
  public static let fields =
    WorkedExample.fields + BlankChoice.fields + [
      Field(
        "answers", .boolean, summary: "whether the blanks are filled: the answer key",
        defaultText: "false")
    ]

  private let source: WorkedExample
  private let blanks: BlankChoice
  private(set) var showsAnswers: Bool

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    source = try WorkedExample(from: &reader)
    blanks = try BlankChoice(from: &reader)
    showsAnswers = try reader.boolean("answers", default: false)
  }

  /// The same sheet with or without its answers.
  func showing(answers: Bool) -> ExerciseSheetFigure {
    var copy = self
    copy.showsAnswers = answers
    return copy
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] { [source.request] }

  /// An example that is small enough.
  public func check(_ starts: Outcomes) throws(FigureError) {
    try source.check(starts, for: Self.kind)
  }

  /// Draws the sheet.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (words, theme) = (context.words, context.theme)
    let (steps, pass, note) = try source.steps(of: outcomes, for: Self.kind, words)
    let number = ShownNumber(decimals: source.decimals)
    let given = GivenText(pass: pass, number: number)
    let openings = blanks.openings(of: steps)
    let lines = zip(steps, openings).map { step, opening in
      (step: step, line: Self.line(step, opening, number))
    }
    let sheet = Worksheet(
      lines: [.heading(words(.given)), .remark(given.row)]
        + given.parameters.map { .remark($0) } + [.heading(words(.forwardPart))]
        + lines.filter { !$0.step.quantity.isBackward }.map { $0.line }
        + [.heading(words(.backwardPart))]
        + lines.filter { $0.step.quantity.isBackward }.map { $0.line },
      showsAnswers: showsAnswers)
    let size = Size(
      sheet.width(in: theme, measuring: context.measurer), sheet.height(in: theme))
    return NaturalPage(theme: theme).plot(
      Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.worksheet(sheet)]), size: size,
      keys: showsAnswers ? [.swatch(theme.accent, words(.answerKey))] : [.note(words(.fillIn))],
      note: note)
  }

  private static func line(
    _ step: WorkedStep, _ opening: BlankChoice.Opening, _ number: ShownNumber
  ) -> Worksheet.Line {
    let result = number(step.value)
    let isOpen = opening == .numbersAndResult && !step.numbers.isEmpty
    return .row([
      .words(step.name), .words("= " + step.formula),
      .words(step.numbers.isEmpty && opening != .nothing ? "" : "="),
      isOpen ? .blank(step.numbers) : .words(step.numbers), .words("="),
      opening == .nothing ? .words(result) : .blank(result),
    ])
  }
}
