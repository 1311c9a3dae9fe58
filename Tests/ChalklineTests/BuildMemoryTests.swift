import Chalkline
import Foundation
import Testing

/// Builds that follow each other in one process.
struct BuildMemoryTests {
  @Test func `what is remembered changes no byte, whatever is edited in between`() async throws {
    let fixture = try LessonFixture()
    let memory = BuildMemory()
    let edits: [(LessonFixture) throws -> Void] = [
      { try $0.edit("xor/lesson.yaml", "rate: 0.5", "rate: 0.3") },
      { try $0.write("# Another\n\n![x](figures/boundary.svg)\n", to: "xor/lesson.en.md") },
      { try $0.edit("xor/lesson.yaml", "2 tanh", "2 tahn") },
      { try $0.edit("xor/lesson.yaml", "2 tahn", "3 tanh") },
      { try FileManager.default.removeItem(atPath: $0.path("lessons/xor/lesson.en.md")) },
    ]
    for (index, edit) in edits.enumerated() {
      try edit(fixture)
      let warm = try await build(fixture, "warm", memory)
      let cold = try await build(fixture, "cold", nil)
      #expect(warm.findings == cold.findings, "edit \(index)")
      #expect(fixture.files(in: "warm") == fixture.files(in: "cold"), "edit \(index)")
    }
  }

  @Test func `output that somebody else has changed is seen`() async throws {
    let fixture = try LessonFixture()
    let memory = BuildMemory()
    _ = try await build(fixture, "warm", memory)
    let before = fixture.files(in: "warm")
    try FileManager.default.removeItem(atPath: fixture.path("warm/xor/index.html"))
    try FileManager.default.removeItem(atPath: fixture.path("warm/manifest.json"))
    _ = try await build(fixture, "warm", memory)
    #expect(fixture.files(in: "warm") == before)
  }

  @Test func `a build without frames leaves those that are there, and the next one draws them`()
    async throws
  {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "scenario: hidden", "scenario: hidden\n    frames: {count: 3}")
    let memory = BuildMemory()
    _ = try await build(fixture, "warm", memory)
    let first = fixture.files(in: "warm")
    try fixture.edit("xor/lesson.yaml", "seed: 7", "seed: 8")
    let quick = try await build(fixture, "warm", memory) { $0.frames = false }
    #expect(quick.isComplete)
    let between = fixture.files(in: "warm")
    #expect(between.frames == first.frames)
    #expect(between["xor/figures/en/boundary.svg"] != first["xor/figures/en/boundary.svg"])
    _ = try await build(fixture, "warm", memory)
    _ = try await build(fixture, "cold", nil)
    let last = fixture.files(in: "warm")
    #expect(last.frames != first.frames)
    #expect(last == fixture.files(in: "cold"))
  }

  private func build(
    _ fixture: LessonFixture, _ output: String, _ memory: BuildMemory?,
    _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> BuildReport {
    var options = BuildOptions()
    options.formats = ["svg"]
    adjust(&options)
    return try await CourseBuild(
      lessons: LessonsFolder(fixture.path("lessons")), output: fixture.path(output),
      options: options, remembering: memory
    ).run()
  }
}

extension [String: Data] {
  fileprivate var frames: [String: Data] { filter { $0.key.contains("/frames/") } }
}
