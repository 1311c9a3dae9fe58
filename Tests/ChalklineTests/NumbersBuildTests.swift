import Chalkline
import Foundation
import Testing

/// What a scenario's `numbers` asks a build for.
struct NumbersBuildTests {
  private func fixture(_ choice: String) throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "    seed: 7", "    seed: 7\n    numbers: \(choice)")
    return fixture
  }

  private func numbers(_ fixture: LessonFixture) -> [String] {
    fixture.files().keys.filter { $0.hasPrefix("xor/trace/") }.sorted()
  }

  @Test func `everything that is kept is written if a lesson asks for it`() async throws {
    let fixture = try fixture("all")
    try await fixture.build()
    #expect(
      numbers(fixture) == [
        "xor/trace/hidden.csv", "xor/trace/hidden.json", "xor/trace/hidden.npz",
      ])
  }

  @Test func `another choice writes numbers anew, and trains and draws nothing`() async throws {
    let fixture = try fixture("all")
    try await fixture.build()
    let before = fixture.files()
    try fixture.edit("xor/lesson.yaml", "numbers: all", "numbers: shown")
    let report = try await fixture.build()
    #expect(report.trainedCount == 0)
    #expect(numbers(fixture) == ["xor/trace/hidden.csv", "xor/trace/hidden.npz"])
    let after = fixture.files()
    for name in after.keys where name.contains("/figures/") { #expect(after[name] == before[name]) }
    #expect(before["xor/trace/hidden.csv"] != after["xor/trace/hidden.csv"])
    #expect(try await fixture.build().writtenCount == 0)
  }

  @Test func `without numbers there are no files and no links`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    #expect(fixture.text("xor/index.html").contains("trace/hidden.npz"))
    try fixture.edit("xor/lesson.yaml", "    seed: 7", "    seed: 7\n    numbers: none")
    try await fixture.build()
    #expect(numbers(fixture) == [])
    #expect(!fixture.text("xor/index.html").contains("trace/"))
    #expect(!fixture.text("manifest.json").contains("xor/trace/"))
    #expect(numbers(fixture) == [] && fixture.text("and/index.html").contains("trace/rule.npz"))
  }

  @Test func `every file of numbers has a link on its page`() async throws {
    let fixture = try fixture("all")
    try await fixture.build()
    let page = fixture.text("xor/index.html")
    for name in numbers(fixture) {
      #expect(page.contains("href=\"\(name.dropFirst("xor/".count))\""))
    }
  }
}
