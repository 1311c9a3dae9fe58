import ArgumentParser
import Chalkline

/// The command line: takes the arguments apart, and leaves everything else to the driver.
@main
struct ChalklineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chalkline",
    abstract: "Turns lesson files into lesson figures: every number traced, nothing drawn by hand.",
    usage: """
      chalkline build
      chalkline build --only xor#boundary --format svg
      chalkline check
      chalkline new two-lines
      """,
    discussion: """
      Lessons are looked for in the folder 'lessons'; files go into 'output'.

      Exit codes: 0 done, 1 findings (check), 2 could not build, 64 usage, 130 interrupted.
      """,
    version: ChalklineVersion.number,
    subcommands: [
      BuildCommand.self, ServeCommand.self, WatchCommand.self, CheckCommand.self, CleanCommand.self,
      ListCommand.self,
      FiguresCommand.self, FramesCommand.self, TraceCommand.self, NewCommand.self,
      SchemaCommand.self, WordsCommand.self, DoctorCommand.self, FilterCommand.self,
    ])

  static func main() async {
    if FilterCommand.isCalled {
      await FilterCommand.main(nil)
    } else {
      await main(Self.separatingJobs(CommandLine.arguments.dropFirst()))
    }
  }

  /// The arguments with `-j4` as `-j 4`, as other build tools take it.
  private static func separatingJobs(_ arguments: some Sequence<String>) -> [String] {
    var result: [String] = []
    for argument in arguments {
      let count = argument.dropFirst(2)
      if argument.hasPrefix("-j"), !count.isEmpty, count.utf8.allSatisfy({ 48...57 ~= $0 }),
        !result.contains("--")
      {
        result += ["-j", String(count)]
      } else {
        result.append(argument)
      }
    }
    return result
  }
}
