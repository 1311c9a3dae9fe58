import ArgumentParser
import Chalkline

struct WordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Print every word of figures and pages, to be translated.",
    discussion: """
      A course speaks one more language by one file beside course.yaml:

        chalkline words ja > lessons/words.ja.yaml

      Translate it, and add 'ja' to the languages of course.yaml. Words that are left out are said in \
      English. A file for 'en' or 'ko' changes words of these; single terms fit into course.yaml too.
      """)

  @Argument(help: "The code of the language, such as ja or de.")
  var language: String

  @OptionGroup var lessons: LessonsArgument

  func run() async throws {
    try await reportingFailures(to: .standardError) {
      print(try WordsTemplate(of: language, in: try? lessons.folder()).text, terminator: "")
    }
  }
}
