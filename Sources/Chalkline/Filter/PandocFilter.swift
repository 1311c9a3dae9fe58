import JSON

/// Puts figures of a course into a document of pandoc: the document as JSON goes in and comes out.
///
/// Only the manifest of the output folder is read, and nothing is built. The document stays a tree
/// without types: nodes that are not about figures, also those of later versions of pandoc, come out
/// as they went in.
public struct PandocFilter: Sendable {
  private let target: String
  private let output: String?

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - target: What the document becomes, as pandoc names it: `html`, `beamer`, `pptx`.
  ///   - output: The output folder; nil for what the document's `chalkline-output` says, or else `output`.
  public init(target: String, output: String? = nil) {
    self.target = target
    self.output = output
  }

  /// The document with its figures.
  ///
  /// - Throws: `FilterError` with everything that is wrong: no JSON of pandoc, figures that do not exist,
  ///   output that is missing.
  public func filtered(_ document: [UInt8]) throws -> [UInt8] {
    let tree = try Self.tree(of: document)
    guard let version = tree["pandoc-api-version"]?.items, tree["blocks"] != nil else {
      throw FilterError("this is no document of pandoc; one comes from 'pandoc -t json'")
    }
    let numbers = version.compactMap { part in
      if case .number(let digits) = part { Int(digits) } else { nil }
    }
    var walk = DocumentWalk(
      target: DocumentTarget(target, version: numbers),
      settings: DocumentSettings(tree["meta"], output: output))
    let result = walk.rewritten(tree)
    guard walk.errors.isEmpty else { throw FilterError(walk.errors) }
    return result.bytes() + [0x0A]
  }

  private static func tree(of document: [UInt8]) throws(FilterError) -> JSONValue {
    do {
      return try JSONValue(reading: document)
    } catch {
      switch error {
      case .malformed(let byte):
        throw FilterError(
          "this is no JSON, at byte \(byte); a document comes from 'pandoc -t json'")
      case .tooDeep(let limit):
        throw FilterError("the document is nested deeper than \(limit) levels")
      }
    }
  }
}
