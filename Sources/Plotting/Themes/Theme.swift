public import Drawings

/// The one visual language of a course: colors that mean something, text sizes, line widths, page.
///
/// A color means one thing in every figure: orange is negative (and the first class), blue is positive
/// (and the second class), `accent` marks what the reader should look at. No pair of meanings is told
/// apart by red against green.
public struct Theme: Sendable, Equatable, CustomStringConvertible {
  /// The word in lesson files and on the command line.
  public let name: String
  /// The size of a figure that asks for none, in points.
  public internal(set) var page: Size
  /// Whether figures keep the page's proportion, growing as a whole, rather than their width.
  public let keepsProportion: Bool
  /// Space between the page's edge and anything drawn, in points.
  public let margin: Double

  /// The empty page.
  public let background: Color
  /// Text and the lines that carry meaning.
  public let ink: Color
  /// Axes' labels, notes: readable, but second.
  public let quietInk: Color
  /// Frames and axes.
  public let frame: Color
  /// Grid lines and other lines behind the data.
  public let grid: Color
  /// The inside of boxes and units that have no value to show.
  public let panel: Color
  /// Negative values; the first class.
  public let negative: Color
  /// Positive values; the second class.
  public let positive: Color
  /// What the reader should look at: the wrong point, the step taken.
  public let accent: Color
  /// Values of the forward pass and functions.
  public let forward: Color
  /// Gradients and derivatives; drawn dashed or slanted as well, never told by color alone.
  public let gradient: Color
  /// Stretches set apart from the rest, such as saturation, behind lines.
  public let shade: Color
  /// The classes, in order; the first two are `negative` and `positive`.
  public let classes: [Color]
  /// Lines of runs or units compared in one panel, in order.
  public let series: [Color]
  /// Values with a sign, from −1 (entry 0) by 0 (the middle) to 1, full strength at the ends.
  public let signed: ColorRamp
  /// A softer form of `signed`, for fields behind dots and lines.
  public let field: ColorRamp
  /// Values without a sign.
  public let sequential: ColorRamp

  /// Heading of the figure.
  public let title: TextStyle
  /// Line below the heading, and headings of panels.
  public let heading: TextStyle
  /// Axis labels and labels of things.
  public let label: TextStyle
  /// Numbers at ticks.
  public let tick: TextStyle
  /// Notes; nothing is smaller.
  public let small: TextStyle

  /// Thin lines: axes, grid, outlines of dots; in points.
  public let hairline: Double
  /// Lines that carry data, in points.
  public let line: Double
  /// Lines to be seen first, in points.
  public let boldLine: Double
  /// Radius of a dot, in points.
  public let dot: Double

  /// The name.
  public var description: String { name }

  /// The same theme on a page of another size.
  public func on(page: Size) -> Theme {
    var copy = self
    copy.page = page
    return copy
  }

  /// The color of class `index`; colors repeat after the last.
  public func color(ofClass index: Int) -> Color { classes[index % classes.count] }
  /// The color of line `index`; colors repeat after the last.
  public func color(ofSeries index: Int) -> Color { series[index % series.count] }

  /// Every theme.
  public static let all = [paper, slide, board]

  /// The theme of that name, if there is one.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}
