import Files
import Foundation
import Prose
import Rendering
import Reporting

/// A look at what Chalkline finds on this machine: fonts, libraries and programs.
public struct Doctor: Sendable {
  /// One thing that was looked for.
  public struct Item: Equatable, Sendable {
    /// Whether it is there.
    public let isPresent: Bool
    /// Whether nothing can be built without it.
    public let isRequired: Bool
    /// What it is, with its version or place.
    public let text: String
  }

  /// What was looked for, in a fixed order.
  public let items: [Item]

  /// Looks; `path` is the search path for programs, as in the variable `PATH`.
  public init(searching path: String) {
    var items = [
      Item(isPresent: true, isRequired: true, text: ChalklineVersion.software),
      Self.fonts(),
    ]
    items += (RenderingLibraries.versions + [MarkdownLibrary.version]).map {
      Item(isPresent: true, isRequired: true, text: $0)
    }
    items.append(Self.formulas())
    items += Self.programs.map { program in
      let place = path.split(separator: ":").map { Disk.join(String($0), program.name) }
        .first { access($0, X_OK) == 0 && Disk.isFile($0) }
      return Item(
        isPresent: place != nil, isRequired: false,
        text: "\(program.name)\(Self.found(program.version, at: place)) (\(program.use))")
    }
    self.items = items
  }

  /// Whether everything is there that a build needs.
  public var isHealthy: Bool { items.allSatisfy { $0.isPresent || !$0.isRequired } }

  /// An item a line: `ok`, `--` for what is missing but not needed, `NO` for what is needed.
  public var text: String {
    items.map { "\($0.isPresent ? "ok" : $0.isRequired ? "NO" : "--")  \($0.text)" }
      .joined(separator: "\n")
  }

  private static let programs: [(name: String, version: String, use: String)] = [
    ("python3", "--version", "reads the traces; never needed to build"),
    ("ffmpeg", "-version", "makes films of frames; never needed to build"),
    (
      "pandoc", "--version",
      "makes documents of others with 'chalkline filter'; never needed to build"
    ),
    ("chromium", "--version", "tests pages; never needed to build"),
  ]

  /// ` 5.1: /usr/bin/ffmpeg`, or `: not found`.
  private static func found(_ argument: String, at place: String?) -> String {
    guard let place else { return ": not found" }
    return (ProgramVersion.ask(place, argument).map { " " + $0 } ?? "") + ": \(place)"
  }

  /// What sets formulas; a course without any needs none.
  private static func formulas() -> Item {
    let path = FormulaCache.libraryPath
    let isPresent = Disk.isFile(path)
    return Item(
      isPresent: isPresent, isRequired: false,
      text: "KaTeX: \(isPresent ? path : "not found") (sets the formulas of prose)")
  }

  private static func fonts() -> Item {
    do {
      _ = try PangoTextMeasurer.measurer()
      return Item(isPresent: true, isRequired: true, text: "fonts: DejaVu Sans, NanumGothic")
    } catch {
      return Item(isPresent: false, isRequired: true, text: "fonts: \(error)")
    }
  }
}
