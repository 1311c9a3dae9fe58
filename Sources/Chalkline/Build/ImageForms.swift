import Drawings
import Lessons
import Plotting

/// The forms that every figure is drawn in, as options and course have it.
struct ImageForms: Sendable {
  let formats: [ImageFormat]
  let languages: [String]
  let themes: [Theme]
  /// The theme whose files have no suffix.
  let ownTheme: String
  /// The theme that is drawn for dark pages alone; nil for none.
  private let dark: String?
  let dotsPerInch: Double
  /// Whether the frames of animations are drawn too.
  let frames: Bool
  /// Whether documents are made of the figures.
  let makesDocuments: Bool

  /// - Throws: `UsageError` if there is no such format or theme, or no such language in the course.
  init(_ options: BuildOptions, of course: Course) throws(UsageError) {
    dotsPerInch = Double(options.dotsPerInch)
    frames = options.frames
    ownTheme = course.theme
    formats = try Self.named(
      options.formats, "format", among: ImageFormat.allCases, default: ImageFormat.allCases
    ) { $0.rawValue }
    languages = try Self.named(
      options.languages, "language", among: course.languages, default: course.languages
    ) { $0 }
    makesDocuments = options.documents && formats.contains(.pdf)
    let dark =
      options.themes.isEmpty && course.darkName?.text != course.theme
      ? course.darkName?.text : nil
    // Pages show SVG: without it there is nothing to draw for them.
    self.dark = formats.contains(.svg) ? dark : nil
    let own = [course.theme, self.dark]
    themes = try Self.named(
      options.themes, "theme", among: Theme.all,
      default: Theme.all.filter { own.contains($0.name) }
    ) { $0.name }
  }

  /// Every language with every theme.
  var pictures: [FigurePicture] {
    languages.flatMap { language in
      themes.map { FigurePicture(language: language, theme: $0) }
    }
  }

  /// The items of those names, each once and in the order of `all`.
  private static func named<Item>(
    _ names: [String], _ kind: String, among all: [Item], default standard: [Item],
    naming name: (Item) -> String
  ) throws(UsageError) -> [Item] {
    for wanted in names where !all.contains(where: { name($0) == wanted }) {
      throw .noneNamed(wanted, kind: kind, among: all.map(name))
    }
    return names.isEmpty ? standard : all.filter { names.contains(name($0)) }
  }

  /// The path of an image below the output folder.
  func path(
    of figure: String, in lesson: String, language: String, theme: Theme, format: ImageFormat
  ) -> String {
    "\(lesson)/figures/\(language)/\(figure)\(suffix(of: theme)).\(format.fileExtension)"
  }

  /// Whether figures are drawn in a theme only for the dark pages of the course.
  func isForPagesAlone(_ theme: Theme) -> Bool { theme.name == dark }

  /// The formats that figures are drawn in, in a theme.
  func formats(in theme: Theme) -> [ImageFormat] { isForPagesAlone(theme) ? [.svg] : formats }

  /// The paths of an image in every format.
  func paths(of figure: String, in lesson: String, language: String, theme: Theme) -> [String] {
    formats(in: theme).map {
      path(of: figure, in: lesson, language: language, theme: theme, format: $0)
    }
  }

  /// What a theme adds to the name of a file: nothing, or `-board`.
  func suffix(of theme: Theme) -> String { theme.name == ownTheme ? "" : "-\(theme.name)" }
}

/// The language and the theme of one picture of a figure.
struct FigurePicture: Sendable {
  let language: String
  let theme: Theme
}

extension Theme {
  /// Whether the page is darker than what stands on it.
  var isDark: Bool {
    background.red + background.green + background.blue < ink.red + ink.green + ink.blue
  }
}
