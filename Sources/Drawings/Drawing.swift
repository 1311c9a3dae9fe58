/// What is drawn, as a value: a short list of commands in points, later ones on top.
///
/// A renderer interprets it; nothing in it depends on a file format.
public struct Drawing: Equatable, Sendable {
  /// The page.
  public var size: Size
  /// The color of the empty page.
  public var background: Color
  /// The commands, in drawing order.
  public var commands: [DrawingCommand]

  /// Makes an empty page.
  public init(size: Size, background: Color) {
    self.size = size
    self.background = background
    commands = []
  }

  /// Fills the inside of `path`.
  public mutating func fill(_ path: Path, _ color: Color) {
    commands.append(.fill(path, color))
  }

  /// Draws along `path`.
  public mutating func stroke(_ path: Path, _ color: Color, _ style: StrokeStyle) {
    commands.append(.stroke(path, color, style))
  }
}

/// One thing to draw.
public enum DrawingCommand: Equatable, Sendable {
  /// Fills the inside of a path (non-zero winding rule).
  case fill(Path, Color)
  /// Draws along a path.
  case stroke(Path, Color, StrokeStyle)
  /// Writes one line of text.
  case text(PlacedText)
  /// Draws an image stretched over a rectangle.
  case image(Raster, Rectangle)
  /// Confines what follows to the inside of a path, until the matching `popClip`.
  case pushClip(Path)
  /// Ends the innermost clip.
  case popClip
}

/// How a line is drawn.
public struct StrokeStyle: Equatable, Hashable, Sendable {
  /// The ends of open lines and of dashes.
  public enum Cap: Equatable, Hashable, Sendable { case butt, round, square }
  /// The corners.
  public enum Join: Equatable, Hashable, Sendable { case miter, round, bevel }

  /// Points across.
  public var width: Double
  /// Lengths of dash, gap, dash and so on in points; empty for a solid line.
  public var dash: [Double]
  /// The ends.
  public var cap: Cap
  /// The corners.
  public var join: Join

  /// Makes a stroke style.
  public init(width: Double, dash: [Double] = [], cap: Cap = .butt, join: Join = .round) {
    self.width = width
    self.dash = dash
    self.cap = cap
    self.join = join
  }
}

/// One line of text with its place.
public struct PlacedText: Equatable, Sendable {
  /// The characters: one line, no control characters.
  public var content: String
  /// Left end of the baseline.
  public var origin: Point
  /// Size, weight, slant.
  public var style: TextStyle
  /// The ink.
  public var color: Color
  /// Degrees clockwise about `origin`.
  public var rotation: Double
  /// Width in points as measured when it was laid out, for renderers that must not measure again.
  public var width: Double

  /// Makes a placed text.
  public init(
    _ content: String, origin: Point, style: TextStyle, color: Color, rotation: Double = 0,
    width: Double
  ) {
    self.content = content
    self.origin = origin
    self.style = style
    self.color = color
    self.rotation = rotation
    self.width = width
  }
}

/// A picture made of opaque pixels, row by row from the top.
public struct Raster: Equatable, Sendable {
  /// Pixels across.
  public let columns: Int
  /// Pixels down.
  public let rows: Int
  /// `0xRRGGBB` of each pixel, `rows * columns` of them, row-major from the top.
  public var pixels: [UInt32]
  /// Whether colors between pixel centers blend when the picture is enlarged.
  public var isSmooth: Bool

  /// Makes a picture; the number of pixels must be `rows * columns`.
  public init(columns: Int, rows: Int, pixels: [UInt32], isSmooth: Bool) {
    precondition(
      pixels.count == rows * columns, "\(pixels.count) pixels for \(rows) rows of \(columns)")
    self.columns = columns
    self.rows = rows
    self.pixels = pixels
    self.isSmooth = isSmooth
  }
}
