import ArgumentParser
import Chalkline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for what a course lacks; build nothing.",
    discussion: "Findings go to standard output. The exit code is 1 if one of them is an error.")

  @OptionGroup var lessons: LessonsArgument

  @Flag(name: .long, help: "Take warnings for errors.")
  var strict = false

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let check = CourseCheck(of: try CourseSource(reading: try lessons.folder()))
      for finding in check.findings { print(finding) }
      print(check.summary)
      if check.errorCount > 0 || strict && check.warningCount > 0 { throw ExitCode.findings }
    }
  }
}
