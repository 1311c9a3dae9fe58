import Languages
import Drawings
public import Lessons
public import Plotting
import Tracing

/// The backpropagation of one row as a table: every z, every activation, the loss, every δ and every
/// gradient, in the order in which a person computes them, each line with its formula and its numbers.
public struct WorkedTableFigure: Figure {
  /// The word in lesson files.
  public static let kind = "worked-table"
  /// The line of the guide.
  public static let summary =
    "a row's backpropagation line by line: each formula with its numbers filled in"
  /// A section that shows it off.
  public static let example = """
    kind: worked-table
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = WorkedExample.fields

  private let source: WorkedExample

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    source = try WorkedExample(from: &reader)
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] { [source.request] }

  /// An example that is small enough.
  public func check(_ starts: Outcomes) throws(FigureError) {
    try source.check(starts, for: Self.kind)
  }

  /// Sets the table.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (words, theme) = (context.words, context.theme)
    let (steps, pass, note) = try source.steps(of: outcomes, for: Self.kind, words)
    let number = ShownNumber(decimals: source.decimals)
    let rows = steps.enumerated().map { index, step in
      let color = step.quantity.isBackward ? theme.gradient : theme.forward
      return [
        TableCell(String(index + 1), color: theme.quietInk),
        TableCell(step.name, color: color, isBold: true), TableCell("= " + step.formula),
        TableCell(step.numbers.isEmpty ? "" : "= " + step.numbers, color: theme.quietInk),
        TableCell(number(step.value), color: color, isBold: true),
      ]
    }
    let lastForward = steps.lastIndex { !$0.quantity.isBackward } ?? 0
    let table = Table(
      headings: ["", words(.quantity), words(.formulaHeading), words(.inNumbers), words(.result)],
      rows: rows, textColumns: [1, 2, 3], rulesAfter: [lastForward])
    let size = Size(
      table.width(in: theme, measuring: context.measurer), table.height(in: theme))
    return NaturalPage(theme: theme).plot(
      Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.table(table)]), size: size,
      keys: [
        .note(GivenText(pass: pass, number: number).row),
        .swatch(theme.forward, words(.forwardPart)),
        .swatch(theme.gradient, words(.backwardPart)),
      ], note: note + " · " + words(.numericCheck, Shown.roughly(pass.numericError())))
  }
}
