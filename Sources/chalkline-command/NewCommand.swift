import ArgumentParser
import Chalkline

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a lesson that builds at once.",
    discussion: """
      Where there is no course yet, it starts one. The files begin with a line that tells editors \
      how to complete and check them.
      """)

  @Argument(
    help: "The name of the lesson: small letters, digits and '-'.", completion: .list([]))
  var lesson: String

  @Option(
    name: .long, help: "The folder of the lessons. (default: lessons)", completion: .directory)
  var lessons: String?

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let folder = lessons ?? (try? LessonsFolder.found().path) ?? "lessons"
      for file in try NewLesson(lesson, in: folder).files { print(file) }
      Terminal.standardError.print(
        "Next: chalkline serve, then edit '\(folder)/\(lesson)/lesson.yaml' and see the page follow"
      )
    }
  }
}
