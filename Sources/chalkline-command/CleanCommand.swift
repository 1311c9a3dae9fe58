import ArgumentParser
import Chalkline

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove what builds have made, and nothing else.",
    discussion: """
      Only files that the manifest lists are removed, and what is kept for later builds. A file that \
      was changed since it was built is left where it is, and named.
      """)

  @OptionGroup var lessons: LessonsArgument

  @Option(
    name: [.short, .long], help: "The folder of the output. (default: output)",
    completion: .directory)
  var output: String?

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let folder = try lessons.folder()
      let report = try CourseClean(output: output ?? folder.defaultOutput, of: folder).run()
      for path in report.kept {
        terminal.print("kept '\(path)': it was changed after it was built")
      }
      terminal.print(report.summary)
    }
  }
}
