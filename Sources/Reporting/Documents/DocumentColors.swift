public import Drawings

/// The colors of what a document writes itself, around the figures that it is given.
public struct DocumentColors: Equatable, Sendable {
  /// The empty page.
  public var background: Color
  /// Headings and text.
  public var ink: Color
  /// What is second: the course's name, numbers of pages, notes.
  public var quietInk: Color
  /// Lines to write on.
  public var rule: Color
  /// The first class; one half of the line below a deck's title.
  public var firstClass: Color
  /// The second class; the other half.
  public var secondClass: Color

  /// Makes the colors of a document.
  public init(
    background: Color, ink: Color, quietInk: Color, rule: Color, firstClass: Color,
    secondClass: Color
  ) {
    self.background = background
    self.ink = ink
    self.quietInk = quietInk
    self.rule = rule
    self.firstClass = firstClass
    self.secondClass = secondClass
  }
}
