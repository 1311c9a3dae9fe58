import Building
import Files
import Figures
import Foundation
import Lessons
import Tracing

/// The build of a course: lessons in, figures, numbers, pages and a manifest out.
///
/// A lesson with an error keeps its last good output whole, and the other lessons are still built.
/// The files are the same, byte for byte, for every number of jobs.
public struct CourseBuild: Sendable {
  let lessons: LessonsFolder
  /// The folder that is written into, as the user named it.
  public let output: String
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
  /// A folder that another build writes into is waited for.
  ///
  /// - Parameters:
  ///   - progress: Called after every job and while one is running, by one task at a time.
  ///   - waiting: Called once if there is another build to be waited for.
  /// - Returns: What was done, and what kept lessons from being built.
  /// - Throws: `CourseError`, `UsageError`, `DiskError` or an error of the fonts if nothing can be
  ///   built at all, or if the output cannot be written; `Interruption` if the task is cancelled.
  public func run(
    progress: (BuildProgress) -> Void = { _ in }, waiting: () -> Void = {}
  ) async throws -> BuildReport {
    try await run(progress: progress, waiting: waiting, shown: { _, _ in })
  }

  /// Builds, and says when everything that a page shows is on the disk: what is noted for later builds is
  /// written after it.
  func run(
    progress: (BuildProgress) -> Void, waiting: () -> Void = {},
    shown: (Manifest, BuildReport) -> Void
  ) async throws -> BuildReport {
    if let report = try standstill() { return report }
    let target = try OutputFolder(output, apartFrom: lessons.path)
    let lock = try await lock(target, waiting)
    defer { withExtendedLifetime(lock) {} }
    var session = try BuildSession(of: self, in: target)
    let threads = memory?.threads(options.jobs) ?? JobThreads(options.jobs)
    defer {
      // Those of the memory are wanted again, unless they are still busy with what nobody waits for.
      if memory == nil { threads.stop() } else if Task.isCancelled { memory?.letThreadsGo() }
    }
    let report = try await session.build(on: threads, progress)
    guard !report.isInterrupted else { throw try session.interrupt(report) }
    let result = try session.finish(report, shown)
    try writeDependencies(session.source.sourceFiles, session.plan.program)
    return result
  }

  /// Says what `run` would do, and writes nothing.
  ///
  /// - Throws: As `run`.
  public func dryRun() throws -> DryRun {
    let target = try OutputFolder(output, apartFrom: lessons.path, onlyLooking: true)
    return try BuildSession(of: self, in: target, onlyLooking: true).dryRun()
  }

  /// The right to write into the output, after whoever has it now.
  private func lock(_ target: OutputFolder, _ waiting: () -> Void) async throws -> OutputLock {
    do {
      return try await CourseOutput.lock(
        target, options.shard == nil ? .alone : .shared, waiting)
    } catch is CancellationError {
      throw Interruption(lessonCount: 0, trainedCount: 0)
    }
  }

  /// The report of a build that has nothing to do, found without taking the lessons apart; nil if
  /// there may be something.
  private func standstill() throws -> BuildReport? {
    guard options.only.isEmpty, options.shard == nil, !options.force,
      Disk.isFile(Disk.join(output, CourseOutput.records))
    else { return nil }
    let target = try OutputFolder(output, apartFrom: lessons.path)
    var records = memory?.records(in: target) ?? CourseOutput.records(in: target)
    guard let whole = records.standstill, target.names(in: CourseOutput.shards).isEmpty else {
      return nil
    }
    let program = try ProgramInputs(options.program, known: records.known)
    guard whole.question == options.question(program), whole.isCurrent(lessons),
      records.areUntouched(in: target)
    else { return nil }
    try writeDependencies(whole.sources.filter { $0.value != nil }.keys.sorted(), program)
    var report = BuildReport()
    (report.lessonCount, report.figureCount) = (whole.counts[0], whole.counts[1])
    report.unchangedCount = records.files.count
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
  /// What decides which files there are: forms, and the program.
  func question(_ program: ProgramInputs) -> Digest {
    let words = [formats, languages, themes, ["\(dotsPerInch)", "\(documents)"]].map {
      $0.joined(separator: ",")
    }
    return Digest(of: (words + [program.digest.description]).joined(separator: " "))
  }
}

extension Standstill {
  /// Whether the lessons still say what they said.
  func isCurrent(_ lessons: LessonsFolder) -> Bool {
    counts.count == 2
      && sources.allSatisfy { Self.digest(of: lessons.path(of: $0.key)) == $0.value }
  }

  /// The digest of a file as it stands in `sources`; nil if there is none.
  static func digest(of path: String) -> Digest? {
    (try? Disk.bytes(at: path)).map { Digest(of: $0) }
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
