import Plotting
import Reporting

/// Content of documents with drawings that are easy to find again.
enum DocumentSample {
  static func content(_ items: [DocumentContent.Item], in language: String = "en")
    -> DocumentContent
  {
    DocumentContent(
      course: "Lines & planes", lesson: "One line", language: language, items: items)
  }

  /// A figure with one word and a frame on a page of a size.
  static func figure(
    _ number: Int, _ size: Size = Size(480, 200), caption: String = "First. Second."
  )
    -> DocumentFigure
  {
    var drawing = Drawing(size: size, background: Theme.paper.background)
    drawing.stroke(
      .rectangle(Rectangle(x: 10, y: 10, width: size.width - 20, height: size.height - 20)),
      Theme.paper.ink, StrokeStyle(width: 1))
    drawing.text(
      "drawn \(number)", at: Point(20, 40), Theme.paper.label, Theme.paper.ink,
      measuring: .fixed)
    return DocumentFigure(
      number: number, title: "Claim \(number)", caption: caption, alternative: "Shows \(number)",
      drawing: drawing)
  }

  /// A drawing of so many lines of text, each in a box of its own.
  static func table(_ count: Int, rowHeight: Double, width: Double = 300) -> Drawing {
    var drawing = Drawing(
      size: Size(width, Double(count) * rowHeight), background: Theme.slide.background)
    for row in 0..<count {
      let top = Double(row) * rowHeight
      drawing.commands.append(
        .pushClip(.rectangle(Rectangle(x: 0, y: top + 2, width: width, height: rowHeight - 4))))
      drawing.fill(
        .rectangle(Rectangle(x: -500, y: top - 500, width: 2000, height: 2000)), Theme.slide.panel)
      drawing.commands.append(.popClip)
      drawing.text(
        "row \(row)", at: Point(10, top + rowHeight / 2), Theme.slide.label, Theme.slide.ink,
        measuring: .fixed)
    }
    return drawing
  }
}

extension Document.Page {
  /// The texts of the pieces with a role, a piece a text.
  func texts(_ isWanted: (Document.Role) -> Bool) -> [String] {
    pieces.filter { isWanted($0.role) }.map { piece in
      piece.commands.compactMap { if case .text(let text) = $0 { text.content } else { nil } }
        .joined(separator: " ")
    }
  }

  /// The headings.
  var headings: [String] { texts { if case .heading = $0 { true } else { false } } }
  /// The texts within figures.
  var figures: [String] { texts { if case .figure = $0 { true } else { false } } }
  /// The captions.
  var captions: [String] { texts { $0 == .caption } }
  /// Alternative texts.
  var alternatives: [String] {
    pieces.compactMap { if case .figure(let words) = $0.role { words } else { nil } }
  }
  /// Every text.
  var allText: String { texts { _ in true }.joined(separator: " ") }
}
