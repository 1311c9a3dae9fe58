import JSON

/// Puts figures of a course into a document of pandoc: the document as JSON goes in and comes out.
///
/// The document stays a tree without types: nodes that are not about figures, also those of later
/// versions of pandoc, come out as they went in.
public struct PandocFilter: Sendable {
  private let target: String
  private let output: String?
  private let workingFolder: String
  private let library: @Sendable (String) -> FigureLibrary?

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - target: What the document becomes, as pandoc names it: `html`, `beamer`, `pptx`.
  ///   - output: The output folder; nil for what the document's `chalkline-output` says, or else `output`.
  ///   - workingFolder: The folder that paths in the document begin at, from the root.
  ///   - library: The figures of an output folder; nil if no course was built into it.
  public init(
    target: String, output: String? = nil, workingFolder: String,
    library: @escaping @Sendable (_ folder: String) -> FigureLibrary?
  ) {
    self.target = target
    self.output = output
    self.workingFolder = workingFolder
    self.library = library
  }

  /// The document with its figures.
  ///
  /// - Throws: `FilterError` with everything that is wrong: no JSON of pandoc, figures that do not exist,
  ///   output that is missing.
  public func filtered(_ document: [UInt8]) throws(FilterError) -> [UInt8] {
    let tree = try Self.tree(of: document)
    guard let version = tree["pandoc-api-version"]?.items, tree["blocks"] != nil else {
      throw FilterError("this is no document of pandoc; one comes from 'pandoc -t json'")
    }
    let numbers = version.compactMap { part in
      if case .number(let digits) = part { Int(digits) } else { nil }
    }
    let settings = DocumentSettings(tree["meta"], output: output, workingFolder: workingFolder)
    var walk = DocumentWalk(
      target: DocumentTarget(target, version: numbers), settings: settings,
      figures: library(settings.output))
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
