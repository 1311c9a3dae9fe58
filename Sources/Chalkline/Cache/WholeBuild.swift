import Lessons
import Tracing

/// A build of everything that left nothing to do, and all that it had read.
///
/// While the same files say the same, and nobody has touched the output, the next build need not even
/// take the lessons apart.
struct WholeBuild: Equatable, Sendable {
  /// What was asked for: formats, languages, themes, resolution.
  var options: String
  /// The program, the fonts and the libraries.
  var program: String
  /// Digest of every file that was read or looked for, by path below the lessons folder; empty for a
  /// file that was not there.
  var sources: [String: String]
  /// How many lessons and figures there are.
  var lessonCount: Int
  var figureCount: Int

  /// Whether the lessons still say what they said.
  func isCurrent(_ lessons: LessonsFolder) -> Bool {
    sources.allSatisfy { Self.digest(of: lessons.path(of: $0.key)) == $0.value }
  }

  /// The digest of a file as it stands in `sources`.
  static func digest(of path: String) -> String {
    (try? Disk.bytes(at: path)).map { SHA256(of: $0).description } ?? ""
  }

  func write(to writer: inout SnapshotWriter) {
    writer.write(options)
    writer.write(program)
    writer.write(sources.keys.sorted()) { writer, path in
      writer.write(path)
      writer.write(sources[path] ?? "")
    }
    writer.write(lessonCount)
    writer.write(figureCount)
  }
}

extension WholeBuild {
  init(from reader: inout SnapshotReader) throws(SnapshotError) {
    options = try reader.text()
    program = try reader.text()
    let pairs = try reader.list { reader throws(SnapshotError) in
      (try reader.text(), try reader.text())
    }
    sources = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    lessonCount = try reader.integer()
    figureCount = try reader.integer()
  }
}

extension CourseSource {
  /// Every file that a build of the course reads or looks for, below the lessons folder, sorted.
  var sourceFiles: [String] {
    let lessons = lessons.flatMap { lesson in
      lesson.sourceNames(languages: course.languages).map { Disk.join(lesson.id, $0) }
    }
    let words = course.languages.map { "words.\($0).yaml" }
    return Array(Set(["course.yaml"] + words + lessons)).sorted()
  }
}
