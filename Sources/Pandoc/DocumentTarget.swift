/// What a document becomes: which images it takes, and how it holds a figure.
struct DocumentTarget: Sendable {
  /// How a figure stands in the document.
  enum FigureForm: Sendable {
    /// The block `Figure`, from version 1.23 of the document's type on.
    case block
    /// A paragraph with one image whose title begins with `fig:`.
    case markedParagraph
    /// A paragraph with one image: on slides its text is the caption, and its title describes it.
    case titledParagraph
    /// Two styled paragraphs, because an older pandoc describes an image by its caption.
    case styledParagraphs
  }

  /// The name that pandoc gives it: `html`, `latex`, `pptx`.
  let name: String
  let figureForm: FigureForm

  /// - Parameters:
  ///   - name: The target as pandoc hands it to a filter; extensions after it do not count.
  ///   - version: The `pandoc-api-version` of the document.
  init(_ name: String, version: [Int]) {
    self.name = String(name.prefix { $0 != "+" && $0 != "-" })
    let isOld = version.lexicographicallyPrecedes([1, 23])
    figureForm =
      switch self.name {
      case "pptx": .titledParagraph
      case "docx" where isOld: .styledParagraphs
      default: isOld ? .markedParagraph : .block
      }
  }

  /// Formats of images that can be shown, the best first.
  var formats: [String] {
    switch name {
    case "latex", "beamer", "context", "pdf", "ms": ["pdf", "png"]
    case "docx", "pptx", "odt", "opendocument", "rtf", "icml": ["png"]
    default: ["svg", "png"]
    }
  }
}
