import Foundation
import JSON
import Wording

/// A figure that a document asks for by name, in an address or in a code block.
struct FigureRequest: Sendable {
  /// What an address begins with.
  static let scheme = "chalkline:"

  /// `lesson#figure`, as written.
  var name: String
  var language: String?
  var theme: String?
  /// The document's own caption, as nodes; nil for that of the lesson.
  var caption: [JSONValue]?
  /// The document's own alternative text; nil for that of the lesson.
  var alternative: String?
  /// What the document says of the image beyond that: identifier, classes, width and height.
  var attributes: PandocAttributes

  /// The figure of an address `chalkline:lesson#figure`; nil for another address.
  init?(_ image: PandocImage) {
    guard image.address.hasPrefix(Self.scheme) else { return nil }
    let name = image.address.dropFirst(Self.scheme.count)
    self.name = name.removingPercentEncoding ?? String(name)
    attributes = image.attributes
    takeOptions()
    if !image.text.isEmpty { caption = image.text }
  }

  /// The figure of a code block of the class `chalkline`; nil for another node.
  ///
  /// - Throws: `FilterError` for a line that is no option.
  init?(codeBlock node: JSONValue) throws(FilterError) {
    guard node.tag == "CodeBlock", var attributes = PandocAttributes(node.parts.first),
      attributes.classes.contains("chalkline"), let body = node.parts.last?.text
    else { return nil }
    attributes.classes.removeAll { $0 == "chalkline" }
    let lines = body.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    guard let name = lines.first else {
      throw FilterError("a code block 'chalkline' is empty; its first line is 'lesson#figure'")
    }
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else {
        throw FilterError("'\(line)' in the code block of '\(name)' is no 'option: value'")
      }
      guard Self.options.contains(parts[0]) else {
        let reason = noneNamed(parts[0], kind: "option", among: Self.options)
        throw FilterError("in the code block of '\(name)': \(reason)")
      }
      attributes[parts[0]] = parts[1]
    }
    self.name = name
    self.attributes = attributes
    takeOptions()
  }

  private static let options = ["width", "height", "lang", "theme", "caption", "alt"]

  /// Takes out of the attributes what is for this filter; Quarto's names of it are known too.
  private mutating func takeOptions() {
    language = attributes.take("lang")
    theme = attributes.take("theme")
    let quarto = (caption: attributes.take("fig-cap"), alt: attributes.take("fig-alt"))
    alternative = attributes.take("alt") ?? quarto.alt
    caption = (attributes.take("caption") ?? quarto.caption).map { JSONValue.inlines($0) }
  }
}
