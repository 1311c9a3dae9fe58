import JSON

/// A figure that is ready to stand in a document.
struct ShownFigure: Sendable {
  var attributes: PandocAttributes
  /// The caption as inline nodes; empty for none.
  var caption: [JSONValue]
  var alternative: String
  var address: String
  var title = ""
  /// The language of its words where it is not that of the document.
  var language: String?

  /// The block in the form that the target wants.
  func block(_ form: DocumentTarget.FigureForm) -> JSONValue {
    switch form {
    case .block: return figure
    case .markedParagraph: return paragraph(title: "fig:" + title)
    case .titledParagraph: return paragraph(title: alternative)
    case .styledParagraphs: return styled
    }
  }

  private var figure: JSONValue {
    var outer = PandocAttributes(identifier: attributes.identifier)
    outer.classes = attributes.classes
    outer["lang"] = language
    var inner = PandocAttributes()
    inner.pairs = attributes.pairs
    let image = PandocImage(
      attributes: inner, text: JSONValue.inlines(alternative), address: address, title: title)
    let words: [JSONValue] = caption.isEmpty ? [] : [.node("Plain", caption)]
    return .node(
      "Figure",
      [outer.tree, .array([.null, .array(words)]), .array([.node("Plain", [image.tree])])])
  }

  private func paragraph(title: String) -> JSONValue {
    var attributes = attributes
    if !alternative.isEmpty { attributes["alt"] = alternative }
    if let language { attributes["lang"] = language }
    return .node(
      "Para",
      [PandocImage(attributes: attributes, text: caption, address: address, title: title).tree])
  }

  /// The same styles as pandoc gives a figure.
  private var styled: JSONValue {
    var inner = attributes
    inner.identifier = ""
    let image = PandocImage(
      attributes: inner, text: JSONValue.inlines(alternative), address: address, title: title)
    var blocks = [Self.division("Captioned Figure", .node("Para", [image.tree]))]
    if !caption.isEmpty { blocks.append(Self.division("Image Caption", .node("Para", caption))) }
    var outer = PandocAttributes(identifier: attributes.identifier)
    outer["lang"] = language
    return .node("Div", [outer.tree, .array(blocks)])
  }

  private static func division(_ style: String, _ block: JSONValue) -> JSONValue {
    var attributes = PandocAttributes()
    attributes["custom-style"] = style
    return .node("Div", [attributes.tree, .array([block])])
  }
}
