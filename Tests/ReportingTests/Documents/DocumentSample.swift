import Drawings
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
    var drawing = Drawing(size: size, background: DocumentColors.light.background)
    drawing.stroke(
      .rectangle(Rectangle(x: 10, y: 10, width: size.width - 20, height: size.height - 20)),
      DocumentColors.light.ink, StrokeStyle(width: 1))
    drawing.text(
      "drawn \(number)", at: Point(20, 40), TextStyle(size: 9), DocumentColors.light.ink,
      measuring: .fixed)
    return DocumentFigure(
      number: number, title: "Claim \(number)", caption: caption, alternative: "Shows \(number)",
      drawing: drawing, margin: 12)
  }

  /// A drawing of so many lines of text, each in a box of its own.
  static func table(_ count: Int, rowHeight: Double, width: Double = 300) -> Drawing {
    var drawing = Drawing(
      size: Size(width, Double(count) * rowHeight), background: DocumentColors.light.background)
    for row in 0..<count {
      let top = Double(row) * rowHeight
      drawing.commands.append(
        .pushClip(.rectangle(Rectangle(x: 0, y: top + 2, width: width, height: rowHeight - 4))))
      drawing.fill(
        .rectangle(Rectangle(x: -500, y: top - 500, width: 2000, height: 2000)),
        Color(hex: 0xF5F6F8))
      drawing.commands.append(.popClip)
      drawing.text(
        "row \(row)", at: Point(10, top + rowHeight / 2), TextStyle(size: 12),
        DocumentColors.light.ink,
        measuring: .fixed)
    }
    return drawing
  }
}

extension DocumentColors {
  static let light = DocumentColors(
    background: Color(hex: 0xFFFFFF), ink: Color(hex: 0x1B1F24), quietInk: Color(hex: 0x57606A),
    rule: Color(hex: 0x8C959F), firstClass: Color(hex: 0xC0560A), secondClass: Color(hex: 0x1F6FB5))

  static let dark = DocumentColors(
    background: Color(hex: 0x14181D), ink: Color(hex: 0xF0F3F6), quietInk: Color(hex: 0xA9B4C0),
    rule: Color(hex: 0x6E7985), firstClass: Color(hex: 0xF0904A), secondClass: Color(hex: 0x5AA9EC))
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
