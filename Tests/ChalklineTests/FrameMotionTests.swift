import Chalkline
import Foundation
import Testing

/// What figures move along, frame by frame.
struct FrameMotionTests {
  private static let lesson = """
    title: {en: Motion, ko: 움직임}
    scenarios:
      rule: {data: and, model: perceptron, train: {epochs: 20, rate: 1}}
      other-rule: {data: or, model: perceptron, train: {epochs: 20, rate: 1}}
      hidden:
        data: {shape: moons, rows: 20}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, batch: 5, epochs: 6}
      hill: {model: function, function: double-well, starts: [[-2], [2]], train: {rate: 0.01, steps: 30}}
      product: {model: expression, expression: f = (x + y) * z, values: {x: -2, y: 5, z: -4}}
      seeds:
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, epochs: 3}
        sweep: {seeds: 2, units: [1, 2]}
    figures:
      lines: {kind: decision-boundary, scenarios: [rule, other-rule], alt: {en: x, ko: x}}
      corrections: {kind: perceptron-updates, scenario: rule, alt: {en: x, ko: x}}
      plane: {kind: decision-boundary, scenario: hidden, epochs: [0, last], alt: {en: x, ko: x}}
      surface: {kind: loss-surface, scenario: hidden, resolution: 5, alt: {en: x, ko: x}}
      roll: {kind: descent-path, scenario: hill, alt: {en: x, ko: x}}
      valleys: {kind: basins, scenario: hill, resolution: 9, alt: {en: x, ko: x}}
      circuit: {kind: backprop-flow, scenario: product, alt: {en: x, ko: x}}
      spread: {kind: outcome-spread, scenario: seeds, alt: {en: x, ko: x}}
      curves: {kind: activation-curves, activations: [tanh], alt: {en: x, ko: x}}

    """

  private func fixture(_ edit: (String) -> String = { $0 }) throws -> LessonFixture {
    var files = TinyCourse.files
    files["course.yaml"] = "title: {en: M, ko: 움}\nlanguages: [en, ko]\nlessons: [motion]\n"
    files["motion/lesson.yaml"] = edit(Self.lesson)
    for language in ["en", "ko"] { files["motion/lesson.\(language).md"] = "# Motion\n" }
    return try LessonFixture(files)
  }

  private func listing(
    of figure: String, _ adjust: (inout FrameOptions) -> Void = { _ in }
  ) async throws -> FrameListing {
    let fixture = try fixture()
    defer { withExtendedLifetime(fixture) {} }
    var options = FrameOptions()
    options.formats = ["png"]
    options.languages = ["ko"]
    options.dotsPerInch = 36
    adjust(&options)
    _ = try await FrameRun(
      of: "motion#\(figure)", from: fixture.source(), into: fixture.path("output"),
      options: options, searching: ""
    ).run()
    let sizes = Set(
      fixture.files().filter { $0.key.hasSuffix(".png") }.values.map { $0[16..<24] })
    #expect(sizes.count == 1, "frames of \(sizes.count) sizes")
    return try FrameListing(fixture.files()["motion/frames/ko/\(figure).json"])
  }

  @Test func `a perceptron moves with every row that it is shown`() async throws {
    let list = try await listing(of: "lines") { $0.every = 1 }
    #expect(list.axis == "presentations")
    // AND is learned after six epochs of four rows.
    #expect(list.frames.map { $0.presentation } == Array(0...24))
  }

  @Test func `its corrections are shown one by one`() async throws {
    let list = try await listing(of: "corrections")
    #expect(list.axis == "stages")
    #expect(list.frames.map { $0.step } == Array(0...10))
  }

  @Test func `a network moves with every update where that is asked for`() async throws {
    let list = try await listing(of: "plane") {
      $0.over = "updates"
      $0.every = 1
    }
    #expect(list.axis == "updates")
    #expect(list.frames.map { $0.update } == Array(0...24))
    #expect(list.frames.map { $0.epoch } == [0] + (1...24).map { ($0 + 3) / 4 })
  }

  @Test(arguments: ["roll", "valleys"])
  func `a descent moves with its updates`(figure: String) async throws {
    let list = try await listing(of: figure) { $0.every = 10 }
    #expect(list.axis == "steps")
    #expect(list.frames.map { $0.step } == [0, 10, 20, 30])
  }

  @Test func `a circuit shows number after number, and at the end all without a mark`() async throws
  {
    let list = try await listing(of: "circuit")
    #expect(list.axis == "stages")
    // Five values, five gradients, nothing before and everything after.
    #expect(list.frames.count == 12)
  }

  @Test func `scenarios are shown one after another where that is asked for`() async throws {
    let list = try await listing(of: "lines") { $0.over = "scenarios" }
    #expect(list.frames.map { $0.scenario } == ["rule", "other-rule"])
  }

  @Test func `an animation may end before its training does`() async throws {
    let list = try await listing(of: "plane") { $0.until = 3 }
    #expect(list.frames.map { $0.epoch } == [0, 1, 2, 3])
  }

  @Test(arguments: [
    (
      "curves",
      "'curves', of kind 'activation-curves', is the same at every moment; figures of 'motion' "
        + "that can move: lines, corrections, plane, surface, roll, valleys, circuit"
    ),
    ("spread", "'spread', of kind 'outcome-spread', is the same at every moment"),
  ])
  func `a figure that cannot move is refused, with those that can`(
    figure: String, message: String
  ) async throws {
    do {
      _ = try await listing(of: figure)
      Issue.record("frames were made")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test(arguments: [
    (
      "frames: all", "curves",
      """
      lessons/motion/lesson.yaml:25:66: error: 'curves', of kind 'activation-curves', is the same at every moment
      """
    ),
    ("frames: al", "plane", "no choice of frames named 'al'; did you mean 'all'?"),
    ("frames: {evry: 3}", "plane", "did you mean 'every'?"),
    ("frames: {every: 0}", "plane", "'every' is 0; it must be 1 or more"),
    ("frames: {spacing: lag}", "plane", "did you mean 'log'?"),
    ("frames: {every: 2, count: 3}", "plane", "both 'every' and 'count'"),
    ("frames: {over: epochs}", "roll", "a descent has updates and no epochs"),
    ("frames: {over: updates}", "circuit", "moves by steps of its own"),
    ("frames: {over: scenarios}", "plane", "has one scenario"),
  ])
  func `a key that cannot be followed is refused where it stands`(
    key: String, figure: String, message: String
  ) throws {
    let fixture = try fixture { lesson in
      lesson.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("  \(figure): ")
          ? String(line).replacing(", alt:", with: ", \(key), alt:") : String(line)
      }.joined(separator: "\n")
    }
    let text = try fixture.check()
    #expect(text.contains(message), "\(text)")
  }
}
