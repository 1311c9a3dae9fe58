/// What a node of prose is.
public enum ProseNode: Equatable, Sendable {
  /// How the cells of a column of a table are aligned.
  public enum Alignment: String, Equatable, Sendable {
    /// To one side, or in the middle.
    case left, center, right
  }

  // Blocks.

  /// A paragraph.
  case paragraph
  /// A heading of a level from 1 to 6.
  case heading(level: Int)
  /// A quotation.
  case quote
  /// A list; `start` is the number of its first item, nil for bullets. Paragraphs of a tight list stand close.
  case list(start: Int?, isTight: Bool)
  /// An item of a list.
  case item
  /// A block of code in a language, which may be empty.
  case code(String, language: String)
  /// A line from side to side.
  case rule
  /// A table; an alignment for each column, nil where none was asked for.
  case table([Alignment?])
  /// A row of a table.
  case row(isHeader: Bool)
  /// A cell of a row.
  case cell
  /// HTML without its comments, as the text, mentions and formulas within it.
  case htmlBlock

  // Inlines.

  /// Text.
  case text(String)
  /// The end of a line in the file.
  case softBreak
  /// The end of a line that shall be one.
  case lineBreak
  /// Code within a line.
  case codeSpan(String)
  /// A tag of HTML, as `htmlBlock`.
  case htmlSpan
  /// Emphasized text.
  case emphasis
  /// Strongly emphasized text.
  case strong
  /// A link to an address, with a title, which may be empty.
  case link(target: String, title: String)
  /// An image at an address; the text of its nodes describes it. `figure` is the name of the figure that it is, nil
  /// for any other image.
  case image(target: String, figure: String?)
  /// A figure that is mentioned.
  case mention(String)
  /// A formula.
  case formula(ProseText.Formula)
}
