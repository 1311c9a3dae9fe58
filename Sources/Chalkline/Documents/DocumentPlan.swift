import Figures
import Lessons
import Plotting
import Reporting

/// A document before it is made: what is shown, and all that goes into it.
struct DocumentPlan: Sendable {
  /// A figure with its words, its drawing still to be fetched.
  struct Figure: Sendable {
    let number: Int
    let title: String
    let caption: String
    let sentence: String
    let alternative: String
    let sketch: Sketch
  }

  /// One thing that it shows.
  enum Item: Sendable {
    case section(String)
    case figure(Figure)
    case sheet(number: Int, title: String)
  }

  let kind: DocumentKind
  let lesson: String
  let language: String
  /// Below the output folder.
  let path: String
  let course: String
  let title: String
  let items: [Item]
  let theme: Theme
  let words: PageWords

  /// The drawings that it shows.
  var sketches: [Sketch] {
    items.compactMap { if case .figure(let figure) = $0 { figure.sketch } else { nil } }
  }

  /// What goes into it.
  func inputs(_ program: ProgramInputs) -> BuildInputs {
    var inputs = BuildInputs()
    var order: [String] = []
    var words: [String] = []
    for item in items {
      switch item {
      case .section(let title): order.append("section \(title)")
      case .figure(let figure):
        order.append("figure \(figure.number)")
        words += [figure.title, figure.caption, figure.sentence, figure.alternative]
      case .sheet(let number, let title): order.append("sheet \(number) \(title)")
      }
    }
    inputs.add("the order of sections and figures", order.joined(separator: "\n"))
    inputs.add("a title, caption or alternative text", words.joined(separator: "\n"))
    inputs.add("a figure", sketches.map { $0.key }.joined(separator: "\n"))
    inputs.add("the title of the lesson or the course", "\(title)\n\(course)")
    inputs.add("the theme", theme.name)
    inputs.add("the words of pages", self.words.table.map { $0.text }.joined(separator: "\n"))
    inputs.add("the program", digest: program.program)
    inputs.add("a font or a library", digest: program.fonts)
    return inputs
  }
}
