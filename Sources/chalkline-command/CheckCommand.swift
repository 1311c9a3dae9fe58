import ArgumentParser
import Chalkline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for what a course lacks; build nothing.",
    discussion: """
      Where there is output, it is checked too: what is stale, missing, or left over from a figure \
      that the course has no more. Findings go to standard output. The exit code is 1 if one of \
      them is an error.
      """)

  @OptionGroup var lessons: LessonsArgument

  @Option(
    name: [.short, .long], help: "The folder of the output. (default: output)",
    completion: .directory)
  var output: String?

  @Flag(name: .long, help: "Take warnings for errors.")
  var strict = false

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let folder = try lessons.folder()
      let source = try CourseSource(reading: folder)
      let output = try OutputCheck(of: output ?? folder.defaultOutput, madeFrom: source)
      let check = CourseCheck(of: source, with: output)
      for finding in check.findings { print(finding) }
      print(check.summary)
      if check.errorCount > 0 || strict && check.warningCount > 0 { throw ExitCode.findings }
    }
  }
}
