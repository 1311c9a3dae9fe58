import Chalkline
import Foundation
import Testing

/// What was trained once is not trained again.
struct TraceStoreTests {
  /// A course that is built, and whose figure of XOR has a title of its own.
  private func builtFixture() async throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "    caption:", "    title: {en: Plane, ko: 평면}\n    caption:")
    let report = try await fixture.build()
    #expect(report.trainedCount == 1)
    #expect(report.computedCount == 1)
    return fixture
  }

  @Test func `a caption that is in no image draws nothing and trains nothing`() async throws {
    let fixture = try await builtFixture()
    try fixture.edit("xor/lesson.yaml", "en: Before and after", "en: Then and now")
    let report = try await fixture.build()
    #expect(report.reasons == [])
    #expect(report.trainedCount + report.reusedCount + report.computedCount == 0)
    #expect(report.pageCount == 1)
    #expect(report.otherReasons == ["xor/index.html: a caption or alternative text changed"])
  }

  @Test(arguments: [
    ("en: The plane before and after", "en: The plane", "the figure's words in en changed"),
    ("en: Plane", "en: Flat", "the figure's words in en changed"),
    (
      "kind: decision-boundary", "kind: decision-boundary\n    size: [400, 300]",
      "the figure's section changed"
    ),
    (
      "  hidden:\n", "  hidden:\n    title: {en: Two units, ko: 두 유닛}\n",
      "a scenario's title changed"
    ),
  ])
  func `nothing is trained for words or for a style`(old: String, new: String, reason: String)
    async throws
  {
    let fixture = try await builtFixture()
    try fixture.edit("xor/lesson.yaml", old, new)
    let report = try await fixture.build()
    #expect(report.reasons == ["xor#boundary: \(reason)"])
    #expect(report.trainedCount == 0)
    #expect(report.reusedCount == 1)
    let fresh = fixture.files()
    try await fixture.build { $0.force = true }
    #expect(fixture.files() == fresh)
  }

  @Test func `with its numbers gone a scenario is reused, not trained`() async throws {
    let fixture = try await builtFixture()
    let whole = fixture.files()
    try FileManager.default.removeItem(atPath: fixture.path("output/xor"))
    let report = try await fixture.build()
    #expect(report.trainedCount == 0)
    #expect(fixture.files() == whole)
  }

  @Test(arguments: ["cut", "flipped", "foreign", "empty", "longer"])
  func `a trace that is damaged is trained again without a word`(damage: String) async throws {
    let fixture = try await builtFixture()
    let folder = fixture.path("output/.chalkline/traces")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = URL(filePath: "\(folder)/\(name)")
    var bytes = try Data(contentsOf: file)
    switch damage {
    case "cut": bytes.removeLast(9)
    case "flipped": bytes[bytes.count / 2] ^= 4
    case "foreign":
      // The whole and sound trace of another seed, under the name of this one.
      let other = try LessonFixture()
      try other.edit("xor/lesson.yaml", "seed: 7", "seed: 8")
      try await other.build()
      let traces = other.path("output/.chalkline/traces")
      let others = try FileManager.default.contentsOfDirectory(atPath: traces)
      bytes = try Data(contentsOf: URL(filePath: "\(traces)/\(#require(others.first))"))
    case "empty": bytes = Data()
    default: bytes += Data([0])
    }
    try bytes.write(to: file)
    try fixture.edit("xor/lesson.yaml", "en: Plane", "en: Flat")
    let report = try await fixture.build()
    #expect(report.findings == [])
    #expect(report.trainedCount == 1)
    let mended = fixture.files()
    try await fixture.build { $0.force = true }
    #expect(fixture.files() == mended)
  }

  @Test func `traces that nothing refers to go`() async throws {
    let fixture = try await builtFixture()
    let folder = fixture.path("output/.chalkline/traces")
    let before = try FileManager.default.contentsOfDirectory(atPath: folder)
    try fixture.edit("xor/lesson.yaml", "seed: 7", "seed: 8")
    try await fixture.build()
    let after = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(before.count == 1)
    #expect(after.count == 1)
    #expect(before != after)
  }

  @Test func `prose that changes makes its page, the list it begins in, and nothing else`()
    async throws
  {
    let fixture = try await builtFixture()
    let before = fixture.files()
    try fixture.edit("xor/lesson.ko.md", "# 직선 둘", "# 직선 둘\n\n그리고.")
    let report = try await fixture.build()
    #expect(
      report.otherReasons == [
        "index.ko.html: a lesson's first words changed", "xor/index.ko.html: the prose changed",
      ])
    #expect(report.writtenCount == 4)
    #expect(report.trainedCount + report.reusedCount + report.computedCount == 0)
    let changed = fixture.files().filter { before[$0.key] != $0.value }.keys.sorted()
    #expect(
      changed == [
        "index.ko.html", "manifest.json", "xor/index.ko.html", "xor/source/lesson.ko.md",
      ])
  }

  @Test func `an output folder that was copied is current as it is`() async throws {
    let fixture = try await builtFixture()
    let (old, new) = (fixture.path("output"), fixture.path("copy"))
    try FileManager.default.copyItem(atPath: old, toPath: new)
    // A copy on another machine has other times and other file numbers.
    for name in fixture.files(in: "copy").keys {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: "\(new)/\(name)")
    }
    let report = try await fixture.build(into: "copy")
    #expect(report.reasons + report.otherReasons == [])
    #expect(report.writtenCount == 0)
  }

  @Test func `a course whose theme changes is drawn in it, under the same names`() async throws {
    let fixture = try await builtFixture()
    let before = fixture.files()
    try fixture.edit("course.yaml", "theme: paper", "theme: board")
    let report = try await fixture.build()
    #expect(report.reasons.count == 2)
    #expect(report.trainedCount == 0)
    let picture = "xor/figures/en/boundary.svg"
    #expect(fixture.files()[picture] != before[picture])
  }
}
