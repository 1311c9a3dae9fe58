import Figures
import Foundation

/// What lies in the output folder: `manifest.json`, the same bytes for the same files.
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

  /// The bytes of the file.
  func encoded() throws -> [UInt8] { try SortedJSON.bytes(of: self) }

  /// The manifest in `output`; an empty one if there is none that can be read.
  static func read(from output: OutputFolder, at path: String = path) -> Manifest {
    guard let bytes = output.bytes(at: path),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
      manifest.schema == Manifest().schema
    else { return Manifest() }
    return manifest
  }

  /// All files, each once.
  var files: [File] {
    figures.values.flatMap { $0.files } + animations.values.flatMap { $0.files }
      + traces.values.flatMap { $0.files } + documents.values.flatMap { $0.files }
      + pages.values.map { $0.file } + sources.values
  }
}

extension Manifest {
  /// A section that an older program did not write is empty.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    schema = try fields.decode(Int.self, forKey: .schema)
    software = try fields.decodeIfPresent(String.self, forKey: .software) ?? ""
    figures = try fields.decodeIfPresent([String: Figure].self, forKey: .figures) ?? [:]
    traces = try fields.decodeIfPresent([String: Trace].self, forKey: .traces) ?? [:]
    animations = try fields.decodeIfPresent([String: Animation].self, forKey: .animations) ?? [:]
    documents = try fields.decodeIfPresent([String: Document].self, forKey: .documents) ?? [:]
    pages = try fields.decodeIfPresent([String: Page].self, forKey: .pages) ?? [:]
    sources = try fields.decodeIfPresent([String: File].self, forKey: .sources) ?? [:]
  }

  /// The part of it whose files are still there.
  func only(_ exists: (String) -> Bool) -> Manifest {
    var copy = self
    for key in figures.keys { copy.figures[key]?.files.removeAll { !exists($0.path) } }
    for key in traces.keys { copy.traces[key]?.files.removeAll { !exists($0.path) } }
    // Frames are of use only together.
    copy.animations = copy.animations.filter { $0.value.files.allSatisfy { exists($0.path) } }
    for key in documents.keys { copy.documents[key]?.files.removeAll { !exists($0.path) } }
    copy.documents = copy.documents.filter { !$0.value.files.isEmpty }
    copy.figures = copy.figures.filter { !$0.value.files.isEmpty }
    copy.traces = copy.traces.filter { !$0.value.files.isEmpty }
    copy.pages = copy.pages.filter { exists($0.key) }
    copy.sources = copy.sources.filter { exists($0.key) }
    return copy
  }

  /// Takes over from `old` what this build did not make again and what is still of the course.
  ///
  /// - Parameters:
  ///   - old: The manifest of the build before.
  ///   - isCurrent: Whether the lesson has the figure or scenario of that name.
  mutating func keep(
    from old: Manifest, where isCurrent: (_ lesson: String, _ name: String) -> Bool
  ) {
    for (key, figure) in old.figures where isCurrent(figure.lesson, figure.figure) {
      figures[key, default: figure].files.keepOthers(of: figure.files)
    }
    for (key, animation) in old.animations where isCurrent(animation.lesson, animation.figure) {
      animations[key, default: animation].keepOtherLanguages(of: animation)
    }
    for (key, trace) in old.traces where isCurrent(trace.lesson, trace.scenario) {
      traces[key, default: trace].files.keepOthers(of: trace.files)
    }
  }
}

extension Manifest {
  /// Whether a figure of `part` is not listed.
  func lacks(_ part: LessonPart) -> Bool {
    part.figures.contains { figures["\(part.lesson.id)#\($0.id)"] == nil }
  }

  /// Adds what another manifest lists, which goes before what this one says of the same files.
  mutating func merge(_ newer: Manifest) {
    for (key, var figure) in newer.figures {
      figure.files.keepOthers(of: figures[key]?.files ?? [])
      figures[key] = figure
    }
    for (key, var animation) in newer.animations {
      if let older = animations[key] { animation.keepOtherLanguages(of: older) }
      animations[key] = animation
    }
    for (key, var trace) in newer.traces {
      trace.files.keepOthers(of: traces[key]?.files ?? [])
      traces[key] = trace
    }
    for (key, var document) in newer.documents {
      document.files.keepOthers(of: documents[key]?.files ?? [])
      documents[key] = document
    }
    pages.merge(newer.pages) { _, new in new }
    sources.merge(newer.sources) { _, new in new }
  }
}

extension [Manifest.File] {
  mutating func keepOthers(of files: [Manifest.File]) {
    let paths = Set(map { $0.path })
    self += files.filter { !paths.contains($0.path) }
    sort { $0.path < $1.path }
  }
}
