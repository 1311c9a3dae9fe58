import Chalkline
import Foundation
import SVGProfile
import Testing

/// Figures over a whole training, frame by frame.
struct FrameRunTests {
  private func run(
    _ figure: String, in fixture: LessonFixture, path: String = "",
    _ adjust: (inout FrameOptions) -> Void = { _ in }
  ) async throws -> FrameRun.Report {
    defer { withExtendedLifetime(fixture) {} }
    var options = FrameOptions()
    options.formats = ["png"]
    options.languages = ["en"]
    options.dotsPerInch = 36
    adjust(&options)
    return try await FrameRun(
      of: figure, from: fixture.source(), into: fixture.path("output"), options: options,
      searching: path
    ).run()
  }

  /// A program that stands in for ffmpeg: it does `body`, with the last argument in `$out`.
  private func program(_ body: String, in fixture: LessonFixture) throws -> String {
    let folder = fixture.path("bin")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "#!/bin/sh\nfor out in \"$@\"; do :; done\n" + body + "\n"
    let file = folder + "/ffmpeg"
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return folder
  }

  @Test func `frames are numbered from 0 without a gap, and their epochs are listed`() async throws
  {
    let fixture = try LessonFixture()
    let report = try await run("xor#boundary", in: fixture) { $0.count = 5 }
    let names = fixture.files().keys.sorted().filter { $0.hasSuffix(".png") }
    #expect(
      names
        == report.moments.indices.map { "xor/frames/en/boundary/boundary-0000\($0).png" })
    let list = try FrameListing(fixture.files()["xor/frames/en/boundary.json"])
    #expect(list.axis == "epochs")
    #expect(list.frames.map { $0.epoch } == report.moments)
    // Four rows in batches of 4: an update an epoch.
    #expect(list.frames.map { $0.update } == report.moments)
    #expect(list.frames.compactMap { $0.file } == names.map { String($0.dropFirst(14)) })
    #expect(list.frames.allSatisfy { $0.losses?["hidden"] != nil })
  }

  @Test func `every so many epochs begins at 0 and ends at the last`() async throws {
    let epochs = try await run("xor#boundary", in: LessonFixture()) { $0.every = 7 }.moments
    #expect(epochs.first == 0)
    #expect(zip(epochs, epochs.dropFirst()).dropLast().allSatisfy { $1 - $0 == 7 })
  }

  @Test func `frames made twice are the same, byte for byte`() async throws {
    let (one, two) = (try LessonFixture(), try LessonFixture())
    _ = try await run("xor#boundary", in: one) { $0.count = 4 }
    _ = try await run("xor#boundary", in: two) { $0.count = 4 }
    #expect(one.files() == two.files())
  }

  @Test func `a film gets four bytes for each pixel of each frame`() async throws {
    let fixture = try LessonFixture()
    let path = try program("cat > \"$out\"", in: fixture) + ":/usr/bin:/bin"
    let report = try await run("xor#boundary", in: fixture, path: path) {
      $0.formats = ["mp4", "png"]
      $0.count = 3
    }
    let files = fixture.files()
    let film = try #require(files["xor/frames/en/boundary.mp4"])
    let header = try #require(files["xor/frames/en/boundary/boundary-00000.png"])
    func number(_ offset: Int) -> Int {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    // An odd number of pixels is made even by showing the last ones twice.
    let (width, height) = (number(16) + number(16) % 2, number(20) + number(20) % 2)
    #expect(film.count == width * height * 4 * report.moments.count)
  }

  /// At once, in the middle of the second frame, and after the last.
  @Test(arguments: ["", "head -c 200000 > \"$out\";", "cat > \"$out\";"])
  func `a film that fails leaves nothing, and says what ffmpeg said`(work: String) async throws {
    let fixture = try LessonFixture()
    let path =
      try program("\(work) echo no such codec >&2; exit 3", in: fixture) + ":/usr/bin:/bin"
    do {
      _ = try await run("xor#boundary", in: fixture, path: path) { $0.formats = ["mp4"] }
      Issue.record("a film was made")
    } catch {
      #expect("\(error)".contains("exit code 3:\n  no such codec"), "\(error)")
    }
    #expect(fixture.files().isEmpty)
  }

  @Test func `a run that is cancelled ends its films at once, and leaves nothing of them`()
    async throws
  {
    let fixture = try LessonFixture()
    // It begins its file, says who it is and never reads.
    let path =
      try program(
        "echo $$ > \"\(fixture.path("pid"))\"; : > \"$out\"; exec sleep 1000", in: fixture)
      + ":/usr/bin:/bin"
    let frames = Task {
      try await run("xor#boundary", in: fixture, path: path) {
        $0.formats = ["mp4", "gif"]
        $0.dotsPerInch = 300
      }
    }
    var process: pid_t?
    while process == nil {
      try await Task.sleep(for: .milliseconds(5))
      let text = try? String(contentsOfFile: fixture.path("pid"), encoding: .utf8)
      process = text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    frames.cancel()
    await #expect(throws: CancellationError.self) { try await frames.value }
    #expect(kill(try #require(process), 0) != 0)
    #expect(fixture.files().isEmpty)
  }

  @Test func `without ffmpeg the message names the package`() async throws {
    do {
      let fixture = try LessonFixture()
      _ = try await run("xor#boundary", in: fixture, path: "/nowhere") { $0.formats = ["gif"] }
      Issue.record("a film was made")
    } catch {
      #expect("\(error)".contains("apt-get install ffmpeg"), "\(error)")
    }
  }

  @Test func `a filmstrip is one sheet, and a document has a page for each frame`() async throws {
    let fixture = try LessonFixture()
    let report = try await run("xor#boundary", in: fixture) {
      $0.formats = ["pdf"]
      $0.filmstrip = 6
      $0.count = 12
    }
    let folder = "xor/frames/en/"
    #expect(
      fixture.files().keys.sorted() == [
        folder + "boundary.json", folder + "boundary.pdf",
        folder + "boundary/boundary-filmstrip.pdf", folder + "boundary/boundary-filmstrip.svg",
      ])
    let text = String(
      decoding: try #require(fixture.files()[folder + "boundary.pdf"]), as: UTF8.self)
    #expect(text.contains("/Count \(report.moments.count)"))
    // As wide as A4 across, in points.
    let strip = try #require(fixture.files()[folder + "boundary/boundary-filmstrip.svg"])
    #expect(SVGProfile.complaints(about: strip) == [])
    let sheet = String(decoding: strip, as: UTF8.self)
    #expect(sheet.prefix(400).contains("viewBox=\"0 0 842 "))
  }

  @Test(arguments: [
    ("xor", "names no figure"), ("xor#bondary", "did you mean 'boundary'?"),
    ("xr#boundary", "did you mean 'xor'?"),
  ])
  func `a figure that is not there is named with the nearest`(name: String, message: String)
    async throws
  {
    do {
      _ = try await run(name, in: LessonFixture())
      Issue.record("frames were made")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test func `a format that is not there is named with the known ones`() async throws {
    do {
      _ = try await run("xor#boundary", in: LessonFixture()) { $0.formats = ["mp5"] }
      Issue.record("frames were made")
    } catch {
      #expect("\(error)".contains("mp4"), "\(error)")
    }
  }
}
