import Figures
import Tracing

/// The build of a course: lessons in, figures, numbers, pages and a manifest out.
///
/// A lesson with an error keeps its last good output whole, and the other lessons are still built.
/// The files are the same, byte for byte, for every number of jobs.
public struct CourseBuild: Sendable {
  let lessons: LessonsFolder
  let output: String
  let options: BuildOptions
  /// What this process keeps for its next build; nil if there will be none.
  let memory: BuildMemory?

  /// A build of `lessons` into the folder `output`, which is made if need be.
  ///
  /// With a `memory`, what an earlier build with it has read is not taken apart again; the files are
  /// the same.
  public init(
    lessons: LessonsFolder, output: String, options: BuildOptions = BuildOptions(),
    remembering memory: BuildMemory? = nil
  ) {
    precondition(options.jobs >= 1, "a build needs a job at a time, not \(options.jobs)")
    self.lessons = lessons
    self.output = output
    self.options = options
    self.memory = memory
  }

  /// Builds.
  ///
  /// - Parameter progress: Called after every job, by one task at a time.
  /// - Returns: What was done, and what kept lessons from being built.
  /// - Throws: `CourseError`, `UsageError`, `DiskError` or an error of the fonts if nothing can be
  ///   built at all, or if the output cannot be written; `Interruption` if the task is cancelled.
  public func run(progress: (BuildProgress) -> Void = { _ in }) async throws -> BuildReport {
    try await run(progress: progress, shown: { _, _ in })
  }

  /// Builds as `run(progress:)`, and says when everything that a page shows is on the disk: what is noted
  /// for later builds is written after it.
  func run(
    progress: (BuildProgress) -> Void, shown: (Manifest, BuildReport) -> Void
  ) async throws -> BuildReport {
    if let report = try standstill() { return report }
    var session = try BuildSession(of: self)
    let (forms, store) = (session.forms, session.store)
    let tools = try memory?.tools() ?? DrawingTools()
    let threads = memory?.threads(options.jobs) ?? JobThreads(options.jobs)
    defer {
      // Those of the memory are wanted again, unless they are still busy with what nobody waits for.
      if memory == nil { threads.stop() } else if Task.isCancelled { memory?.letThreadsGo() }
    }
    await JobQueue.run(
      session.firstJobs(), on: threads, limit: options.jobs,
      perform: { $0.perform(forms, tools, store) },
      finished: { outcome in
        let jobs = session.take(outcome)
        progress(session.progress)
        return jobs
      })
    guard !Task.isCancelled else { throw try session.interrupt() }
    let report = try session.finish(shown)
    try writeDependencies(session.source.sourceFiles, session.program)
    return report
  }

  /// Says what `run` would do, and writes nothing.
  ///
  /// - Throws: As `run`.
  public func outlook() throws -> BuildOutlook {
    var session = try BuildSession(of: self, onlyLooking: true)
    return session.outlook()
  }

  /// The report of a build that has nothing to do, found without taking the lessons apart; nil if
  /// there may be something.
  private func standstill() throws -> BuildReport? {
    guard options.only.isEmpty, options.shard == nil, !options.force,
      Disk.isFile(Disk.join(output, BuildCache.path))
    else { return nil }
    let target = try OutputFolder(output, apartFrom: lessons.path)
    var cache = memory?.cache(in: target) ?? BuildCache.read(from: target)
    guard let whole = cache.whole, whole.options == options.imageText,
      target.names(in: ShardRecord.folder).isEmpty
    else { return nil }
    let program = try ProgramInputs(options.program, known: cache.known)
    guard program.digest == whole.program, whole.isCurrent(lessons) else { return nil }
    let stamps = cache.files
    guard stamps.keys.allSatisfy({ cache.isUntouched($0, in: target) }), cache.files == stamps
    else { return nil }
    target.removePartialFiles(besides: Array(stamps.keys))
    try writeDependencies(whole.sources.filter { !$0.value.isEmpty }.keys.sorted(), program)
    var report = BuildReport()
    report.lessonCount = whole.lessonCount
    report.figureCount = whole.figureCount
    report.unchangedCount = stamps.count
    return report
  }

  private func writeDependencies(_ sources: [String], _ program: ProgramInputs) throws {
    guard let path = options.dependencyFile else { return }
    let files = sources.map { lessons.path(of: $0) }.filter { Disk.isFile($0) } + program.files
    let text = DependencyFile.text(Disk.join(output, Manifest.path), dependsOn: files)
    _ = try Disk.replace(path, with: Array(text.utf8))
  }
}

extension BuildOptions {
  /// What decides which images there are, in one text.
  var imageText: String {
    [formats, languages, themes, ["\(dotsPerInch)", "\(documents)"]]
      .map { $0.joined(separator: ",") }.joined(separator: " ")
  }
}

extension WholeBuild {
  /// The record of a build that left nothing to do.
  init(
    _ source: CourseSource, _ options: BuildOptions, _ program: ProgramInputs,
    _ report: BuildReport
  ) {
    self.init(
      options: options.imageText, program: program.digest,
      sources: source.sourceFiles.reduce(into: [:]) { digests, path in
        digests[path] = WholeBuild.digest(of: source.folder.path(of: path))
      },
      lessonCount: report.lessonCount, figureCount: report.figureCount)
  }
}
