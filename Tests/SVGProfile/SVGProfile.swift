import Foundation
import FoundationXML

/// The part of SVG 1.1 that PowerPoint, Word and LibreOffice show as browsers do.
///
/// They know no style sheets, no CSS colors (`rgba()`, `transparent`, `currentColor`), no masks, filters,
/// foreign objects, nested documents or reused glyphs, and clips only where these are rectangles; and
/// they want the size both as lengths and as a box.
public enum SVGProfile {
  /// What of a file is outside the profile, each thing once; empty for a file that is safe.
  public static func complaints(about bytes: some Collection<UInt8>) -> [String] {
    let inspection = Inspection()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = inspection
    if !parser.parse() { inspection.complaints.insert("it is no well-formed XML") }
    return inspection.complaints.sorted()
  }

  private static let number = #"-?[0-9]+(\.[0-9]+)?"#
  private static let paint = ["fill": "#[0-9a-f]{6}|none", "fill-opacity": number]
  private static let stroke = [
    "stroke": "#[0-9a-f]{6}|none", "stroke-opacity": number, "stroke-width": number,
    "stroke-dasharray": "\(number)( \(number))*", "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel", "stroke-miterlimit": number,
  ]
  private static let place = ["x": number, "y": number, "width": number, "height": number]
  private static let identifier = "[A-Za-z][A-Za-z0-9_-]*"

  /// Elements with their attributes and what these may say.
  fileprivate static let allowed: [String: [String: String]] = [
    "svg": [
      "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
      "version": "1.1", "width": "\(number)pt", "height": "\(number)pt",
      "viewBox": "0 0 \(number) \(number)", "role": "img", "lang": "[a-z]{2}",
      "xml:lang": "[a-z]{2}",
      "aria-labelledby": "\(identifier)( \(identifier))*",
    ],
    "title": ["id": identifier], "desc": ["id": identifier], "metadata": [:],
    "g": stroke.merging(["clip-path": "url\\(#\(identifier)\\)"]) { first, _ in first },
    "path": paint.merging(stroke) { first, _ in first }.merging([
      "d": "[MmLlCcZz0-9 .-]+", "transform": "rotate\\(\(number) \(number) \(number)\\)",
    ]) { first, _ in first },
    "rect": paint.merging(stroke) { first, _ in first }.merging(place) { first, _ in first },
    "clipPath": ["id": identifier],
    "image": place.merging([
      "preserveAspectRatio": "none", "image-rendering": "pixelated",
      "xlink:href": "data:image/png;base64,[A-Za-z0-9+/]+={0,2}",
    ]) { first, _ in first },
  ]
  fileprivate static let required = ["svg": ["width", "height", "viewBox", "version"]]
}

/// Goes through a file and keeps what is outside the profile.
private final class Inspection: NSObject, XMLParserDelegate {
  var complaints: Set<String> = []
  private var path: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    defer { path.append(name) }
    // What describes the picture is for programs that know it.
    guard !path.contains("metadata") else { return }
    guard let allowed = SVGProfile.allowed[name] else {
      complaints.insert("<\(name)>")
      return
    }
    if name == "svg", !path.isEmpty { complaints.insert("an <svg> within another") }
    if path.last == "clipPath", name != "rect" { complaints.insert("a <clipPath> of a <\(name)>") }
    for (key, value) in attributes {
      if let pattern = allowed[key] {
        if !Self.matches(value, pattern) {
          complaints.insert("<\(name) \(key)=\"\(value.prefix(60))\">")
        }
      } else {
        complaints.insert("<\(name) \(key)>")
      }
    }
    for key in SVGProfile.required[name] ?? [] where attributes[key] == nil {
      complaints.insert("<\(name)> without \(key)")
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }

  private static func matches(_ value: String, _ pattern: String) -> Bool {
    value.range(of: "^(\(pattern))$", options: .regularExpression) != nil
  }
}
