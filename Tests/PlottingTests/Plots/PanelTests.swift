import Drawings
import Plotting
import Testing

struct EndLabelTests {
  private func labels(_ ends: [Double], height: Double = 200) -> [PlacedText] {
    let marks = ends.enumerated().map { index, end in
      Mark.line(
        [Point(0, 0), Point(1, end)], color: .scarlet, width: 1, label: "run \(index)")
    }
    let plot = Plot(
      theme: .paper, panels: [Panel(y: Axis(domain: 0...1), marks: marks)], shape: .height(height))
    return plot.drawing(measuring: .fixed).commands.compactMap(\.placedText)
      .filter { $0.content.hasPrefix("run") }
  }

  @Test func `a label stands at the height of its line's end`() {
    // Half a capital of 8 points below the middle of the panel, which begins at the margin.
    #expect(abs(labels([0.5])[0].origin.y - (9 * 1.35 + 100 + 8 * 0.729 / 2)) < 1e-9)
  }

  @Test(arguments: [
    [0.5, 0.5, 0.5], [0, 0, 0, 0], [1, 1, 1], [0.9, 0.1, 0.11, 0.5], [7, -7, 0.2],
  ])
  func `labels do not overlap`(ends: [Double]) {
    let boxes = labels(ends).map(\.box)
    #expect(boxes.count == ends.count)
    for index in boxes.indices {
      #expect(!boxes[..<index].contains { $0.overlaps(boxes[index]) })
    }
  }

  @Test func `labels keep the order of the lines' ends`() {
    let names = labels([0.31, 0.3, 0.32]).sorted { $0.origin.y < $1.origin.y }.map(\.content)
    #expect(names == ["run 2", "run 0", "run 1"])
  }

  @Test func `a panel grows until its labels fit`() {
    let texts = labels([Double](repeating: 0.5, count: 20), height: 30)
    // Nineteen distances of 1.25 lines.
    #expect((texts.map(\.origin.y).max() ?? 0) - (texts.map(\.origin.y).min() ?? 0) > 19 * 9.9)
  }
}

struct AxisTests {
  private func texts(_ x: Axis, _ y: Axis = .hidden(0...1), width: Double = 480) -> [String] {
    var plot = Plot(
      theme: .paper,
      panels: [
        Panel(
          x: x, y: y,
          marks: [.dots([Dot(Point(0, 0), color: .scarlet), Dot(Point(10, 1), color: .scarlet)])])
      ])
    plot.pageWidth = width
    return plot.drawing(measuring: .fixed).commands.compactMap(\.placedText).map(\.content)
  }

  @Test func `an axis has round numbers and its name`() {
    #expect(
      texts(Axis("epoch", domain: 0...10)) == [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "epoch",
      ])
  }

  @Test func `a narrow axis has fewer numbers`() {
    #expect(texts(Axis(domain: 0...10), width: 150) == ["0", "5", "10"])
  }

  @Test func `a hidden axis has neither numbers nor a name`() {
    #expect(texts(.hidden()).isEmpty)
  }

  @Test func `fixed ticks outside the domain are left out`() {
    let ticks = Ticks(values: [-5, 5, 15], labels: ["low", "middle", "high"])
    #expect(texts(Axis(domain: 0...10, ticks: .fixed(ticks))) == ["middle"])
  }

  @Test func `a fixed tick may be bare`() {
    let ticks = Ticks(values: [2, 4], labels: ["two", ""])
    #expect(texts(Axis(domain: 0...10, ticks: .fixed(ticks))) == ["two"])
  }

  @Test func `words that would touch give way to the first`() {
    let ticks = Ticks(values: [4.9, 5, 9], labels: ["first", "second", "third"])
    #expect(texts(Axis(domain: 0...10, ticks: .fixed(ticks))) == ["first", "third"])
  }

  @Test func `a name of several words breaks where the panel is narrow`() {
    let name = "number of updates made so far"
    #expect(
      texts(Axis(name, ticks: .fixed(.none)), width: 120) == ["number of updates", "made so far"])
  }
}

struct SharedAxesTests {
  private func texts(sharesX: Bool, sharesY: Bool) -> [String] {
    let panels = (0..<4).map { index in
      Panel(
        x: Axis("x"), y: Axis("y"),
        marks: [
          .dots([
            Dot(Point(0, 0), color: .scarlet), Dot(Point(Double(index + 1), 1), color: .scarlet),
          ])
        ])
    }
    let plot = Plot(theme: .paper, panels: panels, columns: 2, sharesX: sharesX, sharesY: sharesY)
    return plot.drawing(measuring: .fixed).commands.compactMap(\.placedText).map(\.content)
  }

  @Test func `shared axes are written once a column and once a row`() {
    let shared = texts(sharesX: true, sharesY: true)
    #expect(shared.filter { $0 == "x" }.count == 2 && shared.filter { $0 == "y" }.count == 2)
  }

  @Test func `axes of their own are written at each panel`() {
    let own = texts(sharesX: false, sharesY: false)
    #expect(own.filter { $0 == "x" }.count == 4 && own.filter { $0 == "y" }.count == 4)
  }

  @Test func `a shared axis spans what all panels show`() {
    #expect(texts(sharesX: true, sharesY: false).filter { $0 == "4" }.count == 2)
  }
}

struct KeyTests {
  private func texts(_ keys: [Key], width: Double = 480) -> [PlacedText] {
    var plot = Plot(
      theme: .paper, keys: keys, panels: [Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [])])
    plot.pageWidth = width
    return plot.drawing(measuring: .fixed).commands.compactMap(\.placedText)
  }

  private let dots = (0..<8).map { Key.dot(.circle, .scarlet, "class \($0)") }

  @Test func `keys stand in one row where they fit`() {
    #expect(Set(texts(dots, width: 900).map(\.origin.y)).count == 1)
  }

  @Test(arguments: [100.0, 150, 230, 480])
  func `rows wrap at the page's edge`(width: Double) {
    let texts = texts(dots, width: width)
    #expect(texts.map(\.content) == (0..<8).map { "class \($0)" })
    #expect(texts.allSatisfy { $0.box.right <= width } && Set(texts.map(\.origin.y)).count > 1)
  }

  @Test func `words alone break into lines`() {
    let note = Key.note("a stronger color means a surer answer of the network")
    #expect(texts([note], width: 150).count == 2 + 1)
  }

  @Test func `every kind of key writes its name`() {
    let keys: [Key] = [
      .dot(.square, .scarlet, "a"), .ring(.scarlet, "b"), .line(.scarlet, width: 1, dash: [2], "c"),
      .swatch(.scarlet, "d"), .note("e"),
    ]
    #expect(texts(keys).map(\.content) == ["a", "b", "c", "d", "e"])
  }

  @Test(arguments: [
    (-1.0...1.0, ["−1", "1"]), (0...0.0025, ["0", "0.0025"]), (0...1e-7, ["0", "10⁻⁷"]),
    (-12.345...67.891, ["−12.35", "67.89"]),
  ])
  func `a ramp says what its ends stand for`(domain: ClosedRange<Double>, ends: [String]) {
    let shown = texts([.ramp(.viridis, domain: domain, "loss")]).map(\.content)
    #expect(shown == ["loss"] + ends)
  }
}
