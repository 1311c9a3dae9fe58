import Wording

/// The figures that an output folder has, found by name or by path.
public struct FigureLibrary: Sendable {
  /// A figure in one language and theme.
  struct Choice: Sendable {
    let figure: BuiltFigure
    let language: String
    let theme: String

    /// `xor#boundary`.
    var name: String { "\(figure.lesson)#\(figure.id)" }
    /// The words of the caption; nil if there are none.
    var caption: String? { figure.caption(in: language) }
    /// The alternative text; empty if there is none.
    var alternative: String { figure.alternative(in: language) }
  }

  private let folder: String
  private let figures: [BuiltFigure]
  private let isThere: @Sendable (String) -> Bool

  /// Makes a library.
  ///
  /// - Parameters:
  ///   - folder: The output folder, as the document or the command line names it.
  ///   - figures: All figures that have been built.
  ///   - isThere: Whether an image still lies at a path below the folder; asked of images that are
  ///     shown.
  public init(
    in folder: String, of figures: [BuiltFigure], isThere: @escaping @Sendable (String) -> Bool
  ) {
    self.folder = folder
    self.figures = figures
    self.isThere = isThere
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
    let (languages, themes) = (figure.languages, figure.themes)
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
    let stem = path.withoutEnding
    for figure in figures {
      if let image = figure.images.first(where: { $0.stem == stem }) {
        return Choice(figure: figure, language: image.language ?? "en", theme: image.theme ?? "")
      }
    }
    let parts = stem.split(separator: "/").map { String($0) }
    guard parts.count == 4, parts[1] == "figures",
      figures.contains(where: { $0.lesson == parts[0] })
    else { return nil }
    _ = try figure(parts[3], in: parts[0])
    throw FilterError("'\(address(of: path))' is not built; run 'chalkline build'")
  }

  /// The path below the folder of the best image for `target`.
  func path(of choice: Choice, for target: DocumentTarget) throws(FilterError) -> String {
    let images = choice.figure.images.filter {
      $0.language == choice.language && $0.theme == choice.theme
    }
    let best = target.formats.lazy.compactMap { format in images.first { $0.format == format } }
    guard let image = best.first else {
      let wanted = target.formats.joined(separator: " or ")
      let found = images.map { $0.format }.joined(separator: ", ")
      throw FilterError(
        "'\(choice.name)' is built as \(found.isEmpty ? "nothing" : found), and \(target.name) takes "
          + "\(wanted); run 'chalkline build --format \(target.formats[0])'")
    }
    guard isThere(image.path) else {
      throw FilterError(
        "'\(address(of: image.path))' of '\(choice.name)' is gone; run 'chalkline build'")
    }
    return image.path
  }

  /// How a document names what lies at `path` below the folder.
  func address(of path: String) -> String {
    folder.isEmpty || folder == "."
      ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  private func figure(_ id: String, in lesson: String) throws(FilterError) -> BuiltFigure {
    let siblings = figures.filter { $0.lesson == lesson }
    if let figure = siblings.first(where: { $0.id == id }) { return figure }
    let lessons = Set(figures.map { $0.lesson }).sorted()
    let reason =
      siblings.isEmpty
      ? noneNamed(lesson, kind: "lesson", among: lessons)
      : noneNamed(id, kind: "figure", among: siblings.map { $0.id }.sorted())
    throw FilterError(
      "'\(lesson)#\(id)' is not in '\(folder)': \(reason) "
        + "(if it is new, run 'chalkline build')")
  }

  private func missing(
    _ what: String, of name: String, among known: [String], help: String = ""
  ) -> FilterError {
    FilterError(
      "'\(name)' is not built in the \(what), only in \(known.joined(separator: ", "))\(help)")
  }
}
