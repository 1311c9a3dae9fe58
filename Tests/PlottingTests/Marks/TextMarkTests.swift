import Drawings
import Plotting
import Testing

struct TextMarkTests {
  @Test func `a label stands at its place, moved by its offset`() {
    let label = TextLabel("w", at: Point(5, 5), offset: Size(4, -6), horizontal: .start)
    // Half of 0.729 em of 9 points below the middle.
    #expect(Sheet.text(of: .labels([label])) == "text #1b1f24 9 54,47.28 \"w\"")
  }

  @Test func `a plate lies under the text`() {
    let label = TextLabel("w", at: Point(5, 5), color: .scarlet, hasPlate: true)
    let lines = Sheet.text(of: .labels([label])).split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("fill #ffffffdb") && lines[1].hasPrefix("text"))
  }

  @Test(arguments: [Point(.nan, 1), Point(1, .infinity)])
  func `a label without a place is left out`(place: Point) {
    #expect(Sheet.commands(of: .labels([TextLabel("w", at: place)])).isEmpty)
  }

  @Test func `labels do not count for scales and are not clipped`() {
    let mark = Mark.labels([TextLabel("w", at: Point(500, 5))])
    #expect(mark.extent == Extent() && !mark.isClipped)
  }
}

struct TableMarkTests {
  private let table = Table(
    headings: ["gate", "updates"],
    rows: [
      [TableCell("AND"), TableCell("9")], [TableCell("OR", fill: .scarlet), TableCell("12")],
    ],
    textColumns: [0], rulesAfter: [0])

  private var texts: [PlacedText] { Sheet.commands(of: .table(table)).compactMap(\.placedText) }

  @Test func `every cell is written, headings in bold`() {
    #expect(texts.map(\.content) == ["gate", "updates", "AND", "9", "OR", "12"])
    #expect(texts.map(\.style.isBold) == [true, true, false, false, false, false])
  }

  @Test func `words begin and numbers end on one line down`() {
    #expect(texts[0].origin.x == texts[2].origin.x && texts[2].origin.x == texts[4].origin.x)
    let ends = [1, 3, 5].map { texts[$0].origin.x + texts[$0].width }
    #expect(abs(ends[0] - ends[1]) < 1e-9 && abs(ends[1] - ends[2]) < 1e-9)
  }

  @Test(arguments: Theme.all)
  func `a table is drawn no higher and no wider than it says`(theme: Theme) {
    let (width, height) = (table.width(in: theme, measuring: .fixed), table.height(in: theme))
    let frame = Frame(
      area: Rectangle(x: 0, y: 0, width: width, height: height),
      x: Scale(domain: 0...1, from: 0, to: width), y: Scale(domain: 0...1, from: height, to: 0),
      theme: theme, measurer: .fixed)
    let corners = Sheet.commands(of: .table(table), in: frame).compactMap(\.path)
      .flatMap(\.corners)
    #expect(corners.allSatisfy { $0.x > -1e-9 && $0.x < width + 1e-9 })
    #expect(corners.allSatisfy { $0.y > 0 && $0.y < height })
  }

  @Test func `a table without rows is its headings`() {
    let empty = Table(headings: ["a", "b"], rows: [])
    let texts = Sheet.commands(of: .table(empty)).compactMap(\.placedText)
    #expect(texts.map(\.content) == ["a", "b"])
  }
}

struct NetworkMarkTests {
  private let link = Link(
    from: Point(0, 5), to: Point(10, 5), width: 2, color: .scarlet, label: "0.5", labelPlace: 0.25)

  @Test func `words stand above all lines`() {
    let commands = Sheet.commands(of: .links([link, link]))
    let kinds = commands.map { $0.placedText == nil ? "shape" : "text" }
    #expect(kinds == ["shape", "shape", "shape", "text", "shape", "text"])
  }

  @Test func `words stand so far along the line`() throws {
    let text = try #require(Sheet.commands(of: .links([link])).last?.placedText)
    #expect(abs(text.origin.x + text.width / 2 - 25) < 1e-9)
  }

  @Test(arguments: [Point(.nan, 0), Point(0, .infinity)])
  func `a link or a unit without a place is left out`(place: Point) {
    let link = Link(from: place, to: Point(1, 1), width: 1, color: .scarlet, label: "1")
    let unit = NetworkUnit(
      at: place, radius: 5, fill: .scarlet, outline: .black, value: "1", ink: .scarlet)
    #expect(Sheet.commands(of: .links([link])).isEmpty)
    #expect(Sheet.commands(of: .units([unit])).isEmpty)
  }

  @Test func `a unit shows its value, its name and its footnote`() {
    let unit = NetworkUnit(
      at: Point(5, 5), radius: 12, fill: .scarlet, outline: .black, value: "0.73", ink: .black,
      name: "h₁", footnote: "b = 1")
    let texts = Sheet.commands(of: .units([unit])).compactMap(\.placedText)
    #expect(texts.map(\.content) == ["0.73", "h₁", "b = 1"])
    #expect(texts[1].box.bottom < 50 - 12 && texts[2].box.y > 50 + 12)
  }

  @Test func `a bare unit has no text`() {
    let unit = NetworkUnit(
      at: Point(5, 5), radius: 12, fill: .scarlet, outline: .black, ink: .black)
    #expect(Sheet.commands(of: .units([unit])).count == 2)
  }
}
