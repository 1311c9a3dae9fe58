import Figures
import Testing

/// Figures side by side.
struct PanelsTests {
  private static let two = """
    kind: panels
    figures:
      left: {kind: loss-curve, scenario: hidden-layer, title: Left}
      right: {kind: weight-orbit, scenario: perceptron, title: {en: Right, ko: 오른쪽}}
    """

  @Test func `a part is drawn as the figure that it is, under its own title`() throws {
    let plot = try Exhibit(Self.two).plot()
    let alone = try Exhibit("kind: loss-curve\nscenario: hidden-layer").plot()
    #expect(plot.parts.map { $0.subtitle } == ["Left", "Right"])
    var part = plot.parts[0]
    part.subtitle = ""
    part.note = alone.note
    #expect(part.drawing(measuring: .fixed) == alone.drawing(measuring: .fixed))
    #expect(try Exhibit(Self.two).plot(.korean).parts[1].subtitle == "오른쪽")
  }

  @Test func `the moments that all parts need are asked for`() throws {
    let section = try Exhibit(Self.two).section
    #expect(section.figure.requests.map { $0.name.text } == ["hidden-layer", "perceptron"])
  }

  @Test func `small print that parts share stands once`() throws {
    let twice = """
      kind: panels
      figures:
        a: {kind: loss-curve, scenario: hidden-layer}
        b: {kind: loss-curve, scenario: hidden-layer, scale: log}
      """
    let plot = try Exhibit(twice).plot()
    #expect(plot.note.split(separator: "\n").count == 1)
    #expect(plot.parts.allSatisfy { $0.note.isEmpty })
  }

  @Test(arguments: [
    ("figures: {}", "'figures' is empty"),
    ("figures: {a: {kind: loss-curv, scenario: hidden-layer}}", "did you mean 'loss-curve'?"),
    ("figures: {a: {kind: panels}}", "no figure kind named 'panels'"),
    ("figures: {a: {scenario: hidden-layer}}", "part 'a' has no 'kind'"),
    (
      "figures: {a: {kind: loss-curve, scenario: hidden-layer, colour: red}}",
      "unknown field 'colour' in part 'a'"
    ),
    ("columns: 2", "'panels' has no 'figures'"),
  ])
  func `mistakes in parts are found where they stand`(options: String, message: String) {
    let complaint = complaint("kind: panels\n" + options)
    #expect(complaint.contains(message), "\(complaint)")
  }
}
