import ArgumentParser
import Chalkline

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Explain the kinds of figures, with an example of each.")

  @Argument(help: "Only this kind.", completion: Completions.kinds)
  var kind: String?

  @Flag(name: .long, help: "Print all kinds as JSON.")
  var json = false

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      print(json ? FigureGuide.json : try FigureGuide.text(only: kind))
    }
  }
}
