import Chalkline
import Foundation

/// The tiny course with something of everything: an animation, documents, a formula, a data file, two languages.
enum RecoveryCourse {
  static func fixture(animated: Bool = true) throws -> LessonFixture {
    let fixture = try LessonFixture()
    for lesson in ["and", "xor"] {
      // Small, so that many builds take little time.
      try fixture.edit(
        "\(lesson)/lesson.yaml", "kind: decision-boundary\n",
        "kind: decision-boundary\n    size: [200, 150]\n")
    }
    if animated {
      try fixture.edit(
        "and/lesson.yaml", "    scenario: rule\n",
        "    scenario: rule\n    frames: {count: 3, fps: 5}\n")
    }
    try fixture.edit(
      "xor/lesson.yaml", "    scenario: hidden\n",
      "    scenario: hidden\n    title: {en: Planes, ko: 평면들}\n")
    try fixture.edit("xor/lesson.yaml", "data: xor", "data: {file: points.csv, target: kind}")
    try fixture.write("x,y,kind\n0,0,a\n0,1,b\n1,0,b\n1,1,a\n", to: "xor/points.csv")
    try fixture.edit("and/lesson.en.md", "# One line", "# One line\n\nThat is $x^2 + 1$.")
    return fixture
  }

  /// Sets the title of one lesson and that of a figure of the other: they go into images, pages and slides, but into
  /// no training, no frames and no drawing for documents.
  static func setTitles(_ word: String, in fixture: LessonFixture) throws {
    for (lesson, title) in [("and", "One line"), ("xor", "Planes")] {
      let file = fixture.root.appending(path: "lessons/\(lesson)/lesson.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing(try Regex("en: \(title)( [a-z]+)?, ko"), with: "en: \(title) \(word), ko")
      try fixture.write(text, to: "\(lesson)/lesson.yaml")
    }
  }
}

extension LessonFixture {
  /// Builds images as SVG and PDF, frames and documents.
  @discardableResult
  func buildAll(
    into output: String = "output", remembering memory: BuildMemory? = nil,
    _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> BuildReport {
    defer { withExtendedLifetime(self) {} }
    var options = BuildOptions()
    options.formats = ["svg", "pdf"]
    options.jobs = 2
    adjust(&options)
    return try await CourseBuild(
      lessons: LessonsFolder(path("lessons")), output: path(output), options: options,
      remembering: memory
    ).run()
  }

  /// What `check` finds in the output.
  func outputFindings(in output: String = "output") throws -> [String] {
    defer { withExtendedLifetime(self) {} }
    return try OutputCheck(of: path(output), madeFrom: source()).findings.map { plain($0) }
  }

  /// Paths of all that makes later builds shorter, below the root, sorted; the lock is not among them.
  func keptFiles(in output: String = "output") -> [String] {
    let folder = path("\(output)/.chalkline")
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue && name != "lock"
    }.sorted().map { "\(output)/.chalkline/\($0)" }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  /// Puts bytes in the place of a file below the root.
  func replace(_ name: String, with bytes: Data) throws {
    try bytes.write(to: URL(filePath: path(name)))
  }

  /// Whether files half-written lie anywhere in the output.
  func hasPartialFiles(in output: String = "output") -> Bool {
    (files(in: output).keys + keptFiles(in: output)).contains { $0.contains(".partial-") }
  }
}

extension [String: Data] {
  /// The paths at which two outputs differ.
  func differences(from other: [String: Data]) -> [String] {
    Set(keys).union(other.keys).filter { self[$0] != other[$0] }.sorted()
  }
}
