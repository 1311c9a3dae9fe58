import ArgumentParser
import Chalkline

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Train the scenarios and draw the figures of a course.",
    discussion: """
      A lesson with errors keeps its last good output; the other lessons are still built. What is \
      current is not made again: nothing is trained for a caption, a title or a figure's style. The \
      files are the same for every --jobs and every --shard. Interrupted, a build leaves the last \
      good output whole, and the same command goes on from there.
      """)

  @OptionGroup var lessons: LessonsArgument

  @Option(
    name: [.short, .long], help: "The folder to write into. (default: output)",
    completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only these lessons or figures, as 'xor,losses#curves'; may be given several times.",
      valueName: "lesson#figure"), completion: Completions.lessonsAndFigures)
  var only: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Formats of the figures, as 'svg,pdf'. "
        + "(default: \(CourseNames.imageFormats.joined(separator: ",")))"),
    completion: Completions.imageFormats)
  var format: WordList?

  @OptionGroup var images: ImageArguments

  @Flag(
    name: .customLong("no-documents"),
    help: "Leave slides, handouts and exercise sheets as they are.")
  var leavesDocuments = false

  @Option(name: [.short, .long], help: "Jobs at a time. (default: one a processor)")
  var jobs: Int?

  @Flag(name: .long, help: "Make everything again, also what is current.")
  var force = false

  @Flag(name: .long, help: "Say which input changed of everything that is made.")
  var explain = false

  @Flag(name: .long, help: "Say what would be made and why; write nothing.")
  var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp("Write the files that the output depends on, for Make or Ninja."),
    completion: .file())
  var depfile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Build one of n equal parts, as '2/5'; a plain build puts the parts together.",
      valueName: "i/n"))
  var shard: ShardArgument?

  func validate() throws {
    guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs must be 1 to 1024") }
    guard shard == nil || only.isEmpty else {
      throw ValidationError("--shard is a part of a whole course: leave --only out")
    }
    guard shard == nil || depfile == nil else {
      throw ValidationError("--depfile goes with the build that puts the parts together")
    }
  }

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let build = try build()
      if dryRun {
        let forecast = try build.dryRun()
        for finding in forecast.findings { terminal.print(finding) }
        for line in forecast.lines { print(line) }
        terminal.print(forecast.summary)
        if !forecast.findings.isEmpty { throw ExitCode.couldNotBuild }
      } else {
        let report = try await Interruptible.run { try await build.run(on: terminal) }
        try tell(report, terminal)
      }
    }
  }

  private func build() throws -> CourseBuild {
    let folder = try lessons.folder()
    var options = BuildOptions()
    options.only = only.flatMap { $0.split(separator: ",").map(String.init) }
    options.formats = format?.words ?? []
    options.languages = images.lang?.words ?? []
    options.themes = images.theme?.words ?? []
    options.dotsPerInch = images.dpi
    options.documents = !leavesDocuments
    options.jobs = jobs ?? Terminal.processorCount
    options.force = force
    options.shard = shard?.shard
    options.dependencyFile = depfile
    return CourseBuild(
      lessons: folder, output: output ?? folder.defaultOutput, options: options)
  }

  private func tell(_ report: BuildReport, _ terminal: Terminal) throws {
    terminal.clear()
    for finding in report.findings { terminal.print(finding) }
    if explain {
      for reason in report.reasons + report.otherReasons { terminal.print(reason) }
      terminal.print(report.work)
    }
    terminal.print(report.summary)
    if !report.isComplete { throw ExitCode.couldNotBuild }
  }
}

extension CourseBuild {
  fileprivate func run(on terminal: Terminal) async throws -> BuildReport {
    let clock = ProgressClock()
    return try await run(
      progress: { terminal.show($0, clock) },
      waiting: { terminal.showWaiting(for: output) })
  }
}

/// A part of a course, as `2/5`.
struct ShardArgument: ExpressibleByArgument {
  let shard: Shard

  init?(argument: String) {
    guard let shard = Shard(argument) else { return nil }
    self.shard = shard
  }
}
