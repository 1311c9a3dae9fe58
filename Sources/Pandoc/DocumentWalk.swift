import JSON

/// Goes through a document, and puts figures in the place of what asks for them.
struct DocumentWalk {
  /// Everything that was wrong so far, each message once.
  private(set) var errors: [String] = []

  private let target: DocumentTarget
  private let settings: DocumentSettings
  private let figures: FigureLibrary?
  /// The language of the part that the walk is in.
  private var language: String?

  init(target: DocumentTarget, settings: DocumentSettings, figures: FigureLibrary?) {
    self.target = target
    self.settings = settings
    self.figures = figures
    language = settings.language
  }

  /// `tree` with the figures in it.
  mutating func rewritten(_ tree: JSONValue) -> JSONValue {
    do throws(FilterError) {
      if let new = try replaced(tree) { return new }
    } catch {
      errors += error.messages.filter { !errors.contains($0) }
      return tree
    }
    let outside = language
    defer { language = outside }
    if let tag = tree.tag, ["Div", "Span"].contains(tag),
      let own = PandocAttributes(tree.parts.first)?["lang"]
    {
      language = own
    }
    switch tree {
    case .array(let items): return .array(items.map { rewritten($0) })
    case .object(let members):
      return .object(members.map { JSONValue.Member($0.key, rewritten($0.value)) })
    default: return tree
    }
  }

  /// What takes the place of a node; nil if it is not about a figure.
  private func replaced(_ node: JSONValue) throws(FilterError) -> JSONValue? {
    switch node.tag {
    case "CodeBlock":
      guard let request = try FigureRequest(codeBlock: node) else { return nil }
      return try block(request)
    case "Para":
      guard let image = PandocImage(onlyOneIn: node) else { return nil }
      if let request = FigureRequest(image) { return try block(request, title: image.writtenTitle) }
      return try paragraph(image)
    case "Figure": return try figure(node)
    case "Image":
      guard let image = PandocImage(node) else { return nil }
      if let request = FigureRequest(image) { return try inline(request, image) }
      return try pathImage(image)?.image.tree
    default: return nil
    }
  }

  /// A figure that is asked for by name, as a block.
  private func block(_ request: FigureRequest, title: String = "") throws(FilterError) -> JSONValue
  {
    let (choice, address) = try find(request)
    let caption = request.caption ?? choice.caption.map { JSONValue.inlines($0) } ?? []
    return ShownFigure(
      attributes: request.attributes, caption: caption,
      alternative: request.alternative ?? choice.alternative, address: address, title: title,
      language: request.caption == nil ? foreign(choice) : nil
    ).block(target.figureForm)
  }

  /// The language of a figure, if that of the document is known and is another one.
  private func foreign(_ choice: FigureLibrary.Choice) -> String? {
    guard let language, !language.hasPrefix(choice.language) else { return nil }
    return choice.language
  }

  /// The same amid text, where an image has alternative text and no caption.
  private func inline(_ request: FigureRequest, _ image: PandocImage) throws(FilterError)
    -> JSONValue
  {
    let (choice, address) = try find(request)
    let text = request.alternative.map { JSONValue.inlines($0) } ?? request.caption
    return PandocImage(
      attributes: request.attributes, text: text ?? JSONValue.inlines(choice.alternative),
      address: address, title: image.title
    ).tree
  }

  private func find(_ request: FigureRequest) throws(FilterError) -> (FigureLibrary.Choice, String)
  {
    guard let figures else {
      throw FilterError(
        "cannot show '\(request.name)': there is no manifest of a course in '\(settings.output)'; run "
          + "'chalkline build', or name the output folder as 'chalkline-output' in the metadata")
    }
    let choice = try figures.choice(
      request.name, wantedLanguage: request.language, wantedTheme: request.theme ?? settings.theme,
      documentLanguage: language)
    return (choice, figures.address(of: try figures.path(of: choice, for: target)))
  }

  /// An image in the output folder, in the best format for the target; nil for any other image.
  private func pathImage(_ image: PandocImage) throws(FilterError)
    -> (image: PandocImage, choice: FigureLibrary.Choice)?
  {
    guard let figures, let path = settings.pathBelowOutput(image.address),
      let choice = try figures.choice(atPath: path)
    else { return nil }
    let name = try figures.path(of: choice, for: target).split(separator: "/").last ?? ""
    var image = image
    // The folder stays as the document writes it.
    let folder = image.address.lastIndex(of: "/").map { image.address[...$0] } ?? ""
    image.address = "\(folder)\(name)"
    if image.text.isEmpty { image.text = JSONValue.inlines(choice.alternative) }
    return (image, choice)
  }

  /// A paragraph that is one image of the output folder: a figure if it has a caption of its own, or
  /// says nothing.
  private func paragraph(_ image: PandocImage) throws(FilterError) -> JSONValue? {
    guard let (shown, choice) = try pathImage(image) else { return nil }
    guard image.text.isEmpty || image.isMarkedAsFigure else {
      return .node("Para", [shown.tree])
    }
    var attributes = shown.attributes
    let alternative = attributes.take("alt") ?? choice.alternative
    let caption = image.text.isEmpty ? JSONValue.inlines(choice.caption ?? "") : image.text
    return ShownFigure(
      attributes: attributes, caption: caption, alternative: alternative, address: shown.address,
      title: shown.writtenTitle
    ).block(target.figureForm)
  }

  /// A `Figure` around one image: its image, and what its words lack.
  private func figure(_ node: JSONValue) throws(FilterError) -> JSONValue? {
    guard node.parts.count == 3, let outer = PandocAttributes(node.parts[0]),
      let caption = node.parts[1].items, caption.count == 2,
      let blocks = node.parts[2].items, blocks.count == 1,
      let image = PandocImage(onlyOneIn: blocks[0], tags: ["Plain", "Para"])
    else { return nil }
    let words = node.parts[1].plainText
    var shown = image
    let choice: FigureLibrary.Choice
    var alternative = shown.attributes["alt"]
    if let request = FigureRequest(image) {
      (choice, shown.address) = try find(request)
      (shown.attributes, alternative) = (request.attributes, request.alternative)
    } else {
      guard let found = try pathImage(image) else { return nil }
      (shown, choice) = found
      shown.attributes["alt"] = nil
    }
    // Where a document has one text for both, it is the caption.
    let text = JSONValue.array(image.text).plainText
    if let alternative {
      shown.text = JSONValue.inlines(alternative)
    } else if text.isEmpty || text == words {
      shown.text = JSONValue.inlines(choice.alternative)
    }
    let own = JSONValue.inlines(choice.caption ?? "")
    let filled: JSONValue =
      words.isEmpty && !own.isEmpty
      ? .array([caption[0], .array([.node("Plain", own)])]) : node.parts[1]
    guard case .block = target.figureForm else {
      var attributes = shown.attributes
      attributes.identifier = outer.identifier
      return ShownFigure(
        attributes: attributes,
        caption: (filled.items?.last?.items ?? []).flatMap { $0.parts },
        alternative: JSONValue.array(shown.text).plainText, address: shown.address
      ).block(target.figureForm)
    }
    let inner = JSONValue.node(blocks[0].tag ?? "Plain", [shown.tree])
    return .node("Figure", [outer.tree, filled, .array([inner])])
  }
}
