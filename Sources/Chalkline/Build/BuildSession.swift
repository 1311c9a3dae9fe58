import Figures
import Lessons
import Tracing

/// One build from its start to its end: what is to be done, what has been done, what was noted of it.
struct BuildSession {
  let forms: ImageForms
  let tools: DrawingTools
  private let source: CourseSource
  private let parts: [LessonPart]
  private let target: OutputFolder
  private let isWhole: Bool
  /// What the build before has left.
  private let old: Manifest
  private let plan: CachePlan
  private var run: BuildRun
  private var cache: BuildCache
  private var report = BuildReport()
  private var manifest = Manifest()
  /// Why nothing can be written any more; nil if all is well.
  private var failure: (any Error)?

  /// Reads the course and looks at what is there.
  ///
  /// - Throws: As `CourseBuild.run`.
  init(of build: CourseBuild) throws {
    let options = build.options
    source = try CourseSource(reading: build.lessons)
    forms = try ImageForms(options, of: source.course)
    parts = try source.parts(options.only.map { Selection($0) }, in: forms.languages)
    target = try OutputFolder(build.output, apartFrom: build.lessons.path)
    tools = try DrawingTools()
    isWhole = options.only.isEmpty
    old = Manifest.read(from: target)
    target.removePartialFiles(besides: [Manifest.path] + old.files.map { $0.path })
    cache = options.force ? BuildCache() : BuildCache.read(from: target)
    plan = CachePlan(
      parts, forms: forms, cache: cache, manifest: old, output: target,
      program: try BuildInputs.program(at: options.program))
    run = BuildRun(parts: parts, forms: forms, plan: plan)
    report.reasons = plan.reasons
  }

  /// The jobs that wait for no other.
  mutating func firstJobs() -> [BuildJob] { run.firstJobs() }

  /// How far the build is.
  var progress: BuildProgress { run.progress }

  /// Takes in what came of a job, writes the lesson if it is whole, and gives the jobs that follow.
  mutating func take(_ outcome: BuildOutcome) -> [BuildJob] {
    guard failure == nil else { return [] }
    let (jobs, lesson) = run.take(outcome)
    if let lesson { write(lesson) }
    return failure == nil ? jobs : []
  }

  private mutating func write(_ lesson: LessonBuild) {
    do {
      for file in lesson.files {
        report.count(try target.write(file.bytes, to: file.entry.path))
      }
      lesson.describe(in: &manifest, languages: source.course.languages)
      plan.enter(lesson, in: &cache, target)
    } catch {
      failure = error
    }
  }

  /// Writes the pages and the manifest, removes what the course has no more, and sums up.
  ///
  /// - Throws: `DiskError` if something could not be written, also of a lesson before.
  mutating func finish() throws -> BuildReport {
    if let failure { throw failure }
    let built = run.built
    report.findings = run.findings
    report.lessonCount = built.count
    report.figureCount = built.reduce(0) { $0 + $1.figures.count }
    report.unchangedCount += built.reduce(0) {
      $0 + (plan.lessons[$1.lesson.id]?.fileCount ?? 0)
    }
    try writePages(of: built)
    report.count(try target.write(try manifest.encoded(), to: Manifest.path))
    removeLeftovers()
    try cache.save(keeping: Set(manifest.files.map { $0.path }), to: target)
    return report
  }

  private mutating func writePages(of built: [LessonPart]) throws {
    let kept = old.only(target.has)
    let inventory = CourseInventory(source)
    manifest.keep(from: kept, where: inventory.has)
    manifest.animations = manifest.animations.filter { inventory.has($0.value) }
    let pages = CoursePages(
      source, tried: parts, built: built, languages: forms.languages, kept: kept)
    for page in try pages.made(from: manifest, withCourse: isWhole) {
      report.count(try target.write(page.bytes, to: page.entry.file.path))
      manifest.pages[page.entry.file.path] = page.entry
    }
    manifest.pages.merge(pages.stillCurrent) { new, _ in new }
  }

  /// Removes what only the old manifest lists: figures the course has no more.
  private mutating func removeLeftovers() {
    let current = Set(manifest.files.map { $0.path })
    for file in old.files.sorted(by: { $0.path < $1.path }) where !current.contains(file.path) {
      if target.remove(file.path, ifItHas: file.sha256) { report.removedCount += 1 }
    }
  }
}
