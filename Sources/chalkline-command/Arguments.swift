import ArgumentParser
import Chalkline

/// The lessons folder, as most verbs take it.
struct LessonsArgument: ParsableArguments {
  @Argument(help: "The folder of the lessons. (default: lessons)", completion: .directory)
  var lessons: String?

  func folder() throws -> LessonsFolder { try Self.folder(lessons) }

  static func folder(_ path: String?) throws -> LessonsFolder {
    if let path { try LessonsFolder(path) } else { try LessonsFolder.found() }
  }
}

/// Words with commas between them.
struct WordList: ExpressibleByArgument {
  let words: [String]

  init?(argument: String) {
    words = argument.split(separator: ",").map(String.init)
    guard !words.isEmpty else { return nil }
  }
}

/// An epoch by number, or the last one.
struct EpochArgument: ExpressibleByArgument {
  let epoch: TraceExport.Epoch

  init?(argument: String) {
    if argument == "last" {
      epoch = .last
    } else {
      guard let number = Int(argument), number >= 0 else { return nil }
      epoch = .number(number)
    }
  }
}

/// In which languages, themes and resolution images are made.
struct ImageArguments: ParsableArguments {
  @Option(
    name: .long, help: "Languages of the figures, as 'en,ko'. (default: the course's)",
    completion: Completions.languages)
  var lang: WordList?

  @Option(
    name: .long, help: "Themes, as 'paper,board'. (default: the course's)",
    completion: Completions.themes)
  var theme: WordList?

  @Option(name: .long, help: "Dots per inch of pixel images, 36 to 1200.")
  var dpi = 144

  func validate() throws {
    guard (36...1200).contains(dpi) else { throw ValidationError("--dpi must be 36 to 1200") }
  }
}
