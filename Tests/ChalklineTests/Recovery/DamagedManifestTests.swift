import Chalkline
import Foundation
import Testing

/// The manifest is written for others: builds believe their own records, and write it anew.
struct DamagedManifestTests {
  /// What may stand in its place.
  private static let texts = [
    "x", "", "{}", "null", "[]", String(repeating: "[", count: 200_000),
    #"{"name": "another program", "version": 1, "files": ["a"]}"#,
    #"{"schema": 1, "figures": {}}"#, #"{"schema": 999}"#, "\u{0}\u{1}",
  ]

  @Test func `whatever becomes of it, the next build leaves all as it was`() async throws {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    let manifest = String(decoding: try #require(whole["manifest.json"]), as: UTF8.self)
    let digest = try #require(manifest.firstMatch(of: #/"sha256" : "(.)/#))
    var edited = manifest
    edited.replaceSubrange(
      digest.output.1.startIndex..<digest.output.1.endIndex,
      with: digest.output.1 == "0" ? "1" : "0")
    let unlisted = manifest.replacing("deck.pdf", with: "dock.pdf")
    for text in Self.texts + [edited, unlisted] {
      try fixture.replace("output/manifest.json", with: Data(text.utf8))
      #expect(try !fixture.outputFindings().isEmpty, "check does not miss \(text.prefix(40))")
      let report = try await fixture.buildAll()
      #expect(report.findings == [])
      #expect(report.writtenCount == 1)
      #expect(fixture.files().differences(from: whole) == [], "\(text.prefix(40))")
      #expect(try fixture.outputFindings() == [])
    }
  }

  @Test func `with the records gone as well all is made again`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let whole = fixture.files()
    for text in [nil] + Self.texts {
      try fixture.remove("output/.chalkline/records")
      try fixture.remove("output/manifest.json")
      if let text { try fixture.replace("output/manifest.json", with: Data(text.utf8)) }
      #expect(try await fixture.build().findings == [])
      #expect(fixture.files().differences(from: whole) == [])
      #expect(try fixture.outputFindings() == [])
    }
  }

  /// A build that died while it put files in place has noted them in the manifest alone.
  @Test func `files that a build has left that died are known, and go if nobody needs them`()
    async throws
  {
    let (fixture, other) = (try RecoveryCourse.fixture(), try RecoveryCourse.fixture())
    try await fixture.buildAll()
    let whole = fixture.files()
    // The other course has one more figure and more frames.
    try other.edit("and/lesson.yaml", "count: 3", "count: 5")
    try other.edit(
      "xor/lesson.yaml", "figures:\n",
      "figures:\n  free:\n    kind: activation-curves\n    alt: {en: Curves, ko: 곡선}\n")
    try await other.buildAll()
    let files = other.files()
    for group in ["and", "xor"] {
      // Half of the files of one lesson are there, and the manifest says so.
      let manifest = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
        .replacing(
          "\"software\"", with: "\"writing\" : \"\(group)\", \"software\"", maxReplacements: 1)
      try fixture.replace("output/manifest.json", with: Data(manifest.utf8))
      for name in files.keys.filter({ $0.hasPrefix("\(group)/") }).sorted().enumerated()
      where name.offset % 2 == 0 {
        let folder = URL(filePath: fixture.path("output/\(name.element)"))
          .deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try fixture.replace("output/\(name.element)", with: files[name.element] ?? Data())
      }
      #expect(fixture.files().count > whole.count)
      #expect(try !fixture.outputFindings().isEmpty)
      // The lessons are what they were before that build.
      try await fixture.buildAll { $0.only = [group == "and" ? "xor" : "and"] }
      try fixture.expectTrueManifest()
      try await fixture.buildAll()
      #expect(fixture.files().differences(from: whole) == [])
      #expect(try fixture.outputFindings() == [])
    }
  }
}

extension LessonFixture {
  /// Whether every file that the manifest lists is there with so many bytes.
  fileprivate func expectTrueManifest() throws {
    let files = files()
    let text = String(decoding: files["manifest.json"] ?? Data(), as: UTF8.self)
    #expect(!text.contains("\"writing\""))
    for file in text.matches(of: #/"bytes" : (\d+)[^}]*"path" : "([^"]*)"/#) {
      let path = String(file.output.2)
      #expect(files[path]?.count == Int(file.output.1), "\(path)")
    }
  }
}
