import Chalkline
import Foundation

/// An output folder with a manifest of two figures, and documents that want them.
final class FilterSample: Sendable {
  /// The output folder.
  let output: String
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "chalkline-filter-\(UUID())")
    output = root.path
    let boundary = Self.files("boundary", ["svg", "png", "pdf"], ["", "-board"])
    let network = Self.files("network", ["svg"], [""])
    for (path, _, _, _) in boundary + network {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    let manifest = """
      {"schema": 1, "software": "Chalkline", "traces": {}, "animations": {}, "pages": {}, "figures": {
        "xor#boundary": {"lesson": "xor", "figure": "boundary", "kind": "decision-boundary",
          "title": {}, "caption": {"en": "The plane", "ko": "평면"},
          "alt": {"en": "Two lines", "ko": "직선 둘"}, "scenarios": [], "files": [\(Self.list(boundary))]},
        "xor#network": {"lesson": "xor", "figure": "network", "kind": "network-diagram",
          "title": {}, "caption": {}, "alt": {"en": "A network"}, "scenarios": [],
          "files": [\(Self.list(network))]}}}
      """
    try Data(manifest.utf8).write(to: root.appending(path: "manifest.json"))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Takes away a file of a figure.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  /// The blocks of a document after the filter, as JSON; `OUT` is the output folder, there and in `blocks`.
  func filtered(
    _ blocks: String, to target: String = "html", version: String = "1,23", metadata: String = ""
  ) throws -> String {
    defer { withExtendedLifetime(self) {} }
    let text = Self.document(blocks, version, metadata).replacing("OUT", with: output)
    let result = try PandocFilter(target: target, output: output).filtered(Array(text.utf8))
    let whole = String(decoding: result, as: UTF8.self).replacing(output, with: "OUT")
    let start = Self.document("", version, metadata).dropLast(2)
    return whole.hasPrefix(start) ? String(whole.dropFirst(start.count).dropLast(3)) : whole
  }

  /// What the filter says against a document, with `OUT` for the folder.
  func complaint(_ blocks: String, to target: String = "html", metadata: String = "") -> String {
    do {
      return try filtered(blocks, to: target, metadata: metadata)
    } catch {
      return "\(error)".replacing(output, with: "OUT")
    }
  }

  private static func document(_ blocks: String, _ version: String, _ metadata: String) -> String {
    "{\"pandoc-api-version\":[\(version)],\"meta\":{\(metadata)},\"blocks\":[\(blocks)]}"
  }

  private static func files(_ name: String, _ formats: [String], _ suffixes: [String])
    -> [(path: String, format: String, language: String, theme: String)]
  {
    ["en", "ko"].flatMap { language in
      suffixes.flatMap { suffix in
        formats.map { format in
          (
            "xor/figures/\(language)/\(name)\(suffix).\(format)", format, language,
            suffix.isEmpty ? "paper" : "board"
          )
        }
      }
    }
  }

  private static func list(
    _ files: [(path: String, format: String, language: String, theme: String)]
  ) -> String {
    files.map { file in
      """
      {"path": "\(file.path)", "format": "\(file.format)", "bytes": 0, "sha256": "",
       "lang": "\(file.language)", "theme": "\(file.theme)"}
      """
    }.joined(separator: ",")
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
