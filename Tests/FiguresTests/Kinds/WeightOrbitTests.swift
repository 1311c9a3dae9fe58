import Figures
import Testing

struct WeightOrbitTests {
  private func exhibit(_ data: String, _ rest: String = "", options: String = "") throws -> Exhibit
  {
    try Exhibit(
      "kind: weight-orbit\nscenario: rule\n\(options)",
      scenarios: "rule:\n  data: \(data)\n  model: perceptron\n\(rest)")
  }

  @Test func `the cycle of XOR has 4 presentations and 4 updates`() throws {
    let note = try exhibit("xor").plot().note
    #expect(note.contains("one cycle: 4 presentations, 4 updates"))
  }

  @Test func `an arrow of the cycle is drawn for every move of its weights`() throws {
    let exhibit = try exhibit("xor")
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let cycle = try #require(run.cycle)
    let moves = run.steps.filter { $0.epoch >= cycle.firstEpoch && $0.weights != $0.weightsBefore }
    let sheet = try exhibit.sheet()
    #expect(sheet.fills(sheet.theme.accent).count == moves.count)
  }

  @Test func `arrows of the cycle end where its weights were`() throws {
    let exhibit = try exhibit("xor")
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let sheet = try exhibit.sheet()
    for head in sheet.fills(sheet.theme.accent) {
      let tip = head.corners[0]
      // The tip is the arrow's end, but for rounding to the page and back.
      #expect(
        run.steps.contains {
          ($0.weights[0] - tip.x).magnitude < 1e-9 && ($0.weights[1] - tip.y).magnitude < 1e-9
        })
    }
  }

  @Test(arguments: 1...4)
  func `a cycle is drawn over time as often as asked`(turns: Int) throws {
    let exhibit = try exhibit("xor", options: "turns: \(turns)")
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let cycle = try #require(run.cycle)
    let sheet = try exhibit.sheet(1)
    let end = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }.map { $0.x }.max()
    let before = run.steps.count - cycle.presentations
    // A place on the page and back is rounded twice.
    #expect(((end ?? 0) - Double(before + turns * cycle.presentations)).magnitude < 1e-9)
  }

  @Test func `the stairs repeat from turn to turn`() throws {
    let sheet = try exhibit("xor", options: "turns: 3").sheet(1)
    for stairs in sheet.strokes(sheet.theme.ink).map({ $0.corners }) {
      let heights = (0...8).map { step in
        stairs.last { ($0.x - (stairs[stairs.count - 1].x - Double(step))).magnitude < 1e-6 }?.y
      }
      #expect(heights[0] == heights[4] && heights[1] == heights[5] && heights[4] == heights[8])
    }
  }

  @Test func `a gate that is learned says when`() throws {
    let exhibit = try exhibit("and")
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let epoch = try #require(run.firstErrorFreeEpoch)
    #expect(
      try exhibit.plot().note.contains(
        "no error left after \(run.updateCount) updates, in epoch \(epoch)"))
    let sheet = try exhibit.sheet()
    #expect(sheet.fills(sheet.theme.accent).isEmpty)
  }

  @Test func `a training that is cut short says so`() throws {
    let note = try exhibit("and", "  train: {epochs: 2}").plot().note
    #expect(note.contains("not settled after 2 epochs"))
  }

  @Test func `a perceptron that was shown nothing stands where it began`() throws {
    let exhibit = try exhibit("xor", "  train: {epochs: 0}")
    #expect(try exhibit.drawing().strays == [])
    let sheet = try exhibit.sheet()
    #expect(sheet.texts.map { $0.content } == ["b: 0"])
  }
}
