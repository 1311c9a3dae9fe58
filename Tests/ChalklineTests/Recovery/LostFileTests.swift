import Chalkline
import Foundation
import Testing

/// Files of the output that are gone, or not what was built: the next build makes them again, and `check` sees it.
struct LostFileTests {
  @Test func `whatever file is deleted comes back, and check tells before and not after`()
    async throws
  {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    #expect(whole.count > 40)
    #expect(try fixture.outputFindings() == [])
    for name in whole.keys.sorted() {
      try fixture.remove("output/\(name)")
      #expect(try !fixture.outputFindings().isEmpty, "check does not miss \(name)")
      let report = try await fixture.buildAll()
      #expect(report.findings == [] && report.removedCount == 0, "\(name)")
      #expect(fixture.files().differences(from: whole) == [], "\(name)")
      #expect(try fixture.outputFindings() == [], "\(name)")
    }
  }

  @Test func `a folder that is deleted comes back with all that lay in it`() async throws {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    let folders = Set(whole.keys.flatMap { $0.parents }).sorted()
    #expect(folders.count > 8)
    for folder in folders {
      try fixture.remove("output/\(folder)")
      #expect(try !fixture.outputFindings().isEmpty, "check does not miss \(folder)")
      try await fixture.buildAll()
      #expect(fixture.files().differences(from: whole) == [], "\(folder)")
      #expect(try fixture.outputFindings() == [], "\(folder)")
    }
  }

  /// One of each kind.
  private static let examples = [
    "and/figures/en/boundary.svg", "and/figures/ko/boundary.pdf", "and/frames/ko/boundary.json",
    "and/frames/en/boundary/boundary-00001.png", "xor/trace/hidden.npz", "xor/deck.pdf",
    "xor/index.html", "index.ko.html", "xor/source/lesson.yaml", "manifest.json",
  ]

  @Test func `other bytes of the old size and time are made again, and check tells of them`()
    async throws
  {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    for name in Self.examples {
      let path = fixture.path("output/\(name)")
      var before = stat()
      try #require(stat(path, &before) == 0)
      var bytes = try #require(whole[name])
      bytes[bytes.count / 2] ^= 1
      try fixture.overwrite(path, with: bytes, keeping: before)
      #expect(try !fixture.outputFindings().isEmpty, "check does not miss \(name)")
      try await fixture.buildAll()
      #expect(fixture.files().differences(from: whole) == [], "\(name)")
      #expect(try fixture.outputFindings() == [], "\(name)")
    }
  }

  /// What a build does not look at stays as it is, as far as it is there.
  @Test(arguments: [
    "and/frames/en/boundary/boundary-00001.png", "and/frames/ko/boundary.pdf",
    "and/trace/rule.csv", "and/deck.pdf", "and/index.ko.html", "and/source/lesson.yaml",
  ])
  func `a file that is gone takes none of its neighbors with it, where a build does not look`(
    name: String
  ) async throws {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    try fixture.remove("output/\(name)")
    let report = try await fixture.buildAll { $0.only = ["xor"] }
    #expect(report.removedCount == 0)
    let kept = fixture.files()
    #expect(kept.differences(from: whole) == [name, "manifest.json"].sorted())
    #expect(!kept.manifestPaths.contains(name))
    #expect(kept.manifestPaths.isSubset(of: Set(kept.keys)))
    try await fixture.buildAll()
    #expect(fixture.files().differences(from: whole) == [])
  }

  /// As the first stage of `serve` does.
  @Test func `a build without frames and documents removes none of them`() async throws {
    let fixture = try RecoveryCourse.fixture()
    try await fixture.buildAll()
    let whole = fixture.files()
    for name in ["and/frames/en/boundary/boundary-00002.png", "and/handout.pdf"] {
      try fixture.remove("output/\(name)")
    }
    let report = try await fixture.buildAll {
      $0.formats = ["svg"]
      ($0.frames, $0.documents) = (false, false)
    }
    #expect(report.removedCount == 0)
    #expect(fixture.files().count == whole.count - 2)
    try await fixture.buildAll()
    #expect(fixture.files().differences(from: whole) == [])
  }
}

extension String {
  /// The folders that a path lies in: `a`, `a/b` for `a/b/c`.
  fileprivate var parents: [String] {
    let parts = split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }
}

extension LessonFixture {
  /// Writes into the file that is there, and sets its time back, until the clock of the file system has gone on.
  fileprivate func overwrite(_ path: String, with bytes: Data, keeping before: stat) throws {
    var now = stat()
    repeat {
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.write(contentsOf: bytes)
      try file.close()
      var times = [before.st_mtim, before.st_mtim]
      guard utimensat(AT_FDCWD, path, &times, 0) == 0, stat(path, &now) == 0 else {
        throw POSIXError(.EIO)
      }
    } while now.st_ctim.tv_sec == before.st_ctim.tv_sec
      && now.st_ctim.tv_nsec == before.st_ctim.tv_nsec
  }
}

extension [String: Data] {
  /// What the manifest of an output lists.
  fileprivate var manifestPaths: Set<String> {
    let text = String(decoding: self["manifest.json"] ?? Data(), as: UTF8.self)
    return Set(text.matches(of: #/"path" : "([^"]*)"/#).map { String($0.output.1) })
  }
}
