import Foundation
import Pandoc

/// The figures of an output folder, two of one lesson, and documents that want them.
struct FilterSample {
  /// The output folder.
  static let output = "/built/OUT"
  /// Paths of images that are listed and do not lie in the folder.
  var missing: Set<String> = []

  private static let figures = [
    BuiltFigure(
      "boundary", of: "xor", captions: ["en": "The plane", "ko": "평면"],
      alternatives: ["en": "Two lines", "ko": "직선 둘"],
      images: images("boundary", ["svg", "png", "pdf"], ["", "-board"])),
    BuiltFigure(
      "network", of: "xor", captions: ["ko": ""], alternatives: ["en": "A network"],
      images: images("network", ["svg"], [""])),
  ]

  /// A filter that is run in `/built`, where only `OUT` has figures.
  func filter(to target: String, output: String? = FilterSample.output) -> PandocFilter {
    PandocFilter(target: target, output: output, workingFolder: "/built") { [missing] folder in
      ["OUT", Self.output].contains(folder)
        ? FigureLibrary(in: folder, of: Self.figures) { !missing.contains($0) } : nil
    }
  }

  /// The blocks of a document after the filter, as JSON; `OUT` is the output folder, there and in `blocks`.
  func filtered(
    _ blocks: String, to target: String = "html", version: String = "1,23", metadata: String = ""
  ) throws -> String {
    let text = Self.document(blocks, version, metadata).replacing("OUT", with: Self.output)
    let result = try filter(to: target).filtered(Array(text.utf8))
    let whole = String(decoding: result, as: UTF8.self).replacing(Self.output, with: "OUT")
    let start = Self.document("", version, metadata).dropLast(2)
    return whole.hasPrefix(start) ? String(whole.dropFirst(start.count).dropLast(3)) : whole
  }

  /// What the filter says against a document, with `OUT` for the folder.
  func complaint(_ blocks: String, to target: String = "html", metadata: String = "") -> String {
    do {
      return try filtered(blocks, to: target, metadata: metadata)
    } catch {
      return "\(error)".replacing(Self.output, with: "OUT")
    }
  }

  private static func document(_ blocks: String, _ version: String, _ metadata: String) -> String {
    "{\"pandoc-api-version\":[\(version)],\"meta\":{\(metadata)},\"blocks\":[\(blocks)]}"
  }

  private static func images(_ name: String, _ formats: [String], _ suffixes: [String])
    -> [BuiltFigure.Image]
  {
    ["en", "ko"].flatMap { (language: String) in
      suffixes.flatMap { suffix in
        formats.map { format in
          BuiltFigure.Image(
            path: "xor/figures/\(language)/\(name)\(suffix).\(format)", format: format,
            language: language, theme: suffix.isEmpty ? "paper" : "board")
        }
      }
    }
  }
}

/// Pieces of documents.
enum FilterText {
  /// A paragraph that is one image.
  static func image(
    _ address: String, _ text: String = "", title: String = "", identifier: String = "",
    pairs: String = ""
  ) -> String {
    "{\"t\":\"Para\",\"c\":[\(inline(address, text, title: title, identifier: identifier, pairs: pairs))]}"
  }

  /// An image amid text.
  static func inline(
    _ address: String, _ text: String = "", title: String = "", identifier: String = "",
    pairs: String = ""
  ) -> String {
    "{\"t\":\"Image\",\"c\":[[\"\(identifier)\",[],[\(pairs)]],[\(words(text))],[\"\(address)\",\"\(title)\"]]}"
  }

  /// A code block of the class `chalkline`.
  static func code(_ body: String, identifier: String = "") -> String {
    let lines = body.replacing("\n", with: "\\n")
    return "{\"t\":\"CodeBlock\",\"c\":[[\"\(identifier)\",[\"chalkline\"],[]],\"\(lines)\"]}"
  }

  /// The block of later versions: caption and alternative text.
  static func figure(
    _ address: String, _ caption: String, alt: String, identifier: String = "", pairs: String = ""
  ) -> String {
    let image = inline(address, alt, pairs: pairs)
    let words = caption.isEmpty ? "" : "{\"t\":\"Plain\",\"c\":[\(words(caption))]}"
    return "{\"t\":\"Figure\",\"c\":[[\"\(identifier)\",[],[]],[null,[\(words)]],"
      + "[{\"t\":\"Plain\",\"c\":[\(image)]}]]}"
  }

  private static func words(_ text: String) -> String {
    text.split(separator: " ").map { "{\"t\":\"Str\",\"c\":\"\($0)\"}" }
      .joined(separator: ",{\"t\":\"Space\"},")
  }
}
