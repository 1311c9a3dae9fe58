import ArgumentParser
import Chalkline

/// What a shell offers where a name of the course is asked for; nothing where there is no course.
///
/// Shells run this program for it, at every press of the key: it prints nothing else.
enum Completions {
  /// Lessons, `xor`, and figures, `xor#boundary`.
  static let lessonsAndFigures = CompletionKind.custom { words, _, prefix in
    names(among: words) { matching($0.lessons + $0.figures, prefix) }
  }

  /// Figures, `xor#boundary`.
  static let figures = CompletionKind.custom { words, _, prefix in
    names(among: words) { matching($0.figures, prefix) }
  }

  /// Lessons.
  static let lessons = CompletionKind.custom { words, _, prefix in
    names(among: words) { matching($0.lessons, prefix) }
  }

  /// The scenarios of the lesson that stands in the line.
  static let scenarios = CompletionKind.custom { words, _, prefix in
    names(among: words) { names in
      let lesson = words.first { names.lessons.contains($0) }
      return lesson.map { matching(names.scenarios(of: $0), prefix) } ?? []
    }
  }

  /// Languages of the course, also after a comma.
  static let languages = CompletionKind.custom { words, _, prefix in
    names(among: words) { list($0.languages, prefix) }
  }

  /// Themes, also after a comma.
  static let themes = CompletionKind.custom { _, _, prefix in list(CourseNames.themes, prefix) }

  /// Formats of figures, also after a comma.
  static let imageFormats = CompletionKind.custom { _, _, prefix in
    list(CourseNames.imageFormats, prefix)
  }

  /// Forms of frames, also after a comma.
  static let frameFormats = CompletionKind.custom { _, _, prefix in
    list(CourseNames.frameFormats, prefix)
  }

  /// Kinds of figures.
  static let kinds = CompletionKind.custom { _, _, prefix in matching(FigureGuide.kinds, prefix) }

  private static func matching(_ names: [String], _ prefix: String) -> [String] {
    names.filter { $0.hasPrefix(prefix) }
  }

  /// `svg,pdf`: the words before the last comma stay, and are not offered again.
  private static func list(_ names: [String], _ prefix: String) -> [String] {
    let parts = prefix.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let before = parts.dropLast()
    return matching(names.filter { !before.contains($0) }, parts.last ?? "")
      .map { (before + [$0]).joined(separator: ",") }
  }

  private static func names(
    among words: [String], _ choose: (CourseNames) -> [String]
  ) -> [String] {
    let folder = words.lastIndex(of: "--lessons").map { words.index(after: $0) }
      .flatMap { words.indices.contains($0) ? words[$0] : nil }
    guard let lessons = try? LessonsArgument.folder(folder),
      let source = try? CourseSource(reading: lessons)
    else { return [] }
    return choose(CourseNames(of: source))
  }
}
