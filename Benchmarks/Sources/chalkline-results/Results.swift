import Foundation

/// The program: turns a file of results into a page and two pictures.
@main
struct Results {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: chalkline-results RESULTS.jsonl FOLDER\n".utf8))
      exit(2)
    }
    do {
      let results = try ResultsFile(String(contentsOfFile: arguments[1], encoding: .utf8))
      let folder = URL(filePath: arguments[2])
      let cards = [RatioCard.python(results), RatioCard.limits(results)]
      for card in cards {
        for (ending, bytes) in try card.files() {
          try Data(bytes).write(to: folder.appending(path: "\(card.name).\(ending)"))
        }
      }
      let page = ResultsPage(results: results, cards: cards)
      try Data(page.text.utf8).write(to: folder.appending(path: "benchmarks.md"))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}
