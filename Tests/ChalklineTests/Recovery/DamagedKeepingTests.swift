import Chalkline
import Foundation
import Testing

/// What is kept for later builds may be damaged in any way: it counts as none.
struct DamagedKeepingTests {
  /// What a disk does to a file, in words and in deed.
  private static let damages: [(name: String, done: @Sendable (Data) -> Data)] = [
    (
      "flipped",
      { bytes in
        var copy = bytes
        copy[copy.count / 2] ^= 0x10
        return copy
      }
    ),
    ("cut", { $0.prefix($0.count * 2 / 3) }),
    ("emptied", { _ in Data() }),
  ]

  @Test func `a damaged kept file changes no byte of what is built of it`() async throws {
    let fixture = try RecoveryCourse.fixture()
    // Two states to go back and forth between, each with the bytes of a build from nothing.
    let words = ["once", "again"]
    var fresh: [[String: Data]] = []
    for word in words {
      try RecoveryCourse.setTitles(word, in: fixture)
      try await fixture.buildAll(into: word)
      fresh.append(fixture.files(in: word))
    }
    #expect(fresh[0].differences(from: fresh[1]).count > 10)
    let kept = fixture.keptFiles(in: "again")
    let kinds = Set(kept.map { $0.split(separator: "/")[2] })
    #expect(kinds == ["records", "formulas", "traces", "drawings"])
    var turn = 1
    for name in kept {
      for damage in Self.damages {
        let bytes = try Data(contentsOf: URL(filePath: fixture.path(name)))
        try fixture.replace(name, with: damage.done(bytes))
        turn = 1 - turn
        try RecoveryCourse.setTitles(words[turn], in: fixture)
        let report = try await fixture.buildAll(into: "again")
        let what = Comment(rawValue: "\(name), \(damage.name)")
        #expect(report.findings == [], what)
        #expect(fixture.files(in: "again").differences(from: fresh[turn]) == [], what)
        #expect(fixture.keptFiles(in: "again") == kept, what)
      }
    }
    #expect(try fixture.outputFindings(in: "again") == [])
    #expect(try await fixture.buildAll(into: "again").writtenCount == 0)
  }

  @Test func `without a change damage does no harm either, be it to all at once`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let whole = fixture.files()
    for damage in Self.damages {
      for name in fixture.keptFiles() {
        let bytes = try Data(contentsOf: URL(filePath: fixture.path(name)))
        try fixture.replace(name, with: damage.done(bytes))
      }
      try fixture.remove("output/and/index.html")
      #expect(try await fixture.build().findings == [])
      #expect(fixture.files().differences(from: whole) == [], "\(damage.name)")
      #expect(try fixture.outputFindings() == [])
    }
  }

  @Test func `a build with a memory trusts no damaged file either`() async throws {
    let fixture = try RecoveryCourse.fixture()
    let memory = BuildMemory()
    try await fixture.buildAll(remembering: memory)
    for name in fixture.keptFiles() { try fixture.replace(name, with: Data("x".utf8)) }
    try RecoveryCourse.setTitles("again", in: fixture)
    #expect(try await fixture.buildAll(remembering: memory).findings == [])
    try await fixture.buildAll(into: "fresh")
    #expect(fixture.files().differences(from: fixture.files(in: "fresh")) == [])
  }
}
