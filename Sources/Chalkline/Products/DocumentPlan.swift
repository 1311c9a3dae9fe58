import Building
import Files
import Figures
import Lessons
import Drawings
import Plotting
import Reporting

/// A document before it is made: what is shown, and all that goes into it.
struct DocumentPlan: Sendable {
  /// A figure with its words, whose drawing is another product.
  struct Figure: Sendable {
    /// Everything but the drawing.
    let words: DocumentFigure
    let drawing: ProductName
    /// The digest of what goes into the drawing.
    let digest: Digest
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

  /// The figures in order.
  var figures: [Figure] {
    items.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// What goes into it.
  func inputs(_ program: ProgramInputs) -> BuildInputs {
    let order = items.map { item in
      switch item {
      case .section(let title): "section \(title)"
      case .figure(let figure): "figure \(figure.words.number)"
      case .sheet(let number, let title): "sheet \(number) \(title)"
      }
    }
    var inputs = BuildInputs()
    inputs.add("the order of sections and figures", order)
    inputs.add(
      "a title, caption or alternative text",
      figures.flatMap {
        [$0.words.title, $0.words.caption, $0.words.sentence, $0.words.alternative]
      })
    inputs.add("a figure", figures.map { $0.digest.description })
    inputs.add("the title of the lesson or the course", [title, course])
    inputs.add("the theme", theme.name)
    inputs.add("the words of pages", words.table.map { $0.text })
    inputs.add("the program", digest: program.program)
    inputs.add("a font or a library", digest: program.fonts)
    return inputs
  }
}
