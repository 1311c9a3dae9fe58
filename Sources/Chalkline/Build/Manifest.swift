import Files
import Building
import Figures
import Foundation
import Lessons

/// What lies in the output folder: `manifest.json`, the same bytes for the same files.
///
/// It is written from the records of builds for other programs to read; builds themselves believe the records.
struct Manifest: Codable, Equatable, Sendable {
  /// One file.
  struct File: Codable, Equatable, Sendable {
    /// Path below the output folder.
    var path: String
    /// `png`, `svg`, `pdf`; `json`, `csv`, `npz`; `html`.
    var format: String
    var bytes: Int
    var sha256: String
    /// Language of the words; nil for a file without words.
    var lang: String?
    var theme: String?
    /// Across: pixels for PNG, points otherwise.
    var width: Double?
    /// Down: pixels for PNG, points otherwise.
    var height: Double?
    /// Dots per inch, for PNG.
    var dpi: Double?

    init(_ file: FileRecord) {
      path = file.path
      format = file.facts.format
      bytes = file.byteCount
      sha256 = file.digest.description
      lang = file.facts.language
      theme = file.facts.theme
      width = file.facts.width
      height = file.facts.height
      dpi = file.facts.dotsPerInch
    }
  }

  /// One figure with its words in every language.
  struct Figure: Codable, Equatable, Sendable {
    var lesson: String
    var figure: String
    var kind: String
    var title: [String: String]
    var caption: [String: String]
    var alt: [String: String]
    /// The scenarios that it draws.
    var scenarios: [String]
    var files: [File]
  }

  /// One scenario with its numbers.
  struct Trace: Codable, Equatable, Sendable {
    var lesson: String
    var scenario: String
    var seed: UInt64
    var files: [File]
  }

  /// One animation: the frames of a figure.
  struct Animation: Codable, Equatable, Sendable {
    var lesson: String
    var figure: String
    /// What the frames go along.
    var axis = FrameAxis.epochs
    /// The epoch, update or step of each frame, as `axis` says.
    var moments: [Int] = []
    /// The loss of each training at each frame, by scenario; empty where there is none.
    var losses: [[String: Double]] = []
    var framesPerSecond: Int
    /// In every language: images, the list of frames, a document of pages, a filmstrip.
    var files: [File] = []
  }

  /// One document, in every language.
  struct Document: Codable, Equatable, Sendable {
    /// Nil for a document of the course.
    var lesson: String?
    /// `deck`, `handout`, `exercises`, `answers`.
    var document: String
    var files: [File]
  }

  /// One page.
  struct Page: Codable, Equatable, Sendable {
    /// Nil for the page of the course.
    var lesson: String?
    var title: String
    /// How the lesson begins, and an image of it: what the page of the course shows.
    var summary: String?
    var thumbnail: String?
    var file: File
  }

  static let path = "manifest.json"

  /// Grows when readers must change.
  var schema = 1
  var software = ChalklineVersion.software
  /// The lesson or page whose files are just being put in place, or were when a build died.
  ///
  /// They may be older than is said here. Nil if everything is as it is said.
  var writing: String?
  /// By `lesson#figure`.
  var figures: [String: Figure] = [:]
  /// By `lesson#scenario`.
  var traces: [String: Trace] = [:]
  /// By `lesson#figure`.
  var animations: [String: Animation] = [:]
  /// By `lesson#kind`, such as `xor#deck`.
  var documents: [String: Document] = [:]
  /// By path.
  var pages: [String: Page] = [:]
  /// The files that lessons were written in, by path.
  var sources: [String: File] = [:]
}

extension Manifest {
  /// A section that an older program did not write is empty.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    schema = try fields.decode(Int.self, forKey: .schema)
    software = try fields.decodeIfPresent(String.self, forKey: .software) ?? ""
    writing = try fields.decodeIfPresent(String.self, forKey: .writing)
    figures = try fields.decodeIfPresent([String: Figure].self, forKey: .figures) ?? [:]
    traces = try fields.decodeIfPresent([String: Trace].self, forKey: .traces) ?? [:]
    animations = try fields.decodeIfPresent([String: Animation].self, forKey: .animations) ?? [:]
    documents = try fields.decodeIfPresent([String: Document].self, forKey: .documents) ?? [:]
    pages = try fields.decodeIfPresent([String: Page].self, forKey: .pages) ?? [:]
    sources = try fields.decodeIfPresent([String: File].self, forKey: .sources) ?? [:]
  }

  /// The manifest in `output`; nil if there is none that can be read.
  static func read(from output: OutputFolder) -> Manifest? {
    guard let bytes = output.bytes(at: path),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
      manifest.schema == Manifest().schema
    else { return nil }
    return manifest
  }

  /// All files, each once.
  var files: [File] {
    figures.values.flatMap { $0.files } + animations.values.flatMap { $0.files }
      + traces.values.flatMap { $0.files } + documents.values.flatMap { $0.files }
      + pages.values.map { $0.file } + sources.values
  }

  /// The manifest of what `records` know, with the words that the course has for it.
  init(_ records: CourseRecords, _ words: ManifestWords) {
    // By path, so that lists of files are in that order.
    let outputs = records.outputs.sorted {
      ($0.value.files.first?.path ?? "") < ($1.value.files.first?.path ?? "")
    }
    for (output, record) in outputs where !record.files.isEmpty {
      courseProductsByKind[output.kind]?.describe(output, record, in: &self, words)
    }
    for key in figures.keys { figures[key]?.files.sort { $0.path < $1.path } }
    for key in animations.keys { animations[key]?.files.sort { $0.path < $1.path } }
    for key in documents.keys { documents[key]?.files.sort { $0.path < $1.path } }
  }
}

/// What the manifest says of figures besides their files.
struct ManifestWords: Sendable {
  private var figures: [ProductName: Manifest.Figure] = [:]

  /// The words of the figures that a course has; those that an error hides are taken from `older`.
  init(_ source: CourseSource, older: Manifest?) {
    for figure in older?.figures.values ?? [:].values {
      var bare = figure
      bare.files = []
      figures[Self.name(figure.figure, figure.lesson)] = bare
    }
    let languages = source.course.languages
    for lesson in source.lessons {
      for figure in lesson.figures {
        figures[Self.name(figure.id, lesson.id)] = Manifest.Figure(
          lesson: lesson.id, figure: figure.id, kind: figure.kind,
          title: figure.title.words(in: languages),
          caption: figure.caption.words(in: languages), alt: figure.alt.words(in: languages),
          scenarios: figure.scenarioNames, files: [])
      }
    }
  }

  /// The figure of an output, without files.
  func figure(_ output: ProductName) -> Manifest.Figure {
    figures[Self.name(output.name, output.lesson ?? "")]
      ?? Manifest.Figure(
        lesson: output.lesson ?? "", figure: output.name, kind: "", title: [:], caption: [:],
        alt: [:], scenarios: [], files: [])
  }

  private static func name(_ figure: String, _ lesson: String) -> ProductName {
    ProductName(.images, of: lesson, figure)
  }
}

extension LocalizedText {
  /// The words in each of the languages that has any.
  func words(in languages: [String]) -> [String: String] {
    languages.reduce(into: [:]) { words, language in
      if let text = self[language], !text.isEmpty { words[language] = text }
    }
  }

  /// The languages in which there is not a word.
  func lacking(in languages: [String]) -> [String] {
    let words = words(in: languages)
    return languages.filter { words[$0] == nil }
  }
}
