import Building
import Files
import Lessons
import Prose
import Synchronization

/// What a process that builds again and again keeps from one build to the next.
///
/// It never decides what is built: what is kept is a reading of bytes, and is used only while the bytes,
/// or the stamp of the file that this process itself wrote, are still the same.
public final class BuildMemory: Sendable {
  private struct Reading<Value: Sendable>: Sendable {
    let bytes: [UInt8]
    let value: Value
  }

  /// A lesson is read in some languages, with some words.
  private struct LessonPlace: Hashable {
    let folder: String
    let languages: [String]
    let words: String
  }

  /// What this process has written into an output folder, and how the file of records looked then.
  private struct Written: Sendable {
    let stamp: FileStamp
    let records: CourseRecords
    let manifest: Manifest
  }

  private struct State: Sendable {
    var lessons: [LessonPlace: Reading<LessonSource>] = [:]
    var prose: [String: Reading<ProseText>] = [:]
    var written: [String: Written] = [:]
    var formulas: (makers: Digest, output: String, book: FormulaCache)?
    var threads: JobThreads?
  }

  private let state = Mutex(State())
  /// What figures are drawn with.
  let tools = SharedTools()

  /// Makes a memory that knows nothing yet.
  public init() {}

  /// The lesson that `lesson.yaml` says, taken apart by `read` if its bytes are not those of the last time.
  func lesson(
    in folder: LessonFolder, languages: [String], saying words: CourseWords,
    _ read: () -> LessonSource
  ) -> LessonSource {
    guard let bytes = try? folder.bytes(of: "lesson.yaml") else { return read() }
    let place = LessonPlace(folder: folder.path, languages: languages, words: words.text)
    if let kept = state.withLock({ $0.lessons[place] }), kept.bytes == bytes { return kept.value }
    let lesson = read()
    state.withLock { $0.lessons[place] = Reading(bytes: bytes, value: lesson) }
    return lesson
  }

  /// The prose of the file at `path` with these bytes.
  ///
  /// - Throws: As `ProseText`.
  func prose(at path: String, _ bytes: [UInt8]) throws(LessonError) -> ProseText {
    if let kept = state.withLock({ $0.prose[path] }), kept.bytes == bytes { return kept.value }
    let prose = try ProseText(parsing: bytes, named: path)
    state.withLock { $0.prose[path] = Reading(bytes: bytes, value: prose) }
    return prose
  }

  /// The formulas that were set for `output`.
  func formulas(in output: OutputFolder, setBy makers: Digest) -> FormulaCache {
    if let known = state.withLock({ $0.formulas }), known.makers == makers,
      known.output == output.path
    {
      return known.book
    }
    let book = FormulaCache(setBy: makers, in: output)
    state.withLock { $0.formulas = (makers, output.path, book) }
    return book
  }

  /// The threads that do the work of builds with so many jobs at a time.
  func threads(_ count: Int) -> JobThreads {
    state.withLock { state in
      if let threads = state.threads, threads.count == count { return threads }
      state.threads?.stop()
      let threads = JobThreads(count)
      state.threads = threads
      return threads
    }
  }

  /// Ends those threads when they have done what they are doing; the next build has new ones.
  func letThreadsGo() {
    state.withLock { state in
      state.threads?.stop()
      state.threads = nil
    }
  }

  /// What is known of the files in `output`.
  func records(in output: OutputFolder) -> CourseRecords {
    written(in: output)?.records ?? CourseOutput.records(in: output)
  }

  /// What the manifest in `output` says; nil if there is none.
  func manifest(in output: OutputFolder) -> Manifest? {
    written(in: output)?.manifest ?? Manifest.read(from: output)
  }

  /// Whether a build with this memory has come to its end in `output`.
  func hasBuilt(_ output: OutputFolder) -> Bool {
    state.withLock { $0.written[output.path] != nil }
  }

  /// Keeps what a build has just written.
  func keep(_ manifest: Manifest, _ records: CourseRecords, of output: OutputFolder) {
    let stamp = output.stamp(of: CourseOutput.records)
    state.withLock { state in
      state.written[output.path] = stamp.map {
        Written(stamp: $0, records: records, manifest: manifest)
      }
    }
  }

  private func written(in output: OutputFolder) -> Written? {
    let written = state.withLock { $0.written[output.path] }
    guard let written, written.stamp == output.stamp(of: CourseOutput.records),
      written.records.hasOwnManifest(in: output)
    else { return nil }
    return written
  }
}
