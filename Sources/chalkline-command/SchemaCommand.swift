import ArgumentParser
import Chalkline

struct SchemaCommand: AsyncParsableCommand {
  enum Document: String, ExpressibleByArgument, CaseIterable {
    case lesson, course
  }

  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON schema (draft 7) of a lesson or of a course.",
    discussion: "Editors complete and check lessons with it: see the first line of a new lesson.")

  @Argument(help: "What to describe.")
  var document: Document = .lesson

  func run() async throws {
    print(document == .lesson ? LessonSchema.lesson : LessonSchema.course, terminator: "")
  }
}
