import Chalkline
import Foundation
import Synchronization
import Testing

/// A sweep so large that it is trained in blocks.
struct SweepBlocksTests {
  /// The tiny course with a sweep of about four blocks in it, which takes some tenths of a second.
  private func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "figures:",
      """
        many:
          data: {shape: moons, rows: 100, seed: 1}
          network: {layers: [8 tanh, 1 sigmoid]}
          train: {rate: 0.5, epochs: 250, batch: 10}
          sweep: {seeds: 80}
      figures:
        many:
          kind: seed-curves
          scenario: many
          alt: {en: Curves, ko: 곡선들}
      """)
    return fixture
  }

  private func blocks(_ fixture: LessonFixture, in output: String) throws -> [String] {
    let folder = fixture.path("\(output)/.chalkline/traces")
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
  }

  @Test func `it is the same for every number of jobs, and one scenario in reports`() async throws {
    let fixture = try fixture()
    let reports = try await [1, 2, 5].asyncMap { jobs in
      try await fixture.build(into: "by \(jobs)") { $0.jobs = jobs }
    }
    #expect(Set(reports.map { $0.trainedCount }) == [2])
    #expect(fixture.files(in: "by 2") == fixture.files(in: "by 1"))
    #expect(fixture.files(in: "by 5") == fixture.files(in: "by 1"))
    // The blocks, and the other training of the course.
    #expect(try blocks(fixture, in: "by 1").count > 3)
  }

  @Test func `parts of a build share its blocks out, and it is put together of them`() async throws
  {
    let fixture = try fixture()
    try await fixture.build(into: "whole")
    let counts = try await [1, 2].asyncMap { number in
      try await fixture.build(into: "part \(number)") { $0.shard = Shard(number, of: 2) }
      try fixture.copy("part \(number)", over: "merged")
      return try blocks(fixture, in: "part \(number)").count
    }
    #expect(counts.allSatisfy { $0 > 1 })
    let report = try await fixture.build(into: "merged") { $0.jobs = 2 }
    #expect(report.trainedCount == 0 && report.reusedCount == 1)
    #expect(fixture.files(in: "merged") == fixture.files(in: "whole"))
  }

  @Test func `what is damaged of it is trained again, and only that`() async throws {
    let fixture = try fixture()
    try await fixture.build()
    let whole = fixture.files()
    // The other training of the course takes less.
    let sizes = try blocks(fixture, in: "output").map { path in
      (size: try Data(contentsOf: URL(filePath: path)).count, path: path)
    }
    let lost = try #require(sizes.max { $0.size < $1.size }).path
    let before = try blocks(fixture, in: "output").filter { $0 != lost }
      .map { try Data(contentsOf: URL(filePath: $0)) }
    try Data("no block".utf8).write(to: URL(filePath: lost))
    try fixture.remove("output/xor/trace/many.csv")
    let report = try await fixture.build()
    #expect(report.trainedCount == 1 && report.reusedCount == 0)
    #expect(fixture.files() == whole)
    let after = try blocks(fixture, in: "output").filter { $0 != lost }
      .map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(Set(after) == Set(before))
  }

  @Test func `how far a long training is can be told while it runs`() async throws {
    let fixture = try fixture()
    let told = Mutex<[BuildProgress]>([])
    let lessons = try LessonsFolder(fixture.path("lessons"))
    var options = BuildOptions()
    options.formats = ["svg"]
    _ = try await CourseBuild(lessons: lessons, output: fixture.path("output"), options: options)
      .run(progress: { progress in told.withLock { $0.append(progress) } })
    let steps = told.withLock { $0 }
    #expect(steps.contains { $0.latest.hasPrefix("xor: training many, ") })
    #expect(steps.contains { $0.latest == "xor: trained a part of many" })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.share <= $1.share + 1e-9 })
  }
}
