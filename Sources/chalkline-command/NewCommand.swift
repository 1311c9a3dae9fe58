import ArgumentParser
import Chalkline

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a lesson that builds at once.")

  @Argument(help: "The name of the lesson: small letters, digits and '-'.")
  var lesson: String

  @Option(name: .long, help: "The folder of the lessons. (default: lessons)")
  var lessons: String?

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let folder = lessons ?? (try? LessonsFolder.found().path) ?? "lessons"
      for file in try NewLesson(lesson, in: folder).files { print(file) }
      Terminal.standardError.print("Next: chalkline build --only \(lesson)")
    }
  }
}
