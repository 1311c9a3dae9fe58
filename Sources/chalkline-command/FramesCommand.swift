import ArgumentParser
import Chalkline

struct FramesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames", abstract: "Draw one figure over its whole training, frame by frame.",
    discussion: """
      chalkline frames xor#boundary
      chalkline frames xor#hidden-space --every 10 --fps 24 --format png,webm

      A frame is the figure as if training had stopped at that epoch; axes and colors stay fixed \
      over all frames. Films are made by ffmpeg.
      """)

  @Argument(help: ArgumentHelp("The figure.", valueName: "lesson#figure"))
  var figure: String

  @Option(name: .long, help: "The folder of the lessons. (default: lessons)")
  var lessons: String?

  @Option(name: [.short, .long], help: "The folder to write into. (default: output)")
  var output: String?

  @Option(name: .long, help: "A frame every so many epochs. (default: --count of them)")
  var every: Int?

  @Option(name: .long, help: "The most frames.")
  var count = 60

  @Option(name: .long, help: ArgumentHelp("How they are spread.", valueName: "log|linear"))
  var spacing = "log"

  @Option(name: .long, help: "Frames in a second of a film.")
  var fps = 12

  @Option(name: .long, help: "Forms: png, mp4, webm, gif, apng. (default: mp4)")
  var format: WordList?

  @OptionGroup var images: ImageArguments

  func validate() throws {
    guard every ?? 1 >= 1 else { throw ValidationError("--every must be 1 or more") }
    guard (1...100_000).contains(count) else {
      throw ValidationError("--count must be 1 to 100000")
    }
    guard (1...120).contains(fps) else { throw ValidationError("--fps must be 1 to 120") }
    guard FrameOptions.Spacing(rawValue: spacing) != nil else {
      throw ValidationError("--spacing must be log or linear")
    }
  }

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let folder = try LessonsArgument.folder(lessons)
      var options = FrameOptions()
      options.every = every
      options.count = count
      options.spacing = FrameOptions.Spacing(rawValue: spacing) ?? .log
      options.framesPerSecond = fps
      options.formats = format?.words ?? []
      options.languages = images.lang?.words ?? []
      options.themes = images.theme?.words ?? []
      options.dotsPerInch = images.dpi
      let run = try FrameRun(
        of: figure, from: try CourseSource(reading: folder),
        into: output ?? folder.defaultOutput, options: options, searching: Terminal.searchPath)
      let report = try run.run { terminal.show($0) }
      terminal.clear()
      terminal.print(report.summary)
    }
  }
}
