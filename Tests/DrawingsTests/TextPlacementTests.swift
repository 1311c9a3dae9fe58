import Drawings
import Testing

struct TextPlacementTests {
  // Ten characters of 0.6 em at 10 points: 60 wide, 7.29 high, 2.4 deep.
  private let style = TextStyle(size: 10)

  private func placed(
    horizontal: HorizontalAnchor = .start, vertical: VerticalAnchor = .baseline,
    rotation: Double = 0
  ) -> Point? {
    var drawing = Drawing(size: Size(100, 100), background: .black)
    drawing.text(
      "0123456789", at: Point(50, 50), style, .scarlet, horizontal: horizontal, vertical: vertical,
      rotation: rotation, measuring: .fixed)
    return drawing.commands.first?.placedText.map {
      Point(($0.origin.x * 1000).rounded() / 1000, ($0.origin.y * 1000).rounded() / 1000)
    }
  }

  @Test(
    arguments: [
      (.start, 50), (.middle, 20), (.end, -10),
    ] as [(HorizontalAnchor, Double)])
  func `an anchor across moves the text to the left`(anchor: HorizontalAnchor, x: Double) {
    #expect(placed(horizontal: anchor) == Point(x, 50))
  }

  @Test(
    arguments: [
      (.baseline, 50), (.middle, 53.645), (.top, 57.29), (.bottom, 47.6),
    ] as [(VerticalAnchor, Double)])
  func `an anchor up moves the baseline`(anchor: VerticalAnchor, y: Double) {
    #expect(placed(vertical: anchor) == Point(50, y))
  }

  @Test(
    arguments: [
      (0, Point(20, 57.29)), (90, Point(42.71, 20)), (-90, Point(57.29, 80)),
      (180, Point(80, 42.71)), (270, Point(57.29, 80)), (-270, Point(42.71, 20)),
    ] as [(Double, Point)])
  func `anchors turn with the text`(rotation: Double, origin: Point) {
    #expect(placed(horizontal: .middle, vertical: .top, rotation: rotation) == origin)
  }

  @Test func `an empty text writes nothing`() {
    var drawing = Drawing(size: Size(100, 100), background: .black)
    drawing.text("", at: Point(0, 0), style, .scarlet, measuring: .fixed)
    drawing.plateText("", at: Point(0, 0), style, .scarlet, plate: .black, measuring: .fixed)
    #expect(drawing.commands.isEmpty)
  }

  @Test(arguments: [HorizontalAnchor.start, .middle, .end])
  func `a plate surrounds its text`(horizontal: HorizontalAnchor) throws {
    for vertical in [VerticalAnchor.baseline, .middle, .top, .bottom] {
      var drawing = Drawing(size: Size(100, 100), background: .black)
      drawing.plateText(
        "weight", at: Point(50, 50), style, .scarlet, plate: .black, horizontal: horizontal,
        vertical: vertical, measuring: .fixed)
      let plate = try #require(drawing.commands.first?.path).corners
      let text = try #require(drawing.commands.last?.placedText)
      #expect(plate.map(\.x).min() ?? 100 < text.origin.x)
      #expect(plate.map(\.x).max() ?? 0 > text.origin.x + text.width)
      #expect(plate.map(\.y).min() ?? 100 < text.origin.y - style.capHeight)
      #expect(plate.map(\.y).max() ?? 0 > text.origin.y)
    }
  }

  @Test func `the width is kept for renderers`() throws {
    var drawing = Drawing(size: Size(100, 100), background: .black)
    drawing.text("한글 12", at: Point(0, 0), style, .scarlet, measuring: .fixed)
    // Two wide characters, three narrow ones.
    let width = try #require(drawing.commands.first?.placedText).width
    #expect(abs(width - (2 * 10 + 3 * 6)) < 1e-9)
  }
}

struct TextWrapTests {
  private let style = TextStyle(size: 10)

  private func lines(_ text: String, _ width: Double) -> [String] {
    TextMeasurer.fixed.lines(of: text, style, width: width)
  }

  @Test func `no text has no line`() {
    #expect(lines("", 100).isEmpty)
  }

  @Test func `what fits stays on one line`() {
    #expect(lines("one line", 48) == ["one line"])
  }

  @Test func `lines break at spaces`() {
    #expect(lines("a line can draw two halves", 66) == ["a line can", "draw two", "halves"])
  }

  @Test func `Korean breaks at spaces and its letters are wide`() {
    let text = "직선 하나로는 나눌 수 없다"
    #expect(lines(text, 76) == ["직선 하나로는", "나눌 수 없다"])
  }

  @Test func `a word wider than the line stays whole`() {
    #expect(lines("an unbreakableword here", 60) == ["an", "unbreakableword", "here"])
  }

  @Test func `line breaks in the text are kept`() {
    #expect(lines("first\n\nthird", 600) == ["first", "", "third"])
  }

  @Test(arguments: [20.0, 61, 75, 130, 400])
  func `no word is lost and no line is wider than asked but for single words`(width: Double) {
    let text = "퍼셉트론은 each weight moves 오차가 있을 때만 by the error times the input"
    let broken = lines(text, width)
    #expect(broken.joined(separator: " ") == text)
    for line in broken where line.contains(" ") {
      #expect(TextMeasurer.fixed.width(line, style) <= width)
    }
  }
}
