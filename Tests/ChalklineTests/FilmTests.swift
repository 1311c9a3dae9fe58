import Chalkline
import Foundation
import Testing

/// Films by the real ffmpeg, where it is installed.
struct FilmTests {
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""

  private static func has(_ program: String) -> Bool {
    searchPath.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  private static let isPresent = has("ffmpeg") && has("ffprobe")

  /// What ffprobe says of the first stream, by key.
  private func probe(_ film: Data, _ name: String, _ keys: String) throws -> [String: String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID())-\(name)")
    try film.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries",
      "stream=\(keys)", "-of", "default=noprint_wrappers=1", file.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").reduce(into: [:]) { values, line in
      let pair = line.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }
  }

  @Test(
    .enabled(if: isPresent, "there is no ffmpeg or no ffprobe"),
    arguments: [("mp4", "h264"), ("webm", "vp9"), ("gif", "gif"), ("apng", "apng")])
  func `with ffmpeg installed, a film has every frame, and twice the same bytes`(
    format: String, codec: String
  ) async throws {
    var films: [Data] = []
    var count = 0
    for _ in 0..<2 {
      let fixture = try LessonFixture()
      var options = FrameOptions()
      options.formats = [format]
      options.languages = ["en"]
      // An odd number of pixels across, which H.264 cannot have.
      options.dotsPerInch = 37
      options.count = 5
      let report = try await FrameRun(
        of: "xor#boundary", from: fixture.source(), into: fixture.path("output"), options: options,
        searching: Self.searchPath
      ).run()
      count = report.moments.count
      // Nothing but the film and its list: frames go through a pipe.
      #expect(
        fixture.files().keys.sorted()
          == ["xor/frames/en/boundary.json", "xor/frames/en/boundary.\(format)"].sorted())
      films.append(try #require(fixture.files()["xor/frames/en/boundary.\(format)"]))
    }
    #expect(films[0] == films[1])
    let facts = try probe(
      films[0], "film.\(format)", "codec_name,width,height,pix_fmt,nb_read_frames")
    #expect(facts["codec_name"] == codec)
    #expect(facts["nb_read_frames"] == String(count))
    guard format == "mp4" || format == "webm" else { return }
    #expect(facts["pix_fmt"] == "yuv420p")
    #expect((Int(facts["width"] ?? "") ?? 1) % 2 == 0)
    #expect((Int(facts["height"] ?? "") ?? 1) % 2 == 0)
  }
}
