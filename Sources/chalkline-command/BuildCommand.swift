import ArgumentParser
import Chalkline

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Train the scenarios and draw the figures of a course.",
    discussion: """
      A lesson with errors keeps its last good output; the other lessons are still built. Files \
      whose bytes do not change are left alone. The files are the same for every --jobs.
      """)

  @OptionGroup var lessons: LessonsArgument

  @Option(name: [.short, .long], help: "The folder to write into. (default: output)")
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only this lesson, or this figure of it; may be given several times.",
      valueName: "lesson#figure"))
  var only: [String] = []

  @Option(name: .long, help: "Formats of the figures, as 'svg,pdf'. (default: png,svg,pdf)")
  var format: WordList?

  @OptionGroup var images: ImageArguments

  @Option(name: [.short, .long], help: "Jobs at a time. (default: one a processor)")
  var jobs: Int?

  @Flag(name: .long, help: "Make everything again, also what is current.")
  var force = false

  @Flag(name: .long, help: "Say why each figure is drawn.")
  var explain = false

  func validate() throws {
    guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs must be 1 to 1024") }
  }

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let folder = try lessons.folder()
      var options = BuildOptions()
      options.only = only
      options.formats = format?.words ?? []
      options.languages = images.lang?.words ?? []
      options.themes = images.theme?.words ?? []
      options.dotsPerInch = images.dpi
      options.jobs = jobs ?? Terminal.processorCount
      options.force = force
      let build = CourseBuild(
        lessons: folder, output: output ?? folder.defaultOutput, options: options)
      let report = try await build.run { terminal.show($0) }
      terminal.clear()
      for finding in report.findings { terminal.print(finding) }
      if explain { for reason in report.reasons { terminal.print(reason) } }
      terminal.print(report.summary)
      if !report.isComplete { throw ExitCode.couldNotBuild }
    }
  }
}
