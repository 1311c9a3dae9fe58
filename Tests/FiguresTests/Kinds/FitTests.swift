import Figures
import Networks
import Plotting
import Testing
import Tracing

struct FitTests {
  private static let figure = "kind: fit\nscenario: curve"

  @Test func `the dashed line is the function that the rows were made from`() throws {
    let sheet = try Exhibit(Self.figure).sheet()
    let lines = sheet.strokes(sheet.theme.accent)
    let truth = try #require(lines.first).corners
    #expect(truth.count > 100)
    for point in truth {
      // Read back from points of the page, where the doubles are larger.
      #expect((point.y - Elementary.sin(point.x)).magnitude < 1e-9)
    }
  }

  @Test func `the solid line is the network's answer at the epoch`() throws {
    let exhibit = try Exhibit(Self.figure + "\nepochs: [0, last]")
    let trace = try #require(exhibit.traces["curve"])
    for (index, step) in [trace.first, trace.last].enumerated() {
      let sheet = try exhibit.sheet(index)
      let fit = try #require(
        sheet.strokes(sheet.theme.forward).first { $0.width == sheet.theme.boldLine }
      ).corners
      let inputs = Matrix(rows: fit.count, columns: 1, values: fit.map { $0.x })
      let outputs = step.network.outputs(for: trace.dataset.modelInputs(fromRaw: inputs))
      for (row, point) in fit.enumerated() {
        // As above; the network's slopes are small.
        #expect((point.y - outputs[row, 0]).magnitude < 1e-9)
      }
    }
  }

  @Test func `every row learned from is a dot, and those for validation only if asked for`() throws
  {
    for (options, count) in [("", 0), ("\nvalidation: true", 10)] {
      let sheet = try Exhibit(Self.figure + options).sheet()
      #expect(sheet.fills(sheet.theme.color(ofSeries: 0)).count == 10)
      #expect(sheet.fills(sheet.theme.color(ofSeries: 1)).count == count)
    }
  }

  @Test func `both errors and their gap stand below each panel`() throws {
    let exhibit = try Exhibit(Self.figure)
    let trace = try #require(exhibit.traces["curve"])
    let validation = try #require(trace.history.validationLoss.last)
    let written = [trace.last.loss, validation, validation - trace.last.loss].map {
      NumberText.significant($0, digits: 3)
    }
    let lines = try #require(try exhibit.plot().panels.first).footnotes
    #expect(
      lines == [
        "training loss \(written[0])", "validation loss \(written[1])", "gap \(written[2])",
      ])
  }

  @Test func `a network of two inputs is refused`() {
    let scenarios = """
      plane:
        data: {shape: playground-plane, rows: 20}
        network: {layers: [1 identity]}
        train: {rate: 0.01, epochs: 5}
      """
    #expect(
      complaint("kind: fit\nscenario: plane", scenarios: scenarios) == """
        lesson.yaml:6:15: 'fit' draws one input across; scenario 'plane' has 2
        = draw it as 'decision-boundary'
        """)
  }

  @Test func `classes are refused`() {
    let scenarios = """
      line:
        data: {file: line.csv, target: class}
        network: {layers: [1 sigmoid]}
        train: {rate: 0.1, epochs: 5}
      """
    let complaint = complaint(
      "kind: fit\nscenario: line", scenarios: scenarios,
      files: ["line.csv": "x,class\n0,no\n1,yes\n2,yes\n3,no\n"])
    #expect(complaint.contains("'fit' draws a number upward; scenario 'line' predicts classes"))
  }
}
