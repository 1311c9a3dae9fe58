import Drawings
import Snapshots

/// Writes commands: kinds and places in tables as steps, all coordinates into one list.
struct DrawingWriter {
  private(set) var steps = SnapshotWriter()
  private(set) var numbers: [Double] = []
  private(set) var colors: [Color] = []
  private(set) var strokes: [StrokeStyle] = []
  private var colorPlaces: [Color: Int] = [:]
  private var strokePlaces: [StrokeStyle: Int] = [:]

  mutating func write(_ command: DrawingCommand) {
    switch command {
    case .fill(let path, let color):
      steps.write(DrawingCode.fill)
      write(color)
      write(path)
    case .stroke(let path, let color, let style):
      steps.write(DrawingCode.stroke)
      write(color)
      write(style)
      write(path)
    case .text(let text):
      steps.write(DrawingCode.text)
      write(text)
    case .image(let raster, let box):
      steps.write(DrawingCode.image)
      write(raster)
      numbers += [box.x, box.y, box.width, box.height]
    case .pushClip(let path):
      steps.write(DrawingCode.pushClip)
      write(path)
    case .popClip: steps.write(DrawingCode.popClip)
    }
  }

  private mutating func write(_ color: Color) {
    let place = colorPlaces[color] ?? colors.count
    if place == colors.count {
      colors.append(color)
      colorPlaces[color] = place
    }
    steps.write(place)
  }

  private mutating func write(_ style: StrokeStyle) {
    let place = strokePlaces[style] ?? strokes.count
    if place == strokes.count {
      strokes.append(style)
      strokePlaces[style] = place
    }
    steps.write(place)
  }

  private mutating func write(_ text: PlacedText) {
    steps.write(text.content)
    steps.write(text.style.isBold)
    steps.write(text.style.isSlanted)
    write(text.color)
    numbers += [text.origin.x, text.origin.y, text.style.size, text.rotation, text.width]
  }

  private mutating func write(_ raster: Raster) {
    steps.write(raster.columns)
    steps.write(raster.rows)
    steps.write(raster.isSmooth)
    steps.write(raster.pixels)
  }

  private mutating func write(_ path: Path) {
    steps.write(path.elements.count)
    for element in path.elements {
      switch element {
      case .move(let to):
        steps.write(DrawingCode.move)
        add(to)
      case .line(let to):
        steps.write(DrawingCode.line)
        add(to)
      case .curve(let first, let second, let to):
        steps.write(DrawingCode.curve)
        for point in [first, second, to] { add(point) }
      case .close: steps.write(DrawingCode.close)
      }
    }
  }

  private mutating func add(_ point: Point) {
    numbers.append(point.x)
    numbers.append(point.y)
  }
}

/// Reads what a `DrawingWriter` has written; nothing that the bytes claim is believed unchecked.
struct DrawingReader {
  var steps: SnapshotReader
  let colors: [Color]
  let strokes: [StrokeStyle]
  let numbers: [Double]
  private var place = 0

  init(
    steps: SnapshotReader, colors: [Color], strokes: [StrokeStyle], numbers: [Double]
  ) {
    self.steps = steps
    self.colors = colors
    self.strokes = strokes
    self.numbers = numbers
  }

  mutating func command() throws(SnapshotError) -> DrawingCommand {
    switch try steps.integer() {
    case DrawingCode.fill:
      let color = try color()
      return .fill(try path(), color)
    case DrawingCode.stroke:
      let color = try color()
      let style = strokes[try steps.count(atMost: strokes.count - 1)]
      return .stroke(try path(), color, style)
    case DrawingCode.text: return .text(try text())
    case DrawingCode.image:
      let raster = try raster()
      let (corner, size) = (try point(), try point())
      return .image(
        raster, Rectangle(x: corner.x, y: corner.y, width: size.x, height: size.y))
    case DrawingCode.pushClip: return .pushClip(try path())
    case DrawingCode.popClip: return .popClip
    default: throw SnapshotError()
    }
  }

  private mutating func color() throws(SnapshotError) -> Color {
    colors[try steps.count(atMost: colors.count - 1)]
  }

  private mutating func number() throws(SnapshotError) -> Double {
    guard place < numbers.count else { throw SnapshotError() }
    defer { place += 1 }
    return numbers[place]
  }

  private mutating func point() throws(SnapshotError) -> Point {
    let x = try number()
    return Point(x, try number())
  }

  private mutating func text() throws(SnapshotError) -> PlacedText {
    let content = try steps.text()
    let (isBold, isSlanted) = (try steps.flag(), try steps.flag())
    let color = try color()
    let origin = try point()
    let size = try number()
    let rotation = try number()
    return PlacedText(
      content, origin: origin,
      style: TextStyle(size: size, isBold: isBold, isSlanted: isSlanted), color: color,
      rotation: rotation, width: try number())
  }

  private mutating func raster() throws(SnapshotError) -> Raster {
    // Larger than any page at any resolution there is, and no product of the two overflows.
    let (columns, rows) = (try steps.count(atMost: 1 << 20), try steps.count(atMost: 1 << 20))
    let isSmooth = try steps.flag()
    let pixels = try steps.words(columns * rows)
    return Raster(columns: columns, rows: rows, pixels: pixels, isSmooth: isSmooth)
  }

  private mutating func path() throws(SnapshotError) -> Path {
    let count = try steps.count()
    var path = Path()
    for _ in 0..<count {
      switch try steps.integer() {
      case DrawingCode.move: path.elements.append(.move(try point()))
      case DrawingCode.line: path.elements.append(.line(try point()))
      case DrawingCode.curve:
        let (first, second) = (try point(), try point())
        path.elements.append(.curve(first, second, try point()))
      case DrawingCode.close: path.elements.append(.close)
      default: throw SnapshotError()
      }
    }
    return path
  }
}
