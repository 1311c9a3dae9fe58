import ArgumentParser
import Chalkline

/// The lessons folder, as most verbs take it.
struct LessonsArgument: ParsableArguments {
  @Argument(help: "The folder of the lessons. (default: lessons)")
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
