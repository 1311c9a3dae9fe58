import Yams

/// One walk over Yams' nodes in file order.
struct YAMLConversion {
  let source: SourceText
  let names: RepeatedNames
  /// The names found to be given more than once.
  private(set) var repetitions: [LessonError] = []

  init(source: SourceText, names: RepeatedNames) {
    self.source = source
    self.names = names
  }

  mutating func value(of node: Node, depth: Int) throws(LessonError) -> Value {
    let location = location(of: node)
    try refuseSharing(node, at: location)
    try refuseTag(node, at: location)
    guard depth <= YAMLFile.depthLimit else {
      throw source.error(
        "sections and lists are nested more than \(YAMLFile.depthLimit) deep", at: location)
    }
    switch node {
    case .scalar(let scalar):
      return Value(content: .text(text(scalar, at: location)), location: location)
    case .sequence(let sequence):
      var items: [Value] = []
      for item in sequence { items.append(try value(of: item, depth: depth + 1)) }
      return Value(content: .list(items), location: location)
    case .mapping(let mapping):
      return Value(
        content: .section(try entries(of: mapping, depth: depth)), location: location)
    case .alias:
      throw YAMLExpansion.sharedError(at: location, in: source)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) throws(LessonError)
    -> [Value.Entry]
  {
    var entries: [Value.Entry] = []
    var first: [String: LocatedText] = [:]
    for (key, value) in mapping {
      let name = try name(of: key)
      if let earlier = first[name.text] {
        repetitions.append(
          name.error("'\(name.text)' is already given on line \(earlier.location.line)"))
        continue
      }
      first[name.text] = name
      let entry = Value.Entry(name: name, value: try self.value(of: value, depth: depth + 1))
      if let before = entries.last { try refuseTornText(before, entry) }
      entries.append(entry)
    }
    return entries
  }

  /// Refuses `{rate: 0,5}` and `{layers: 2 tanh, 1 sigmoid}`: the comma ends a value, and what follows it is a name
  /// without one.
  private func refuseTornText(
    _ before: Value.Entry, _ entry: Value.Entry
  ) throws(LessonError) {
    guard case .text(let empty) = entry.value.content, empty.text.isEmpty, !empty.isQuoted,
      !hasColon(after: entry.name), case .text(let value) = before.value.content,
      !value.text.isEmpty
    else { return }
    let (field, text, rest) = (before.name.text, value.text, entry.name.text)
    if Numeral.number(text) != nil, rest.utf8.allSatisfy({ 48...57 ~= $0 }) {
      let help =
        rest.utf8.count == 3
        ? "write \(text)\(rest), or \(text).\(rest) with a decimal point"
        : "write a decimal point: \(text).\(rest)"
      throw value.error("a comma ends the value of '\(field)'", help: help)
    }
    throw entry.name.error(
      "a comma ends the value of '\(field)', and '\(Printable.short(rest))' has none",
      help: "write a list as [\(text), \(rest)], and a text with a comma in quotes")
  }

  private func hasColon(after name: LocatedText) -> Bool {
    let place = name.location
    let rest = source.line(place.line).unicodeScalars.dropFirst(
      place.column - 1 + name.text.unicodeScalars.count)
    return name.isQuoted || rest.first { $0 != " " } == ":"
  }

  private func name(of node: Node) throws(LessonError) -> LocatedText {
    let location = location(of: node)
    try refuseSharing(node, at: location)
    guard case .scalar(let scalar) = node else {
      throw source.error(
        "a name before ':' must be a word", at: location,
        help: "put a text that begins with '[' or '{' in quotes")
    }
    let name = text(scalar, at: location)
    guard name.text != "<<" else {
      throw name.error("merging with '<<' is not part of lesson files")
    }
    return LocatedText(
      names.original(name.text), at: location, style: name.style, in: source)
  }

  private func location(of node: Node) -> SourceLocation {
    source.location(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func text(_ scalar: Node.Scalar, at location: SourceLocation) -> LocatedText {
    let style: LocatedText.Style =
      switch scalar.style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal, .folded: .block
      }
    return LocatedText(scalar.string, at: location, style: style, in: source)
  }

  private func refuseSharing(_ node: Node, at location: SourceLocation) throws(LessonError) {
    if node.anchor != nil { throw YAMLExpansion.sharedError(at: location, in: source) }
  }

  /// Names are not asked: comparing them has made Yams write its guesses into their tags.
  private func refuseTag(_ node: Node, at location: SourceLocation) throws(LessonError) {
    let tag: String? =
      switch node {
      case .scalar(let scalar): scalar.tag.description
      case .sequence(let sequence): sequence.tag.description
      case .mapping(let mapping): mapping.tag.description
      case .alias: nil
      }
    // Yams marks a quoted scalar as a string; an empty name stands for no tag.
    guard let tag, !["", "tag:yaml.org,2002:str", "!"].contains(tag) else { return }
    throw source.error("the tag '\(tag)' is not part of lesson files", at: location)
  }
}
