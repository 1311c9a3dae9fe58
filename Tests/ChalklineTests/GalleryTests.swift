import Chalkline
import Foundation
import Testing

/// The figures that README shows are the figures that the course builds.
struct GalleryTests {
  static let figures = [
    "perceptron#gates", "perceptron#xor-orbit", "xor#network", "xor#hidden-space",
    "activations#curves",
  ]

  @Test(arguments: figures)
  func `a figure of the gallery is what its lesson draws today`(_ figure: String) async throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "gallery-\(UUID())")
    defer { try? FileManager.default.removeItem(at: output) }
    var options = BuildOptions()
    options.only = [figure]
    options.formats = ["svg"]
    options.languages = ["en"]
    let report = try await CourseBuild(
      lessons: LessonsFolder(Repository.root.appending(path: "lessons").path), output: output.path,
      options: options
    ).run()
    try #require(report.findings.isEmpty)

    let name = figure.split(separator: "#")
    let drawn = try Data(
      contentsOf: output.appending(path: "\(name[0])/figures/en/\(name[1]).svg"))
    let shown = Repository.root.appending(path: "docs/gallery/\(name[0])-\(name[1]).svg")
    if ProcessInfo.processInfo.environment["CHALKLINE_RECORD"] == "gallery" {
      try drawn.write(to: shown)
    }
    // Not `drawn == shown` inside the expectation, which would print both files.
    let isCurrent = try drawn == Data(contentsOf: shown)
    #expect(isCurrent, "docs/gallery/\(shown.lastPathComponent) is out of date")
  }
}
