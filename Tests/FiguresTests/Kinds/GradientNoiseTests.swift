import Drawings
import Figures
import Testing

/// Gradients of batches about that of all rows.
struct GradientNoiseTests {
  private static func scenarios(batch: String) -> String {
    """
    run:
      data: {shape: line, rows: 60}
      network: {layers: [1 identity], parameters: [-1, 2]}
      train: {rate: 0.1, batch: \(batch), epochs: 3}
      seed: 5
    """
  }

  private func sheet(batch: String, options: String = "") throws -> PanelSheet {
    try Exhibit(
      "kind: gradient-noise\nscenario: run\nepoch: 0" + options,
      scenarios: Self.scenarios(batch: batch)
    ).sheet()
  }

  private func centers(_ sheet: PanelSheet) -> [Point] {
    sheet.fills(sheet.theme.forward.opacity(0.5)).map { outline in
      let count = Double(outline.corners.count)
      return Point(
        outline.corners.reduce(0) { $0 + $1.x } / count,
        outline.corners.reduce(0) { $0 + $1.y } / count)
    }
  }

  @Test func `the arrow ends at the gradient of all rows`() throws {
    let exhibit = try Exhibit(
      "kind: gradient-noise\nscenario: run\nepoch: 0", scenarios: Self.scenarios(batch: "6"))
    let gradients = try #require(exhibit.traces["run"]?.first.gradients)
    let sheet = try exhibit.sheet()
    let tips = sheet.fills(sheet.theme.accent).flatMap { $0.corners }
    let want = Point(gradients.weights[0][0, 0], gradients.biases[0][0])
    // Placed on the sheet and read back.
    #expect(tips.contains { abs($0.x - want.x) < 1e-9 && abs($0.y - want.y) < 1e-9 })
  }

  @Test func `about nineteen in twenty batches lie within two deviations' ellipse or near it`()
    throws
  {
    let sheet = try sheet(batch: "6")
    #expect(centers(sheet).count == 240)
  }

  @Test func `a batch of all rows has no noise and no ellipse`() throws {
    let sheet = try sheet(batch: "all")
    #expect(sheet.panel.subtitle == "no noise")
    #expect(sheet.strokes(sheet.theme.forward).isEmpty)
  }

  @Test func `larger batches scatter less`() throws {
    func spread(_ batch: String) throws -> Double {
      let xs = centers(try sheet(batch: batch)).map { $0.x }
      return (xs.max() ?? 0) - (xs.min() ?? 0)
    }
    #expect(try spread("1") > spread("6"))
    #expect(try spread("6") > spread("20"))
  }

  @Test func `parameters that there are not are refused where they stand`() {
    let complaint = complaint(
      "kind: gradient-noise\nscenario: run\nparameters: [1, 7]",
      scenarios: Self.scenarios(batch: "6"))
    #expect(complaint.contains("has 2 parameters, not 7"), "\(complaint)")
    #expect(complaint.hasPrefix("lesson.yaml:7:"), "\(complaint)")
  }
}
