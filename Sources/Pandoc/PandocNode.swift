import JSON

/// The shapes of a pandoc document that the filter reads and makes; everything else stays a tree.
extension JSONValue {
  /// A node of the type `tag`: `{"t": tag, "c": content}`.
  static func node(_ tag: String, _ content: JSONValue) -> JSONValue {
    .object([Member("t", .string(tag)), Member("c", content)])
  }

  /// A list of nodes around a list: `Plain`, `Para`.
  static func node(_ tag: String, _ items: [JSONValue]) -> JSONValue { node(tag, .array(items)) }

  /// The type of a node; nil for what is none.
  var tag: String? { self["t"]?.text }

  /// The parts of a node's content; empty where it has none.
  var parts: [JSONValue] { self["c"]?.items ?? [] }

  /// Inline nodes that say `text`.
  static func inlines(_ text: String) -> [JSONValue] {
    let space = JSONValue.object([Member("t", .string("Space"))])
    let words = text.split(whereSeparator: \.isWhitespace).map { node("Str", .string(String($0))) }
    return Array(words.map { [$0] }.joined(separator: [space]))
  }

  /// What a reader of these nodes reads, without styles.
  var plainText: String {
    switch tag {
    case "Str": return self["c"]?.text ?? ""
    case "MetaString": return self["c"]?.text ?? ""
    case "Space", "SoftBreak", "LineBreak": return " "
    case "Code", "Math": return parts.last?.text ?? ""
    case "RawInline", "RawBlock", "Note": return ""
    default: return (items ?? parts).map { $0.plainText }.joined()
    }
  }
}

/// The identifier, classes and key-value pairs of a node.
struct PandocAttributes: Equatable, Sendable {
  var identifier = ""
  var classes: [String] = []
  var pairs: [(key: String, value: String)] = []

  static func == (left: Self, right: Self) -> Bool { left.tree == right.tree }

  /// Nil if `tree` has another shape.
  init?(_ tree: JSONValue?) {
    guard let parts = tree?.items, parts.count == 3, let identifier = parts[0].text,
      let classes = parts[1].items, let pairs = parts[2].items
    else { return nil }
    self.identifier = identifier
    self.classes = classes.compactMap { $0.text }
    self.pairs = pairs.compactMap { pair in
      guard let key = pair.items?.first?.text, let value = pair.items?.last?.text else {
        return nil
      }
      return (key, value)
    }
  }

  init(identifier: String = "") { self.identifier = identifier }

  var tree: JSONValue {
    let pairs = pairs.map { JSONValue.array([.string($0.key), .string($0.value)]) }
    return .array([.string(identifier), .array(classes.map { .string($0) }), .array(pairs)])
  }

  /// The value of `key`, which is nil where there is none; setting it puts a new key last.
  subscript(key: String) -> String? {
    get { pairs.first { $0.key == key }?.value }
    set {
      let index = pairs.firstIndex { $0.key == key }
      if let newValue, let index {
        pairs[index].value = newValue
      } else if let newValue {
        pairs.append((key, newValue))
      } else if let index {
        pairs.remove(at: index)
      }
    }
  }

  /// Takes a key out.
  mutating func take(_ key: String) -> String? {
    defer { self[key] = nil }
    return self[key]
  }
}

/// The inline node `Image`.
struct PandocImage: Equatable, Sendable {
  var attributes: PandocAttributes
  /// What stands between the brackets.
  var text: [JSONValue]
  var address: String
  /// The title, with `fig:` before it where an older pandoc takes the image for a figure.
  var title: String

  init(attributes: PandocAttributes, text: [JSONValue], address: String, title: String) {
    self.attributes = attributes
    self.text = text
    self.address = address
    self.title = title
  }

  /// Nil if `node` is something else.
  init?(_ node: JSONValue) {
    guard node.tag == "Image", node.parts.count == 3,
      let attributes = PandocAttributes(node.parts[0]), let text = node.parts[1].items,
      let target = node.parts[2].items, target.count == 2, let address = target[0].text,
      let title = target[1].text
    else { return nil }
    self.init(attributes: attributes, text: text, address: address, title: title)
  }

  /// The only image of a paragraph; nil if there is more in it, or less.
  init?(onlyOneIn block: JSONValue, tags: [String] = ["Para"]) {
    guard let tag = block.tag, tags.contains(tag), block.parts.count == 1 else { return nil }
    self.init(block.parts[0])
  }

  var tree: JSONValue {
    .node("Image", [attributes.tree, .array(text), .array([.string(address), .string(title)])])
  }

  /// Whether an older pandoc takes it for a figure with its text as caption.
  var isMarkedAsFigure: Bool { title.hasPrefix("fig:") }

  /// The title as it was written.
  var writtenTitle: String { isMarkedAsFigure ? String(title.dropFirst("fig:".count)) : title }
}
