import ArgumentParser
import Chalkline
import Foundation

struct FilterCommand: AsyncParsableCommand {
  /// The name by which pandoc runs this command: a link to the program.
  static let linkName = "chalkline-filter"

  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Put figures into a document of pandoc.",
    usage: """
      chalkline filter <target> [--output <output>]
      pandoc talk.md --to json | chalkline filter pptx | pandoc --from json --output talk.pptx
      pandoc talk.md --filter chalkline-filter --output talk.pptx
      """,
    discussion: """
      Takes a document as JSON from standard input, and writes it to standard output with each image \
      'chalkline:lesson#figure', code block 'chalkline' and image of the output folder in the format \
      that the target shows best, with caption and alternative text. For the last form, make \
      'chalkline-filter' a link to 'chalkline': ln -s chalkline chalkline-filter.

      Metadata of the document: 'chalkline-output' (the output folder), 'chalkline-theme', 'lang'. \
      Nothing is built. The exit code is 2 if a figure is missing, and then nothing is written.
      """)

  @Argument(help: "What the document becomes: 'html', 'beamer', 'pptx' and so on.")
  var target: String

  @Option(name: [.short, .long], help: "The folder of the output. (default: as the document says)")
  var output: String?

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let document = try FileHandle.standardInput.readToEnd() ?? Data()
      let filter = DocumentFilter(target: target, output: output)
      try Terminal.write(try filter.filtered(Array(document)))
    }
  }

  /// Whether the program was started by the name under which pandoc runs it.
  static var isCalled: Bool {
    let name = CommandLine.arguments.first?.split(separator: "/").last
    return name.map { String($0) } == linkName
  }
}
