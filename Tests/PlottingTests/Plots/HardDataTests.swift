import Drawings
import Plotting
import Testing

/// Data that a network gone astray leaves behind.
struct HardData: Sendable, CustomStringConvertible {
  let description: String
  let values: [Double]

  static let all = [
    HardData(description: "nothing", values: []),
    HardData(description: "NaN", values: [.nan, .nan, .nan]),
    HardData(description: "infinities", values: [.infinity, -.infinity]),
    HardData(description: "one value", values: [5]),
    HardData(description: "equal values", values: [-2, -2, -2]),
    HardData(description: "zeros", values: [0, 0, 0]),
    HardData(description: "the largest doubles", values: [-1.7e308, 0, 1.7e308]),
    HardData(description: "large doubles", values: [1.6e308, 1.7e308]),
    HardData(description: "the smallest doubles", values: [5e-324, 1e-320, 0]),
    HardData(description: "neighbors", values: [1e6, (1e6).nextUp]),
    HardData(description: "negative values", values: [-3, -1, -2]),
    HardData(description: "a loss that blows up", values: [0.7, 2, 1e9, 1e200, .infinity, .nan]),
    HardData(description: "a loss that reaches zero", values: [0.7, 0.1, 1e-5, 0, 0]),
  ]
}

struct HardDataTests {
  private func drawing(
    _ data: HardData, _ transform: ScaleTransform, theme: Theme, hasEqualUnits: Bool = false
  ) -> Drawing {
    let points = data.values.enumerated().map { Point(Double($0), $1) }
    let marks: [Mark] = [
      .line(points, color: theme.ink, width: 1, label: "loss"),
      .dots(points.map { Dot($0, color: theme.ink) }),
      .bars(points.map { ($0.x...$0.x + 1, $0.y) }, color: theme.ink),
      .area(xs: points.map(\.x), lower: data.values, upper: data.values, color: theme.ink),
      .polygon(points, color: theme.ink),
      .labels(points.map { TextLabel("here", at: $0) }),
      .arrow(
        from: points.first ?? Point(0, 0), to: points.last ?? Point(0, 0), color: theme.ink,
        width: 1),
    ]
    let panel = Panel(
      x: Axis("update", hasGrid: true), y: Axis("loss", transform: transform, hasGrid: true),
      marks: marks, hasEqualUnits: hasEqualUnits)
    let plot = Plot(theme: theme, panels: [panel, panel], sharesY: true)
    return plot.drawing(measuring: .fixed)
  }

  /// Whether every place in the drawing is a number that a renderer can count to.
  private func isDrawable(_ drawing: Drawing) -> Bool {
    let corners = drawing.commands.compactMap(\.path).flatMap(\.corners)
    let origins = drawing.commands.compactMap { $0.placedText?.origin }
    // Cairo counts in 24 bits of whole points; a NaN is below nothing.
    return (corners + origins).allSatisfy {
      abs($0.x) < 8e6 && abs($0.y) < 8e6
    } && drawing.size.width < 1e5 && drawing.size.height < 1e5
  }

  @Test(arguments: HardData.all, ScaleTransform.all)
  func `every place can be drawn`(data: HardData, transform: ScaleTransform) {
    for theme in Theme.all { #expect(isDrawable(drawing(data, transform, theme: theme))) }
  }

  @Test(arguments: HardData.all)
  func `equal units do not make a page of any height`(data: HardData) {
    let drawing = drawing(data, .linear, theme: .paper, hasEqualUnits: true)
    #expect(isDrawable(drawing) && drawing.size.height < 5000)
  }

  @Test func `a loss of zero does not stretch a logarithmic axis`() {
    let drawing = drawing(HardData.all[12], .log, theme: .paper)
    let labels = drawing.commands.compactMap { $0.placedText?.content }
    #expect(labels.contains("10⁻⁵") && !labels.contains { $0.hasPrefix("10⁻¹") })
  }

  @Test func `an explicit domain beyond all reason is no trap`() {
    for domain in [-Double.infinity...Double.infinity, 0...0, 0...Double.infinity] {
      for transform in ScaleTransform.all {
        let panel = Panel(
          x: Axis(domain: domain), y: Axis(transform: transform, domain: domain),
          marks: [.line([Point(0, 0), Point(1, 1)], color: .scarlet, width: 1)], hasEqualUnits: true
        )
        let plot = Plot(theme: .paper, panels: [panel])
        #expect(plot.drawing(measuring: .fixed).size.height.isFinite)
      }
    }
  }
}

struct ExtentTests {
  @Test func `the extent of points leaves out what is not finite`() {
    let extent = Extent(of: [Point(1, .nan), Point(.infinity, 2), Point(3, -4)])
    #expect(extent.x == 1...3 && extent.y == -4...2)
  }

  @Test func `a union holds both and lacks nothing`() {
    let union = Extent(x: 0...1).union(Extent(x: 3...4, y: 5...6))
    #expect(union.x == 0...4 && union.y == 5...6)
  }

  @Test func `an empty extent changes nothing`() {
    let extent = Extent(of: [Point(0, 2), Point(7, -1)])
    #expect(extent.union(Extent()) == extent && Extent().union(extent) == extent)
  }
}
