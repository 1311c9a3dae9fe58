import Chalkline
import Foundation
import Testing

/// A course that is split over several jobs comes out the same.
struct ShardTests {
  /// The tiny course with one more scenario and two more figures, so that there is something to split.
  private func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "figures:",
      """
        other:
          data: xor
          network: {layers: [3 tanh, 1 sigmoid]}
          train: {rate: 0.5, epochs: 40}
          seed: 3
      figures:
        curve:
          kind: loss-curve
          scenario: other
          alt: {en: A curve, ko: 곡선}
        free:
          kind: activation-curves
          alt: {en: Curves, ko: 곡선들}
      """)
    return fixture
  }

  @Test(arguments: [1, 2, 3, 7])
  func `parts built apart are the whole once they are put together`(count: Int) async throws {
    let fixture = try fixture()
    let whole = try await fixture.build(into: "whole")
    var trained = 0
    for number in (1...count).reversed() {
      let report = try await fixture.build(into: "part-\(number)") {
        $0.shard = Shard(number, of: count)
      }
      trained += report.trainedCount
      try fixture.copy("part-\(number)", over: "merged")
    }
    // No training is done twice.
    #expect(trained == whole.trainedCount)
    let report = try await fixture.build(into: "merged")
    #expect(report.reasons == [])
    #expect(report.trainedCount + report.reusedCount + report.computedCount == 0)
    #expect(fixture.files(in: "merged") == fixture.files(in: "whole"))
    #expect(try await fixture.build(into: "merged").writtenCount == 0)
  }

  @Test func `parts may be built into one folder`() async throws {
    let fixture = try fixture()
    try await fixture.build(into: "whole")
    for number in 1...3 {
      try await fixture.build(into: "shared") { $0.shard = Shard(number, of: 3) }
    }
    let report = try await fixture.build(into: "shared")
    #expect(report.reasons == [])
    #expect(fixture.files(in: "shared") == fixture.files(in: "whole"))
  }

  @Test func `every figure is in one part, and in one only`() async throws {
    let fixture = try fixture()
    let figures = try await [1, 2, 3].asyncMap { number in
      try await fixture.build(into: "part") { $0.shard = Shard(number, of: 3) }.figureCount
    }
    #expect(figures.reduce(0, +) == 4)
  }

  @Test(arguments: ["0/3", "4/3", "1", "1/2/3", "a/b", "1/0", "-1/2", ""])
  func `what is no part is refused`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func `a part is read as it is written`() {
    #expect(Shard("2/5") == Shard(2, of: 5))
    #expect(Shard("2/5")?.description == "2/5")
  }
}

extension LessonFixture {
  /// Copies everything in a folder over another one, as a collector of artifacts does.
  func copy(_ folder: String, over target: String) throws {
    let (source, target) = (path(folder), path(target))
    let names = FileManager.default.enumerator(atPath: source)?.compactMap { $0 as? String } ?? []
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(source)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let file = URL(filePath: "\(target)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: file)
      try Data(contentsOf: URL(filePath: "\(source)/\(name)")).write(to: file)
    }
  }
}

extension [Int] {
  func asyncMap<Result>(_ body: (Int) async throws -> Result) async rethrows
    -> [Result]
  {
    var results: [Result] = []
    for item in self { results.append(try await body(item)) }
    return results
  }
}
