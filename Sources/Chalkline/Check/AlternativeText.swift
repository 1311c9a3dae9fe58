import Figures
import Lessons
import Prose

/// Words for those who cannot see a picture, that say nothing.
enum AlternativeText {
  /// Images of the prose without words, or with no more than the name of their file.
  static func findings(of prose: ProseText) -> [Finding] {
    prose.images.compactMap { image in
      let words = image.alternative.text
      guard !words.allSatisfy(\.isWhitespace) else {
        let help = "write between [ and ] what it shows"
        let message = "the image '\(image.path)' has no alternative text"
        return warning(message, help, at: image.alternative)
      }
      let name = image.path.split(separator: "/").last ?? ""
      // Words that only repeat a name are not much longer; most texts are done with here.
      guard words.utf8.count < 4 * name.utf8.count + 16 else { return nil }
      let stem = name.split(separator: ".").first ?? ""
      guard [plain(name), plain(stem)].contains(plain(words)) else { return nil }
      return warning(
        "the alternative text of '\(image.path)' only repeats the name of the file",
        "write between [ and ] what it shows", at: image.alternative)
    }
  }

  /// Languages in which a figure's alternative text is its caption or its title once more.
  static func findings(of figure: FigureSection, in lesson: LessonSource, _ languages: [String])
    -> [Finding]
  {
    languages.compactMap { language in
      guard let words = figure.alt[language].map({ plain($0) }), !words.isEmpty else { return nil }
      let others = [("caption", figure.caption), ("title", figure.title)]
      guard let same = others.first(where: { $0.1[language].map { plain($0) } == words }) else {
        return nil
      }
      return lesson.finding(
        .warning,
        "the alternative text of figure '\(figure.id)' in \(language) only repeats its \(same.0)",
        at: figure.location, help: "say what the figure shows to someone who cannot see it")
    }
  }

  /// The words without what does not count: case, hyphens, spaces around, a period at the end.
  private static func plain(_ text: some StringProtocol) -> String {
    let words = text.lowercased().split { $0.isWhitespace || "-_".contains($0) }
    let joined = words.joined(separator: " ")
    return joined.hasSuffix(".") ? String(joined.dropLast()) : joined
  }

  private static func warning(_ message: String, _ help: String, at place: LocatedText) -> Finding {
    let error = place.error(message, help: help)
    return Finding(
      .warning, message, at: error.location, excerpt: error.excerpt, help: error.help)
  }
}
