import Chalkline
import Foundation
import Testing

/// Animations that lessons ask for, as a build makes them.
struct FrameBuildTests {
  private func fixture(_ frames: String = "{count: 4, fps: 5}") throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "kind: decision-boundary\n",
      "kind: decision-boundary\n    frames: \(frames)\n")
    return fixture
  }

  private func frames(_ fixture: LessonFixture) -> [String: Data] {
    fixture.files().filter { $0.key.contains("/frames/") }
  }

  private struct Listing: Decodable {
    struct Animation: Decodable {
      struct File: Decodable {
        var path: String
      }

      var axis: String
      var moments: [Int]
      var files: [File]
    }

    var animations: [String: Animation]
  }

  @Test func `a build makes images, a document and a filmstrip in every language`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    for language in ["en", "ko"] {
      let folder = "xor/frames/\(language)/"
      let list = try FrameListing(fixture.files()[folder + "boundary.json"])
      #expect(list.framesPerSecond == 5)
      #expect(list.frames.first?.epoch == 0)
      #expect(list.frames.last?.epoch == 60)
      let names = frames(fixture).keys.filter { $0.hasPrefix(folder) }.sorted()
      #expect(
        names
          == ([folder + "boundary.json", folder + "boundary.pdf"]
          + list.frames.indices.map { folder + "boundary/boundary-0000\($0).png" } + [
            folder + "boundary/boundary-filmstrip.pdf",
            folder + "boundary/boundary-filmstrip.svg",
          ]).sorted())
    }
  }

  @Test func `the manifest lists every file of an animation with the epochs`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    let manifest = try #require(fixture.files()["manifest.json"])
    let listing = try JSONDecoder().decode(Listing.self, from: manifest)
    let animation = try #require(listing.animations["xor#boundary"])
    let list = try FrameListing(fixture.files()["xor/frames/en/boundary.json"])
    #expect(animation.axis == "epochs")
    #expect(animation.moments == list.frames.compactMap { $0.epoch })
    #expect(animation.files.map { $0.path } == frames(fixture).keys.sorted())
  }

  @Test func `frames are the same bytes at one job and at two`() async throws {
    let (one, two) = (try fixture(), try fixture())
    _ = try await one.build()
    _ = try await two.build { $0.jobs = 2 }
    #expect(frames(one) == frames(two))
    #expect(!frames(one).isEmpty)
  }

  @Test func `an animation that is current is not drawn again`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    let second = try await fixture.build()
    #expect(second.writtenCount == 0)
    #expect(second.reasons.isEmpty)
    try fixture.edit("xor/lesson.yaml", "fps: 5", "fps: 6")
    let third = try await fixture.build()
    // The still figure does not depend on its animation.
    #expect(third.reasons == ["xor#boundary animation: the figure's section changed"])
  }

  @Test func `the page of the lesson plays the frames, each with its moment and its loss`()
    async
    throws
  {
    let fixture = try fixture()
    try await fixture.build()
    let page = String(decoding: fixture.files()["xor/index.ko.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("data-pace=\"200\""))
    for number in 0..<4 {
      #expect(page.contains("href=\"frames/ko/boundary/boundary-0000\(number).png\""))
    }
    #expect(page.contains("<th scope=\"col\">손실</th>"))
    #expect(page.contains("\">에폭 0</a></th><td>"))
    #expect(page.contains("frames/ko/boundary/boundary-filmstrip.pdf"))
    let other = String(decoding: fixture.files()["and/index.ko.html"] ?? Data(), as: UTF8.self)
    #expect(!other.contains("<script>"))
  }

  @Test func `a build of one language leaves the frames of the others`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    let before = frames(fixture)
    let second = try await fixture.build { $0.languages = ["ko"] }
    #expect(second.reasons.isEmpty)
    try fixture.edit("xor/lesson.yaml", "fps: 5", "fps: 6")
    _ = try await fixture.build { $0.languages = ["ko"] }
    let after = frames(fixture)
    #expect(after.keys.sorted() == before.keys.sorted())
    let changed = before.keys.filter { before[$0] != after[$0] }
    #expect(changed == ["xor/frames/ko/boundary.json"])
  }

  @Test func `an animation that a lesson asks for no more is removed`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    try fixture.edit("xor/lesson.yaml", "    frames: {count: 4, fps: 5}\n", "")
    _ = try await fixture.build()
    #expect(frames(fixture).isEmpty)
  }

  @Test func `a figure that cannot be drawn keeps the last good frames`() async throws {
    let fixture = try fixture()
    _ = try await fixture.build()
    let before = frames(fixture)
    try fixture.edit("xor/lesson.yaml", "[0, last]", "[0, 61]")
    let report = try await fixture.build()
    #expect(!report.isComplete)
    #expect(frames(fixture) == before)
  }
}
