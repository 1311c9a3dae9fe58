import ArgumentParser
import Chalkline

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons of a course with their figures.")

  @OptionGroup var lessons: LessonsArgument

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      let listing = CourseListing(of: try CourseSource(reading: try lessons.folder()))
      print(json ? listing.json : listing.text)
    }
  }
}
