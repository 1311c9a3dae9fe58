import CQPDF
import Drawings

/// What a tagged PDF must say and Cairo 1.16 has no word for.
///
/// Cairo writes the tags and what belongs to them; here the mark that there are tags, one element around
/// all others, and the alternative texts are put in.
/// - Source: ISO 32000-1, sections 14.7.2, 14.8.1 and 14.9.3.
struct PDFStructure {
  /// Alternative texts of the figures, in the order of the structure.
  private let alternatives: [String]

  init(_ document: Document) {
    alternatives = document.pages.flatMap { $0.pieces }.compactMap { piece in
      if case .figure(let alternative) = piece.role { alternative } else { nil }
    }
  }

  /// Puts all of it into a file that Cairo wrote.
  func add(to file: PDFFile) throws(RenderError) {
    file.catalog["/MarkInfo"] = file.parsed("<< /Marked true >>")
    guard let root = file.catalog["/StructTreeRoot"] else { return }
    let elements = root["/K"]?.items ?? []
    let whole = file.indirect(file.parsed("<< /Type /StructElem /S /Document >>"))
    whole["/P"] = root
    whole["/K"] = file.array(elements)
    for element in elements { element["/P"] = whole }
    root["/K"] = whole
    let figures = elements.filter { $0["/S"]?.name == "/Figure" }
    guard figures.count == alternatives.count else {
      throw .library("Cairo wrote \(figures.count) tagged figures for \(alternatives.count)")
    }
    for (figure, alternative) in zip(figures, alternatives) {
      figure["/Alt"] = file.text(alternative)
    }
  }
}
