import Drawings
import Testing

struct DrawingPlacementTests {
  private var drawing: Drawing {
    var drawing = Drawing(size: Size(20, 10), background: .black)
    drawing.fill(.rectangle(Rectangle(x: 1, y: 2, width: 3, height: 4)), .scarlet)
    drawing.stroke(
      .polyline([Point(0, 0), Point(5, 5)]), .scarlet, StrokeStyle(width: 2, dash: [3, 1]))
    drawing.text("a", at: Point(4, 6), TextStyle(size: 8), .scarlet, measuring: .fixed)
    return drawing
  }

  @Test func `a drawing placed at the corner is the same`() {
    var page = Drawing(size: drawing.size, background: drawing.background)
    page.place(drawing, at: Point(0, 0))
    #expect(page == drawing)
  }

  @Test func `enlarged, everything grows with it: places, lines, dashes and letters`() {
    var page = Drawing(size: Size(100, 100), background: .black)
    page.place(drawing, at: Point(10, 20), scaledBy: 2)
    #expect(
      page.commands[0]
        == .fill(.rectangle(Rectangle(x: 12, y: 24, width: 6, height: 8)), .scarlet))
    #expect(
      page.commands[1]
        == .stroke(
          .polyline([Point(10, 20), Point(20, 30)]), .scarlet,
          StrokeStyle(width: 4, dash: [6, 2])))
    guard case .text(let text) = page.commands[2] else {
      Issue.record("no text")
      return
    }
    #expect(text.origin == Point(18, 32) && text.style.size == 16)
    // A letter is 0.6 em wide.
    #expect(text.width == 0.6 * 8 * 2)
  }
}
