import Files
import Foundation
import Pandoc

/// Puts figures of a course into a document of pandoc: the document as JSON goes in and comes out.
///
/// Only the manifest of the output folder is read, and nothing is built.
public struct DocumentFilter: Sendable {
  private let filter: PandocFilter

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - target: What the document becomes, as pandoc names it: `html`, `beamer`, `pptx`.
  ///   - output: The output folder; nil for what the document's `chalkline-output` says, or else `output`.
  public init(target: String, output: String? = nil) {
    filter = PandocFilter(
      target: target, output: output, workingFolder: FileManager.default.currentDirectoryPath
    ) { FigureLibrary(in: $0) }
  }

  /// The document with its figures.
  ///
  /// - Throws: `FilterError` with everything that is wrong: no JSON of pandoc, figures that do not exist,
  ///   output that is missing.
  public func filtered(_ document: [UInt8]) throws -> [UInt8] { try filter.filtered(document) }
}

extension FigureLibrary {
  /// The figures that the manifest of an output folder lists; nil if there is no manifest in the folder,
  /// or none that can be read.
  fileprivate init?(in path: String) {
    guard let output = try? OutputFolder(path, apartFrom: nil, onlyLooking: true),
      output.has(Manifest.path)
    else { return nil }
    guard let manifest = Manifest.read(from: output), !manifest.figures.isEmpty else { return nil }
    let figures = manifest.figures.values.map { BuiltFigure($0) }
    self.init(in: path, of: figures) { output.has($0) }
  }
}

extension BuiltFigure {
  fileprivate init(_ figure: Manifest.Figure) {
    self.init(
      figure.figure, of: figure.lesson, captions: figure.caption, alternatives: figure.alt,
      images: figure.files.map { file in
        Image(path: file.path, format: file.format, language: file.lang, theme: file.theme)
      })
  }
}
