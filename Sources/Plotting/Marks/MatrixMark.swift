public import Drawings

/// A matrix as tiles of numbers between brackets, with its name above and its shape below.
public struct MatrixTiles: Sendable, Equatable {
  /// The upper left corner of the first tile, in data units.
  public var place: Point
  /// The name; empty for none.
  public var name: String
  /// The shape in words, such as `2 × 3`; empty for none.
  public var shape: String
  /// The numbers as text, row by row, all rows of equal length.
  public var cells: [[String]]
  /// The color behind each number, row by row.
  public var fills: [[Color]]
  /// The size of a tile, in points.
  public var tile: Size
  /// How large the writing is, 1 for the theme's sizes.
  public var scale: Double

  /// Makes a matrix; there must be a color for each number.
  public init(
    at place: Point, name: String = "", shape: String = "", cells: [[String]], fills: [[Color]],
    tile: Size, scale: Double = 1
  ) {
    precondition(
      cells.count == fills.count && zip(cells, fills).allSatisfy { $0.count == $1.count },
      "a matrix needs a color for each number")
    self.place = place
    self.name = name
    self.shape = shape
    self.cells = cells
    self.fills = fills
    self.tile = tile
    self.scale = scale
  }

  /// The size of all tiles, in points.
  public var size: Size {
    Size(Double(cells.first?.count ?? 0) * tile.width, Double(cells.count) * tile.height)
  }

  /// Points that the brackets stand out at each side.
  public static func bracket(_ theme: Theme, scale: Double) -> Double {
    theme.label.size * 0.55 * scale
  }

  /// Points above the tiles that the name takes.
  public static func heightAbove(_ theme: Theme, scale: Double) -> Double {
    theme.label.size * 1.65 * scale
  }

  /// Points below the tiles that the shape takes.
  public static func depthBelow(_ theme: Theme, scale: Double) -> Double {
    theme.tick.size * 1.65 * scale
  }
}

extension Mark {
  /// Matrices as tiles; of non-finite numbers the caller writes what is to be read.
  public static func matrices(_ matrices: [MatrixTiles]) -> Mark {
    Mark(extent: Extent(of: matrices.map { $0.place }), isClipped: false) { frame, drawing in
      for matrix in matrices where frame.place(matrix.place).isFinite {
        drawing.tiles(of: matrix, in: frame)
        drawing.brackets(of: matrix, in: frame)
      }
    }
  }
}

extension Drawing {
  fileprivate mutating func tiles(of matrix: MatrixTiles, in frame: Frame) {
    let (theme, corner) = (frame.theme, frame.place(matrix.place))
    let style = TextStyle(size: theme.label.size * matrix.scale)
    for (row, cells) in matrix.cells.enumerated() {
      for (column, content) in cells.enumerated() {
        let box = Rectangle(
          x: corner.x + Double(column) * matrix.tile.width,
          y: corner.y + Double(row) * matrix.tile.height, width: matrix.tile.width,
          height: matrix.tile.height)
        let color = matrix.fills[row][column]
        fill(.rectangle(box), color)
        stroke(.rectangle(box), theme.background, StrokeStyle(width: theme.line * 0.8))
        text(
          content, at: box.center, style, theme.ink(on: color), horizontal: .middle,
          vertical: .middle, measuring: frame.measurer)
      }
    }
  }

  fileprivate mutating func brackets(of matrix: MatrixTiles, in frame: Frame) {
    let (theme, corner, size) = (frame.theme, frame.place(matrix.place), matrix.size)
    let reach = MatrixTiles.bracket(theme, scale: matrix.scale) * 0.55
    let (top, bottom) = (corner.y - 1, corner.y + size.height + 1)
    for (edge, side) in [(corner.x, -1.0), (corner.x + size.width, 1.0)] {
      let outer = edge + side * reach
      let corners = [
        Point(outer - side * reach * 1.2, top), Point(outer, top), Point(outer, bottom),
        Point(outer - side * reach * 1.2, bottom),
      ]
      stroke(
        .polyline(corners), theme.ink, StrokeStyle(width: theme.line * 0.8, join: .miter))
    }
    let middle = corner.x + size.width / 2
    text(
      matrix.name, at: Point(middle, top - theme.label.size * 0.5 * matrix.scale),
      TextStyle(size: theme.label.size * matrix.scale, isBold: true), theme.ink,
      horizontal: .middle, measuring: frame.measurer)
    text(
      matrix.shape, at: Point(middle, bottom + theme.tick.size * 0.5 * matrix.scale),
      TextStyle(size: theme.tick.size * matrix.scale), theme.quietInk, horizontal: .middle,
      vertical: .top, measuring: frame.measurer)
  }
}
