import Chalkline
import Foundation
import Testing

struct DocumentFilterTests {
  @Test func `the figures are those of the manifest`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "chalkline-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let image = folder.appending(path: "xor/figures/en/boundary.svg")
    try FileManager.default.createDirectory(
      at: image.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: image)
    let manifest = """
      {"schema": 1, "software": "Chalkline", "traces": {}, "animations": {}, "pages": {}, "figures": {
        "xor#boundary": {"lesson": "xor", "figure": "boundary", "kind": "decision-boundary",
          "title": {}, "caption": {"en": "The plane"}, "alt": {"en": "Two lines"}, "scenarios": [],
          "files": [{"path": "xor/figures/en/boundary.svg", "format": "svg", "bytes": 0,
            "sha256": "", "lang": "en", "theme": "paper"}]}}}
      """
    try Data(manifest.utf8).write(to: folder.appending(path: "manifest.json"))
    let document = """
      {"pandoc-api-version":[1,23],"meta":{},"blocks":[{"t":"Para","c":[{"t":"Image",\
      "c":[["",[],[]],[],["chalkline:xor#boundary",""]]}]}]}
      """
    let filter = DocumentFilter(target: "html", output: folder.path)
    let result = String(
      decoding: try filter.filtered(Array(document.utf8)), as: UTF8.self)
    #expect(result.contains("\"\(image.path)\""))
    #expect(result.contains(#"{"t":"Str","c":"plane"}"#))
    try FileManager.default.removeItem(at: image)
    let error = #expect(throws: (any Error).self) { try filter.filtered(Array(document.utf8)) }
    #expect("\(try #require(error))".hasSuffix("of 'xor#boundary' is gone; run 'chalkline build'"))
  }
}
