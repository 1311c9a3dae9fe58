import Files
import Foundation

/// The figures that an output folder has, found by name or by path.
struct BuiltFigures: Sendable {
  /// A figure in one language and theme.
  struct Choice: Sendable {
    let figure: Manifest.Figure
    let language: String
    let theme: String

    /// `xor#boundary`.
    var name: String { "\(figure.lesson)#\(figure.figure)" }
    /// The words of the caption; nil if there are none.
    var caption: String? { figure.caption[language].flatMap { $0.isEmpty ? nil : $0 } }
    /// The alternative text; empty if there is none.
    var alternative: String { figure.alt[language] ?? "" }
  }

  private let output: OutputFolder
  private let manifest: Manifest

  /// Nil if there is no manifest in the folder, or none that can be read.
  init?(in path: String) {
    guard let output = try? OutputFolder(path, apartFrom: "", onlyLooking: true),
      output.has(Manifest.path)
    else { return nil }
    guard let manifest = Manifest.read(from: output), !manifest.figures.isEmpty else { return nil }
    self.output = output
    self.manifest = manifest
  }

  /// The figure `name`, `lesson#figure`; a language and a theme that are `wanted` must be there, while
  /// another language may stand in for that of the document.
  func choice(
    _ name: String, wantedLanguage: String?, wantedTheme: String?, documentLanguage: String?
  ) throws(FilterError) -> Choice {
    let parts = name.split(separator: "#", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw FilterError("'\(name)' names no figure; it is written 'lesson#figure'")
    }
    let figure = try figure(parts[1], in: parts[0])
    let languages = Set(figure.files.compactMap { $0.lang }).sorted()
    let themes = Set(figure.files.compactMap { $0.theme }).sorted()
    if let wantedLanguage, !languages.contains(wantedLanguage) {
      throw missing("language '\(wantedLanguage)'", of: name, among: languages)
    }
    if let wantedTheme, !themes.contains(wantedTheme) {
      throw missing(
        "theme '\(wantedTheme)'", of: name, among: themes,
        help: "; 'chalkline build --theme \(wantedTheme)' adds it")
    }
    // `ko-KR` is Korean too; where the document's language is not built, English stands in.
    let base = documentLanguage.map { String($0.prefix { $0 != "-" && $0 != "_" }) }
    let spoken = [wantedLanguage, documentLanguage, base, "en"].compactMap { $0 }
      .first { languages.contains($0) }
    return Choice(
      figure: figure, language: spoken ?? languages.first ?? "en",
      theme: wantedTheme ?? figure.ownTheme ?? themes.first ?? "")
  }

  /// The figure whose image lies at `path` below the folder, whatever its ending; nil for other files.
  ///
  /// - Throws: `FilterError` if the path is that of a figure that a lesson has not.
  func choice(atPath path: String) throws(FilterError) -> Choice? {
    let stem = (path as NSString).deletingPathExtension
    for figure in manifest.figures.values {
      if let file = figure.files.first(where: { $0.stem == stem }) {
        return Choice(figure: figure, language: file.lang ?? "en", theme: file.theme ?? "")
      }
    }
    let parts = stem.split(separator: "/").map { String($0) }
    guard parts.count == 4, parts[1] == "figures",
      manifest.figures.values.contains(where: { $0.lesson == parts[0] })
    else { return nil }
    _ = try figure(parts[3], in: parts[0])
    throw FilterError(
      "'\(Disk.join(output.path, path))' is not built; run 'chalkline build'")
  }

  /// The path below the folder of the best image for `target`.
  func path(of choice: Choice, for target: DocumentTarget) throws(FilterError) -> String {
    let files = choice.figure.files.filter {
      $0.lang == choice.language && $0.theme == choice.theme
    }
    let best = target.formats.lazy.compactMap { format in files.first { $0.format == format } }
    guard let file = best.first else {
      let wanted = target.formats.joined(separator: " or ")
      let found = files.map { $0.format }.joined(separator: ", ")
      throw FilterError(
        "'\(choice.name)' is built as \(found.isEmpty ? "nothing" : found), and \(target.name) takes "
          + "\(wanted); run 'chalkline build --format \(target.formats[0])'")
    }
    guard output.has(file.path) else {
      throw FilterError(
        "'\(Disk.join(output.path, file.path))' of '\(choice.name)' is gone; run 'chalkline build'")
    }
    return file.path
  }

  private func figure(_ name: String, in lesson: String) throws(FilterError) -> Manifest.Figure {
    if let figure = manifest.figures["\(lesson)#\(name)"] { return figure }
    let lessons = Set(manifest.figures.values.map { $0.lesson }).sorted()
    let siblings = manifest.figures.values.filter { $0.lesson == lesson }.map { $0.figure }
    let error =
      siblings.isEmpty
      ? UsageError.noneNamed(lesson, kind: "lesson", among: lessons)
      : UsageError.noneNamed(name, kind: "figure", among: siblings.sorted())
    throw FilterError(
      "'\(lesson)#\(name)' is not in '\(output.path)': \(error) "
        + "(if it is new, run 'chalkline build')")
  }

  private func missing(
    _ what: String, of name: String, among known: [String], help: String = ""
  ) -> FilterError {
    FilterError(
      "'\(name)' is not built in the \(what), only in \(known.joined(separator: ", "))\(help)")
  }
}

extension Manifest.Figure {
  /// The theme of the files that have no suffix.
  fileprivate var ownTheme: String? {
    files.first { $0.stem.hasSuffix("/\(figure)") }?.theme
  }
}

extension Manifest.File {
  /// The path without its ending.
  fileprivate var stem: String { (path as NSString).deletingPathExtension }
}
