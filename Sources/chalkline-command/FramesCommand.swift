import ArgumentParser
import Chalkline
import Foundation

struct FramesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames",
    abstract: "Draw one figure frame by frame, over all that it moves along.",
    discussion: """
      chalkline frames xor#boundary
      chalkline frames xor#hidden-space --every 10 --fps 24 --format png,webm
      chalkline frames backpropagation#three-numbers --format pdf --filmstrip 8

      A frame is the figure as if a training had stopped at that epoch or update, a descent at that \
      step, backpropagation at that number; axes, colors and layout stay fixed over all frames. What \
      the lesson says under 'frames' counts unless it is said here. Films are made by ffmpeg.
      """)

  @Argument(
    help: ArgumentHelp("The figure.", valueName: "lesson#figure"),
    completion: Completions.figures)
  var figure: String

  @Option(
    name: .long, help: "The folder of the lessons. (default: lessons)", completion: .directory)
  var lessons: String?

  @Option(
    name: [.short, .long], help: "The folder to write into. (default: output)",
    completion: .directory)
  var output: String?

  @Option(name: .long, help: "A frame every so many epochs, updates or steps; 1 for all.")
  var every: Int?

  @Option(
    name: .long, help: "The most frames that may be made (default: \(FrameOptions.usualLimit)).")
  var limit: Int?

  @Option(name: .long, help: "The last epoch, update or step. (default: the lesson's, or the end)")
  var until: Int?

  @Option(name: .long, help: "The most frames. (default: the lesson's, or 40)")
  var count: Int?

  @Option(
    name: .long, help: ArgumentHelp("How they are spread.", valueName: "log|linear"),
    completion: .list(["log", "linear"]))
  var spacing: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What they go along.", valueName: "epochs|updates|scenarios"),
    completion: .list(["epochs", "updates", "scenarios"]))
  var over: String?

  @Option(name: .long, help: "Frames in a second of a film. (default: the lesson's, or 12)")
  var fps: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Forms: \(CourseNames.frameFormats.joined(separator: ", ")). (default: mp4)"),
    completion: Completions.frameFormats)
  var format: WordList?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A sheet of so many key frames, as "
        + "\(CourseNames.filmstripFormats.joined(separator: " and "))."))
  var filmstrip: Int?

  @OptionGroup var images: ImageArguments

  func validate() throws {
    guard every ?? 1 >= 1 else { throw ValidationError("--every must be 1 or more") }
    guard 2...10_000_000 ~= limit ?? 2 else {
      throw ValidationError("--limit must be from 2 to 10000000")
    }
    guard every == nil || count == nil && spacing == nil else {
      throw ValidationError("--every says which frames there are; leave --count and --spacing out")
    }
    guard until ?? 1 >= 1 else { throw ValidationError("--until must be 1 or more") }
    guard (1...100_000).contains(count ?? 1) else {
      throw ValidationError("--count must be 1 to 100000")
    }
    guard (1...120).contains(fps ?? 1) else { throw ValidationError("--fps must be 1 to 120") }
    guard ["log", "linear"].contains(spacing ?? "log") else {
      throw ValidationError("--spacing must be log or linear")
    }
    guard ["epochs", "updates", "scenarios"].contains(over ?? "epochs") else {
      throw ValidationError("--over must be epochs, updates or scenarios")
    }
    guard (2...24).contains(filmstrip ?? 2) else {
      throw ValidationError("--filmstrip must be 2 to 24")
    }
  }

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let folder = try LessonsArgument.folder(lessons)
      var options = FrameOptions()
      options.every = every
      options.limit = limit
      options.until = until
      options.count = count
      options.spacing = spacing
      options.over = over
      options.framesPerSecond = fps
      options.formats = format?.words ?? []
      options.filmstrip = filmstrip
      options.languages = images.lang?.words ?? []
      options.themes = images.theme?.words ?? []
      options.dotsPerInch = images.dpi
      let target = output ?? folder.defaultOutput
      let run = try FrameRun(
        of: figure, from: try CourseSource(reading: folder), into: target, options: options,
        searching: Terminal.searchPath)
      let report = try await Interruptible.run(on: [SIGINT, SIGTERM, SIGHUP]) {
        try await run.run(
          progress: { terminal.show($0) }, waiting: { terminal.showWaiting(for: target) })
      }
      terminal.clear()
      terminal.print(report.summary)
    }
  }
}
