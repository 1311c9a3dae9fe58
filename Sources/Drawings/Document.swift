/// A document as a value: pages made of pieces that say what they are, and a table of contents.
///
/// What a piece is goes into a file as its structure, for those who have the document read to them.
public struct Document: Equatable, Sendable {
  /// What a piece of a page is.
  public enum Role: Equatable, Sendable {
    /// A heading of a level, from 1.
    case heading(Int)
    /// Running text.
    case paragraph
    /// A picture, with what it shows for those who cannot see it.
    case figure(alternative: String)
    /// The words that belong to a picture.
    case caption
    /// Nothing to be read: rules, page numbers.
    case decoration
  }

  /// A part of a page, drawn and read in one go.
  public struct Piece: Equatable, Sendable {
    /// What it is.
    public var role: Role
    /// What is drawn, in points of the page.
    public var commands: [DrawingCommand]

    /// Makes a piece.
    public init(_ role: Role, _ commands: [DrawingCommand]) {
      self.role = role
      self.commands = commands
    }
  }

  /// One page.
  public struct Page: Equatable, Sendable {
    /// Its size in points.
    public var size: Size
    /// The color of the empty page.
    public var background: Color
    /// What stands on it, in the order in which it is drawn and read.
    public var pieces: [Piece]

    /// Makes a page.
    public init(size: Size, background: Color, pieces: [Piece] = []) {
      self.size = size
      self.background = background
      self.pieces = pieces
    }

    /// The page as one drawing.
    public var drawing: Drawing {
      var drawing = Drawing(size: size, background: background)
      for piece in pieces { drawing.commands += piece.commands }
      return drawing
    }

    /// Adds a piece, drawn by `draw` on a page of the same size.
    public mutating func add(_ role: Role, _ draw: (inout Drawing) -> Void) {
      var drawing = Drawing(size: size, background: background)
      draw(&drawing)
      if !drawing.commands.isEmpty { pieces.append(Piece(role, drawing.commands)) }
    }
  }

  /// A line of the table of contents.
  public struct Entry: Equatable, Sendable {
    /// What it says.
    public var title: String
    /// How deep it stands, from 1; never more than one deeper than the entry before.
    public var level: Int
    /// The page it leads to, from 0.
    public var page: Int

    /// Makes an entry.
    public init(_ title: String, level: Int = 1, page: Int) {
      self.title = title
      self.level = level
      self.page = page
    }
  }

  /// The pages in order.
  public var pages: [Page]
  /// The table of contents.
  public var outline: [Entry]

  /// Makes a document.
  public init(pages: [Page] = [], outline: [Entry] = []) {
    self.pages = pages
    self.outline = outline
  }
}
