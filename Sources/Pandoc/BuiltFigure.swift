/// A figure as a build has left it, in all of its languages, themes and formats.
public struct BuiltFigure: Sendable {
  /// One image of a figure.
  public struct Image: Sendable {
    let path: String
    let format: String
    let language: String?
    let theme: String?

    /// Describes an image.
    ///
    /// - Parameters:
    ///   - path: Where it lies, below the output folder: `xor/figures/en/boundary.svg`.
    ///   - format: `svg`, `png`, `pdf`.
    ///   - language: The language of its words; nil if it has none.
    ///   - theme: How it looks; nil if nothing says so.
    public init(path: String, format: String, language: String?, theme: String?) {
      self.path = path
      self.format = format
      self.language = language
      self.theme = theme
    }

    /// The path without its ending.
    var stem: String { path.withoutEnding }
  }

  let lesson: String
  let id: String
  private let captions: [String: String]
  private let alternatives: [String: String]
  let images: [Image]

  /// Describes a figure.
  ///
  /// - Parameters:
  ///   - id: Its name within the lesson.
  ///   - lesson: The name of its lesson.
  ///   - captions: The caption in each language that has one.
  ///   - alternatives: The alternative text in each language that has one.
  ///   - images: All that lies in the output folder.
  public init(
    _ id: String, of lesson: String, captions: [String: String], alternatives: [String: String],
    images: [Image]
  ) {
    self.lesson = lesson
    self.id = id
    self.captions = captions
    self.alternatives = alternatives
    self.images = images
  }

  /// The caption in a language; nil if there are no words.
  func caption(in language: String) -> String? {
    captions[language].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The alternative text in a language; empty if there is none.
  func alternative(in language: String) -> String { alternatives[language] ?? "" }

  /// The languages that it is built in, in the order of their codes.
  var languages: [String] { Set(images.compactMap { $0.language }).sorted() }

  /// The themes that it is built in, in the order of their names.
  var themes: [String] { Set(images.compactMap { $0.theme }).sorted() }

  /// The theme of the images whose names have no suffix.
  var ownTheme: String? { images.first { $0.stem.hasSuffix("/\(id)") }?.theme }
}

extension String {
  /// A path without the ending of its last part.
  var withoutEnding: String {
    guard let dot = lastIndex(of: "."), dot > startIndex, self[index(before: dot)] != "/",
      !self[dot...].contains("/")
    else { return self }
    return String(self[..<dot])
  }
}
