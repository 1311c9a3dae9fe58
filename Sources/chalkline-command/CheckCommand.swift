import ArgumentParser
import Chalkline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a course for problems; build nothing.",
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

  @Option(name: .long, help: "A lesson to check; may be given again. (default: all)")
  var only: [String] = []

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .long, help: "Print the findings as JSON, each with its kind and place.")
  var json = false

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let check = try check(of: try lessons.folder())
      if json {
        print(check.json)
      } else {
        for finding in check.findings { print(finding) }
        print(check.summary)
      }
      if check.errorCount > 0 || strict && check.warningCount > 0 { throw ExitCode.findings }
    }
  }

  private func check(of folder: LessonsFolder) throws -> CourseCheck {
    switch Result(catching: { () throws(CourseError) in try CourseSource(reading: folder) }) {
    case .failure(let error): return CourseCheck(finding: error.findings)
    case .success(let source):
      let place = output ?? folder.defaultOutput
      let built = try OutputCheck(of: place, madeFrom: source, only: only)
      return try CourseCheck(of: source, with: built, only: only)
    }
  }
}
