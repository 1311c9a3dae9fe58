import Figures
import Lessons
import Tracing

/// The build of a course: lessons in, figures, numbers, pages and a manifest out.
///
/// A lesson with an error keeps its last good output whole, and the other lessons are still built.
/// The files are the same, byte for byte, for every number of jobs.
public struct CourseBuild: Sendable {
  let lessons: LessonsFolder
  let output: String
  let options: BuildOptions

  /// A build of `lessons` into the folder `output`, which is made if need be.
  public init(lessons: LessonsFolder, output: String, options: BuildOptions = BuildOptions()) {
    precondition(options.jobs >= 1, "a build needs a job at a time, not \(options.jobs)")
    self.lessons = lessons
    self.output = output
    self.options = options
  }

  /// Builds.
  ///
  /// - Parameter progress: Called after every job, by one task at a time.
  /// - Returns: What was done, and what kept lessons from being built.
  /// - Throws: `CourseError`, `UsageError`, `DiskError` or an error of the fonts if nothing can be
  ///   built at all, or if the output cannot be written.
  public func run(progress: (BuildProgress) -> Void = { _ in }) async throws -> BuildReport {
    let source = try CourseSource(reading: lessons)
    let forms = try ImageForms(options, of: source.course)
    let parts = try source.parts(options.only.map { Selection($0) }, in: forms.languages)
    let target = try OutputFolder(output, apartFrom: lessons.path)
    let tools = try DrawingTools()

    let old = Manifest.read(from: target)
    target.removePartialFiles(besides: [Manifest.path] + old.files.map { $0.path })
    var run = BuildRun(parts: parts, forms: forms)
    var report = BuildReport()
    var manifest = Manifest()
    var failure: (any Error)?
    await JobQueue.run(
      run.firstJobs(), limit: options.jobs, perform: { $0.perform(forms, tools) },
      finished: { outcome in
        guard failure == nil else { return [] }
        let (jobs, lesson) = run.take(outcome)
        do {
          if let lesson {
            try write(lesson, to: target, &report)
            lesson.describe(in: &manifest, languages: source.course.languages)
          }
        } catch {
          failure = error
        }
        progress(run.progress)
        return failure == nil ? jobs : []
      })
    if let failure { throw failure }
    try Task.checkCancellation()
    report.findings = run.findings
    report.lessonCount = run.built.count
    let kept = old.only(target.has)
    manifest.keep(from: kept, where: CourseInventory(source).has)
    let pages = CoursePages(
      source, tried: parts, built: run.built, languages: forms.languages, kept: kept)
    for page in try pages.made(from: manifest, withCourse: options.only.isEmpty) {
      report.count(try target.write(page.bytes, to: page.entry.file.path))
      manifest.pages[page.entry.file.path] = page.entry
    }
    manifest.pages.merge(pages.stillCurrent) { new, _ in new }
    try finish(target, from: old, to: manifest, &report)
    return report
  }

  private func write(
    _ lesson: LessonBuild, to target: OutputFolder, _ report: inout BuildReport
  ) throws(DiskError) {
    for file in lesson.files { report.count(try target.write(file.bytes, to: file.entry.path)) }
    report.figureCount += lesson.part.figures.count
  }

  /// Writes the manifest, then removes what only the old one lists: figures the course has no more.
  private func finish(
    _ target: OutputFolder, from old: Manifest, to new: Manifest, _ report: inout BuildReport
  ) throws {
    report.count(try target.write(try new.encoded(), to: Manifest.path))
    let current = Set(new.files.map { $0.path })
    for file in old.files.sorted(by: { $0.path < $1.path }) where !current.contains(file.path) {
      if target.remove(file.path, ifItHas: file.sha256) { report.removedCount += 1 }
    }
  }
}

/// What the lessons of a course have now.
private struct CourseInventory {
  private let names: [String: Set<String>]
  private let broken: Set<String>

  init(_ source: CourseSource) {
    let lessons = source.lessons.map { lesson in
      (lesson.id, Set(lesson.figures.map { $0.id } + lesson.scenarios.map { $0.name }))
    }
    names = Dictionary(lessons, uniquingKeysWith: { first, _ in first })
    broken = Set(source.lessons.filter { !$0.findings.isEmpty }.map { $0.id })
  }

  /// Whether `lesson` has a figure or scenario `name`; a broken lesson is given every doubt.
  func has(_ lesson: String, _ name: String) -> Bool {
    broken.contains(lesson) || names[lesson, default: []].contains(name)
  }
}
