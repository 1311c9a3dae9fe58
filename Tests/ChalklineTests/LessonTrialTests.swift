import Chalkline
import Foundation
import Testing

/// What a lesson alone shows to be impossible or too much is refused before anything is trained, by `check` and by
/// `build` in the same words.
struct LessonTrialTests {
  /// A lesson that asks for too much, and what is said of it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let data: String
    let layers: String
    let epochs: String
    let limits: String
    /// Its fields, with a semicolon between them.
    let figure: String
    let message: String

    init(
      _ name: String, data: String = "xor", layers: String = "[2 tanh, 1 sigmoid]",
      epochs: String = "60", limits: String = "", figure: String = "kind: loss-curve",
      message: String
    ) {
      testDescription = name
      (self.data, self.layers, self.epochs, self.limits) = (data, layers, epochs, limits)
      (self.figure, self.message) = (figure, message)
    }

    var lesson: String {
      """
      title: {en: One}
      scenarios:
        s:
          data: \(data)
          network: {layers: \(layers)}
          loss: cross-entropy
          train: {optimizer: sgd, rate: 0.5, epochs: \(epochs)}
          \(limits)
      figures:
        f:
          \(figure)
          scenario: s
          caption: {en: A caption}
          alt: {en: Words for those who cannot see it}

      """
    }
  }

  private static let allEpochs = "[\((0..<300).map { String($0) }.joined(separator: ", "))]"

  static let refusals = [
    Refusal(
      "a plane of three inputs", data: "{file: points.csv, target: kind}",
      figure: "kind: decision-boundary",
      message: "12:15: error: 'decision-boundary' draws a plane, so it needs 2 inputs"),
    Refusal(
      "curvatures of many parameters", layers: "[300 tanh, 1 sigmoid]",
      figure: "kind: spectrum",
      message: "12:15: error: scenario 's' has 1201 parameters, and their curvatures take too long"),
    Refusal(
      "an epoch beyond the end", figure: "kind: decision-boundary; epochs: [0, 61]",
      message: "error: scenario 's' has no epoch 61: it ends at epoch 60"),
    Refusal(
      "a hidden layer that is not there", layers: "[1 sigmoid]", figure: "kind: hidden-space",
      message: "error: 'hidden-space' needs a hidden layer; scenario 's' has none"),
    Refusal(
      "another kind of scenario", figure: "kind: basins",
      message: "error: this figure draws a descent, and scenario 's' is a training"),
    Refusal(
      "too many epochs", epochs: "10000000",
      message: "error: the trace would take 4.2 GiB (17 steps); the limit is 256 MiB"),
    Refusal(
      "too many lines of data", data: "{file: points.csv, target: kind}",
      limits: "limits: {rows: 3}",
      message: "points.csv:1:1: error: this file has 5 lines; the limit is 3"),
    Refusal(
      "too many frames", epochs: "9999", figure: "kind: loss-curve; frames: all",
      message: "error: there would be 10000 frames in every language; the limit is 5000"),
    Refusal(
      "too many panels", epochs: "300",
      figure: "kind: decision-boundary; epochs: \(allEpochs)",
      message: "error: figure 'f' would have 300 panels; the limit is 200"),
  ]

  private static func fixture(_ refusal: Refusal) throws -> LessonFixture {
    let lines = refusal.figure.split(separator: "; ").joined(separator: "\n    ")
    return try LessonFixture([
      "course.yaml": "title: {en: T}\nlanguages: [en]\ntheme: paper\nlessons: [l]\n",
      "l/lesson.yaml": refusal.lesson.replacing(refusal.figure, with: lines),
      "l/lesson.en.md": "# One\n\n![Words](figures/f.svg)\n",
      "l/points.csv": "x,y,z,kind\n0,0,0,a\n0,1,0,b\n1,0,1,b\n1,1,1,a\n",
    ])
  }

  @Test(arguments: refusals)
  func `it is refused before anything is trained`(refusal: Refusal) async throws {
    let fixture = try Self.fixture(refusal)
    let check = try fixture.check()
    #expect(check.contains(refusal.message), "\(check)")
    #expect(check.contains("1 lesson: 1 error"))
    let report = try await fixture.build()
    #expect(report.findings.count == 1)
    #expect(report.findings.contains { "\($0)".contains(refusal.message) }, "\(report.findings)")
    #expect(report.trainedCount == 0 && report.lessonCount == 0)
    #expect(fixture.files().keys.allSatisfy { !$0.hasPrefix("l/") })
  }

  @Test func `what a refusal says allows it`() async throws {
    let fixture = try Self.fixture(
      Refusal(
        "", data: "{file: points.csv, target: kind}", limits: "limits: {rows: 5}",
        figure: "kind: loss-curve; frames: {every: 1, limit: 61}", message: ""))
    let report = try await fixture.build { $0.frames = false }
    #expect(report.isComplete && report.trainedCount == 1)
  }
}
