import Drawings
import Snapshots

/// A drawing as bytes, exact to the last bit.
///
/// Coordinates stand in one list and colors and styles each once, since a drawing has many of the former
/// and few of the latter.
enum DrawingSnapshot {
  /// The bytes of `drawing`.
  static func bytes(of drawing: Drawing) -> [UInt8] {
    var body = DrawingWriter()
    for command in drawing.commands { body.write(command) }
    var writer = SnapshotWriter()
    writer.write([drawing.size.width, drawing.size.height] + drawing.background.components)
    writer.write(body.colors) { writer, color in color.components.forEach { writer.write($0) } }
    writer.write(body.strokes) { $0.write($1) }
    writer.write(body.numbers)
    writer.write(drawing.commands.count)
    return writer.bytes + body.steps.bytes
  }

  /// The drawing that the next bytes were made of.
  static func drawing(from reader: inout SnapshotReader) throws(SnapshotError) -> Drawing {
    let page = try reader.numbers()
    guard page.count == 6 else { throw SnapshotError() }
    var drawing = Drawing(size: Size(page[0], page[1]), background: Color(page[2...5]))
    let colors = try reader.list { reader throws(SnapshotError) in
      var components: [Double] = []
      for _ in 0..<4 { components.append(try reader.number()) }
      return Color(components[...])
    }
    let strokes = try reader.list { reader throws(SnapshotError) in try reader.strokeStyle() }
    let numbers = try reader.numbers()
    let count = try reader.count()
    var commands = DrawingReader(steps: reader, colors: colors, strokes: strokes, numbers: numbers)
    for _ in 0..<count { drawing.commands.append(try commands.command()) }
    reader = commands.steps
    return drawing
  }
}

extension Color {
  fileprivate var components: [Double] { [red, green, blue, alpha] }

  fileprivate init(_ numbers: ArraySlice<Double>) {
    let first = numbers.startIndex
    self.init(
      red: numbers[first], green: numbers[first + 1], blue: numbers[first + 2],
      alpha: numbers[first + 3])
  }
}

extension SnapshotWriter {
  fileprivate mutating func write(_ style: StrokeStyle) {
    write(style.width)
    write(style.dash)
    write(StrokeStyle.Cap.all.firstIndex(of: style.cap) ?? 0)
    write(StrokeStyle.Join.all.firstIndex(of: style.join) ?? 0)
  }
}

extension SnapshotReader {
  fileprivate mutating func strokeStyle() throws(SnapshotError) -> StrokeStyle {
    let (width, dash) = (try number(), try numbers())
    return StrokeStyle(
      width: width, dash: dash,
      cap: StrokeStyle.Cap.all[try count(atMost: StrokeStyle.Cap.all.count - 1)],
      join: StrokeStyle.Join.all[try count(atMost: StrokeStyle.Join.all.count - 1)])
  }
}

extension StrokeStyle.Cap {
  fileprivate static var all: [StrokeStyle.Cap] { [.butt, .round, .square] }
}

extension StrokeStyle.Join {
  fileprivate static var all: [StrokeStyle.Join] { [.miter, .round, .bevel] }
}

/// The kinds of commands, and of steps of a path, in the order of their numbers.
enum DrawingCode {
  static let (fill, stroke, text, image, pushClip, popClip) = (0, 1, 2, 3, 4, 5)
  static let (move, line, curve, close) = (0, 1, 2, 3)
}
