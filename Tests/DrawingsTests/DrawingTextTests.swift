import Drawings
import Testing

struct DrawingTextTests {
  private func line(_ draw: (inout Drawing) -> Void) -> String {
    var drawing = Drawing(size: Size(10, 10), background: .black)
    draw(&drawing)
    return drawing.description.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func `the page comes first`() {
    let drawing = Drawing(size: Size(480, 360.5), background: Color(hex: 0x14181D))
    #expect(drawing.description == "page 480 x 360.5 #14181d\n")
  }

  @Test func `a fill names its color and its path`() {
    let path = Path([.move(Point(1, 2)), .line(Point(3.456, -0.001)), .close])
    #expect(line { $0.fill(path, .scarlet) } == "fill #ff0000 M 1,2 L 3.46,0 Z")
  }

  @Test func `a translucent color has four bytes`() {
    let path = Path.polyline([Point(0, 0), Point(1, 1)])
    #expect(line { $0.fill(path, .scarlet.opacity(0.5)) } == "fill #ff000080 M 0,0 L 1,1")
  }

  @Test func `a stroke names its width and its dashes`() {
    let path = Path.polyline([Point(0, 0), Point(1, 1)])
    let style = StrokeStyle(width: 1.5, dash: [4, 2.25])
    #expect(
      line { $0.stroke(path, .scarlet, style) } == "stroke #ff0000 1.5 dash 4,2.25 M 0,0 L 1,1")
  }

  @Test func `a curve names its control points`() {
    let path = Path([.move(Point(0, 0)), .curve(Point(1, 2), Point(3, 4), Point(5, 6))])
    #expect(line { $0.fill(path, .scarlet) } == "fill #ff0000 M 0,0 C 1,2 3,4 5,6")
  }

  @Test func `a text names its look, its turn and its place`() {
    let style = TextStyle(size: 9, isBold: true, isSlanted: true)
    let text = PlacedText(
      "끝", origin: Point(1, 2), style: style, color: .scarlet, rotation: -90, width: 9)
    let shown = line { $0.commands.append(.text(text)) }
    #expect(shown == "text #ff0000 9 bold slanted turned -90 1,2 \"끝\"")
  }

  @Test func `a picture has a sum that tells pictures apart`() {
    let box = Rectangle(x: 1, y: 2, width: 3, height: 4)
    func shown(_ pixels: [UInt32]) -> String {
      let raster = Raster(columns: 2, rows: 1, pixels: pixels, isSmooth: false)
      return line { $0.commands.append(.image(raster, box)) }
    }
    #expect(shown([1, 2]).hasPrefix("image 2 x 1 1,2 3 x 4 sum "))
    #expect(shown([1, 2]) != shown([2, 1]) && shown([1, 2]) == shown([1, 2]))
  }

  @Test func `clips open and end`() {
    let path = Path.rectangle(Rectangle(x: 0, y: 0, width: 1, height: 1))
    let shown = line { $0.commands += [.pushClip(path), .popClip] }
    #expect(shown == "clip M 0,0 L 1,0 L 1,1 L 0,1 Z\nend clip")
  }
}
