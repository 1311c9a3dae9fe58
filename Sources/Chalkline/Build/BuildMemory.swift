import Lessons
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

  private struct Record<Value: Sendable>: Sendable {
    let stamp: FileStamp
    let value: Value
  }

  private struct State: Sendable {
    var lessons: [String: Reading<LessonSource>] = [:]
    var prose: [String: Reading<Prose>] = [:]
    var manifests: [String: Record<Manifest>] = [:]
    var caches: [String: Record<BuildCache>] = [:]
    var formulas: [String: FormulaBook] = [:]
    var tools: DrawingTools?
    var threads: [Int: JobThreads] = [:]
  }

  private let state = Mutex(State())

  /// Makes a memory that knows nothing yet.
  public init() {}

  /// The lesson that `bytes` say, taken apart by `read` if they are not those of the last time.
  func lesson(
    _ id: String, in folder: LessonFolder, languages: [String], saying words: CourseWords,
    _ read: () -> LessonSource
  ) -> LessonSource {
    guard let bytes = try? folder.bytes(of: "lesson.yaml") else { return read() }
    let name = ([folder.path, id] + languages + [words.text]).joined(separator: "\n")
    if let kept = state.withLock({ $0.lessons[name] }), kept.bytes == bytes { return kept.value }
    let lesson = read()
    state.withLock { $0.lessons[name] = Reading(bytes: bytes, value: lesson) }
    return lesson
  }

  /// The prose of the file at `path` with these bytes.
  ///
  /// - Throws: As `Prose`.
  func prose(at path: String, _ bytes: [UInt8]) throws(LessonError) -> Prose {
    if let kept = state.withLock({ $0.prose[path] }), kept.bytes == bytes { return kept.value }
    let prose = try Prose(parsing: bytes, named: path)
    state.withLock { $0.prose[path] = Reading(bytes: bytes, value: prose) }
    return prose
  }

  /// The formulas that were set for `output`.
  func formulas(in output: OutputFolder, setBy makers: String) -> FormulaBook {
    let name = "\(output.path)\n\(makers)"
    if let book = state.withLock({ $0.formulas[name] }) { return book }
    let book = FormulaBook(setBy: makers, in: output)
    state.withLock { $0.formulas[name] = book }
    return book
  }

  /// The fonts and what measures text with them.
  ///
  /// - Throws: `RenderError` as `DrawingTools`.
  func tools() throws -> DrawingTools {
    if let tools = state.withLock({ $0.tools }) { return tools }
    let tools = try DrawingTools()
    state.withLock { $0.tools = tools }
    return tools
  }

  /// The threads that do the work of builds with so many jobs at a time.
  func threads(_ count: Int) -> JobThreads {
    state.withLock { state in
      if let threads = state.threads[count] { return threads }
      let threads = JobThreads(count)
      state.threads[count] = threads
      return threads
    }
  }

  /// Ends those threads when they have done what they are doing; the next build has new ones.
  func letThreadsGo() {
    state.withLock { state in
      for threads in state.threads.values { threads.stop() }
      state.threads = [:]
    }
  }

  /// The manifest in `output`.
  func manifest(in output: OutputFolder) -> Manifest {
    let stamp = output.stamp(of: Manifest.path)
    if let kept = state.withLock({ $0.manifests[output.path] }), kept.stamp == stamp {
      return kept.value
    }
    return Manifest.read(from: output)
  }

  /// The cache in `output`.
  func cache(in output: OutputFolder) -> BuildCache {
    let stamp = output.stamp(of: BuildCache.path)
    if let kept = state.withLock({ $0.caches[output.path] }), kept.stamp == stamp {
      return kept.value
    }
    return BuildCache.read(from: output)
  }

  /// Whether a build with this memory has come to its end in `output`.
  func hasBuilt(_ output: OutputFolder) -> Bool {
    state.withLock { $0.caches[output.path] != nil }
  }

  /// Keeps what a build has just written.
  func keep(_ manifest: Manifest, _ cache: BuildCache, of output: OutputFolder) {
    let stamps = (output.stamp(of: Manifest.path), output.stamp(of: BuildCache.path))
    state.withLock { state in
      state.manifests[output.path] = stamps.0.map { Record(stamp: $0, value: manifest) }
      state.caches[output.path] = stamps.1.map { Record(stamp: $0, value: cache) }
    }
  }
}
