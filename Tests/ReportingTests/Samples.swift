import Drawings
import FoundationXML
import Foundation
import Prose
import Reporting

/// A report of two lessons in English and Korean; the first lesson has the figures `line` and `plane`.
enum Sample {
  static func report(
    _ prose: String? = nil, in language: String = "en", languages: [String] = ["en", "ko"],
    figures: [FigureReport] = [figure("line"), figure("plane")]
  ) -> Report {
    let trace = TraceReport(
      title: "rule", files: [TraceReport.File(format: "csv", path: "and/trace/rule.csv")])
    return Report(
      title: "Lines & planes", language: language, languages: languages, firstLanguage: "en",
      lessons: [
        LessonReport(
          id: "and", title: "One <line>",
          prose: prose.map { ProseText(parsing: $0, named: "and/lesson.\(language).md") },
          figures: figures, traces: [trace]),
        LessonReport(id: "xor", title: "Two lines"),
      ])
  }

  static func figure(_ id: String, caption: String = "A caption", isDarkToo: Bool = false)
    -> FigureReport
  {
    var images = [ImageFormat.pdf, .png, .svg].map {
      FigureImage(
        format: $0, path: "and/figures/en/\(id).\($0.fileExtension)", width: 640, height: 480.4)
    }
    if isDarkToo {
      images.append(
        FigureImage(
          format: .svg, path: "and/figures/en/\(id)-board.svg", isDark: true, width: 640,
          height: 480))
    }
    return FigureReport(id: id, caption: caption, alternative: "What \(id) shows", images: images)
  }

  /// The page of the first lesson with this prose.
  static func page(_ prose: String?, in language: String = "en") throws -> HTML {
    try page(of: report(prose, in: language))
  }

  static func page(of report: Report) throws -> HTML {
    try HTML(HTMLReport(of: report).page(ofLesson: "and")?.text ?? "")
  }
}

/// A page taken apart.
///
/// Pages are XML as well, so that a tag left open is an error here.
final class HTML: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The text of it and of all within it.
    var text = ""
  }

  let source: String
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ source: String) throws {
    self.source = source
    super.init()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw parser.parserError ?? CocoaError(.propertyListReadCorrupt)
    }
  }

  subscript(name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Texts of all elements of that name.
  func texts(_ name: String) -> [String] { self[name].map { $0.text } }

  /// Values of an attribute, in order.
  func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { elements[index].text += text }
  }
}
