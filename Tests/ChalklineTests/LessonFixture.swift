import Chalkline
import Foundation

/// A tiny course in a temporary folder, which goes away with it.
final class LessonFixture: Sendable {
  /// The folder that holds `lessons` and `output`.
  let root: URL

  /// Writes `files`, text by path below `lessons`.
  init(_ files: [String: String] = TinyCourse.files) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "chalkline-\(UUID())")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// The path of `name` below the root.
  func path(_ name: String) -> String { root.appending(path: name).path }

  /// Writes the file at `path` below `lessons`, with the folders on the way.
  func write(_ text: String, to path: String) throws {
    let file = root.appending(path: "lessons/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Replaces a piece of the text at `path` below `lessons`.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = root.appending(path: "lessons/\(path)")
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(text.contains(old), "'\(old)' is not in \(path)")
    try write(text.replacing(old, with: new), to: path)
  }

  /// Builds into `output`; `adjust` changes the options, which ask for SVG only.
  @discardableResult
  func build(
    into output: String = "output", _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> BuildReport {
    defer { withExtendedLifetime(self) {} }
    var options = BuildOptions()
    options.formats = ["svg"]
    adjust(&options)
    let lessons = try LessonsFolder(path("lessons"))
    return try await CourseBuild(lessons: lessons, output: path(output), options: options).run()
  }

  /// The course as it is read now.
  func source() throws -> CourseSource {
    try CourseSource(reading: LessonsFolder(path("lessons")))
  }

  /// What `check` prints about the course.
  func check() throws -> String {
    defer { withExtendedLifetime(self) {} }
    let check = try CourseCheck(of: source())
    return plain((check.findings.map { $0.description } + [check.summary]).joined(separator: "\n"))
  }

  /// Everything below `folder`: bytes by path.
  func files(in folder: String = "output") -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: path(folder))?.compactMap { $0 as? String }
    var files: [String: Data] = [:]
    // The cache is no output: it holds times, and may be deleted.
    for name in names ?? [] where !name.hasPrefix(".chalkline") {
      var isFolder: ObjCBool = false
      let path = path("\(folder)/\(name)")
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: path)
      }
    }
    return files
  }

  /// The text of a file of the output; empty if there is none.
  func text(_ path: String) -> String {
    String(decoding: files()[path] ?? Data(), as: UTF8.self)
  }

  /// `text` without the temporary folder in front of its paths.
  func plain(_ text: some CustomStringConvertible) -> String {
    "\(text)".replacing(root.path + "/", with: "")
  }
}

/// Two short lessons in two languages.
enum TinyCourse {
  static let files = [
    "course.yaml": course, "and/lesson.yaml": and, "and/lesson.en.md": prose("One line"),
    "and/lesson.ko.md": prose("직선 하나"), "xor/lesson.yaml": xor,
    "xor/lesson.en.md": prose("Two lines"), "xor/lesson.ko.md": prose("직선 둘"),
  ]

  static let course = """
    # The smallest course.
    title: {en: Lines, ko: 직선}
    languages: [en, ko]
    theme: paper
    lessons:
      - and  # first
      - xor

    """

  static let and = """
    title: {en: One line, ko: 직선 하나}
    scenarios:
      rule:
        data: and
        model: perceptron
        train: {epochs: 20, rate: 1}
    figures:
      boundary:
        kind: decision-boundary
        scenario: rule
        epochs: [last]
        caption: {en: The line, ko: 직선}
        alt: {en: One line parts the plane, ko: 직선 하나가 평면을 나눈다}

    """

  static let xor = """
    title: {en: Two lines, ko: 직선 둘}
    scenarios:
      hidden:
        data: xor
        network: {layers: [2 tanh, 1 sigmoid], initializer: glorot-uniform}
        loss: cross-entropy
        train: {optimizer: sgd, rate: 0.5, batch: 4, epochs: 60}
        seed: 7
    figures:
      boundary:
        kind: decision-boundary
        scenario: hidden
        epochs: [0, last]
        caption: {en: Before and after, ko: 전과 후}
        alt: {en: The plane before and after, ko: 전과 후의 평면}

    """

  private static func prose(_ title: String) -> String {
    """
    # \(title)

    ![x](figures/boundary.svg)

    """
  }
}
