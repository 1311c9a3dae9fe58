import ArgumentParser
import Chalkline

struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Train one scenario and print its numbers.",
    discussion: """
      chalkline trace xor hidden-layer --epoch last
      chalkline trace xor hidden-layer --format npz -o hidden-layer.npz
      """)

  @Argument(help: "The lesson.", completion: Completions.lessons)
  var lesson: String

  @Argument(help: "The scenario.", completion: Completions.scenarios)
  var scenario: String

  @Option(
    name: .long, help: "The folder of the lessons. (default: lessons)", completion: .directory)
  var lessons: String?

  @Option(
    name: .long, help: "One epoch, a number or 'last'. (default: all that are kept)",
    completion: .list(["last"]))
  var epoch: EpochArgument?

  @Option(
    name: .long, help: ArgumentHelp("The form.", valueName: "table|json|csv|npz"),
    completion: .list(["table", "json", "csv", "npz"]))
  var format = "table"

  @Option(
    name: [.short, .long], help: "The file to write. (default: standard output)",
    completion: .file())
  var output: String?

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let source = try CourseSource(reading: try LessonsArgument.folder(lessons))
      let export = try TraceExport(of: scenario, in: lesson, from: source, at: epoch?.epoch ?? .all)
      let pieces = try export.pieces(as: format)
      if let output {
        try TraceExport.write(pieces, to: output)
      } else {
        for piece in pieces { try Terminal.write(piece) }
      }
    }
  }
}
