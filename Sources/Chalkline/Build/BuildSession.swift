import Figures
import Lessons
import Plotting
import Tracing

/// One build from its start to its end: what is to be done, what has been done, what was noted of it.
struct BuildSession {
  let forms: ImageForms
  let store: TraceStore
  private let drawings: DrawingStore
  let source: CourseSource
  let target: OutputFolder
  let program: ProgramInputs
  let plan: CachePlan
  let options: BuildOptions
  let memory: BuildMemory?
  let parts: [LessonPart]
  private let formulas: FormulaBook
  /// What the builds before have left.
  let old: Manifest
  /// The part of it whose files are still there.
  let kept: Manifest
  var run: BuildRun
  var cache: BuildCache
  var report = BuildReport()
  var manifest = Manifest()
  private var writtenLessons = 0
  /// The names under which outcomes were not kept when the build began.
  private var untrained: [String] = []
  /// Why nothing can be written any more; nil if all is well.
  private var failure: (any Error)?

  /// Reads the course and looks at what is there.
  ///
  /// - Throws: As `CourseBuild.run`.
  init(of build: CourseBuild, onlyLooking: Bool = false) throws {
    options = build.options
    memory = build.memory
    source = try CourseSource(reading: build.lessons, remembering: memory)
    forms = try ImageForms(options, of: source.course)
    target = try OutputFolder(
      build.output, apartFrom: build.lessons.path, onlyLooking: onlyLooking)
    var old = memory?.manifest(in: target) ?? Manifest.read(from: target)
    var cache = memory?.cache(in: target) ?? BuildCache.read(from: target)
    program = try ProgramInputs(options.program, known: cache.known)
    let known = options.force ? nil : target
    formulas =
      memory?.formulas(in: target, setBy: program.formulas)
      ?? FormulaBook(setBy: program.formulas, in: known)
    let all = try source.parts(
      options.only.map { Selection($0) }, in: forms.languages, formulas)
    parts = options.shard?.share(of: all, forms) ?? all
    for record in ShardRecord.all(in: target) {
      old.merge(record.manifest)
      cache.merge(record.cache)
    }
    if options.force { cache = BuildCache() }
    cache.known = program.known
    // What this process itself has written before, it has finished.
    if !onlyLooking, memory?.hasBuilt(target) != true {
      target.removePartialFiles(inFoldersOf: old, and: source, forms)
    }
    drawings = DrawingStore(in: target, isRead: !options.force)
    plan = CachePlan(
      parts, of: source.course, forms: forms, cache: &cache, manifest: old, output: target,
      program: program, drawings: drawings)
    store = TraceStore(in: target, isRead: !options.force)
    run = BuildRun(
      parts: parts, forms: forms, plan: plan, drawings: drawings,
      courseTheme: Theme.named(source.course.theme) ?? .paper)
    report.reasons =
      plan.reasons
      + (forms.frames ? plan.animationReasons : []).map { "\($0.figure) animation: \($0.why)" }
    report.otherReasons =
      plan.scenarioReasons + plan.documentReasons.map { "\($0.path): \($0.why)" }
    self.old = old
    self.cache = cache
    let target = target
    kept = old.only { target.has($0) }
  }

  /// The jobs that wait for no other.
  mutating func firstJobs() -> [BuildJob] {
    let jobs = run.firstJobs(plan, forms, store)
    untrained = jobs.compactMap { job in
      guard case .train(let job, _) = job, job.scenario.isWorthKeeping, !store.has(job.key) else {
        return nil
      }
      return job.key
    }
    return jobs
  }

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
      plan.enter(lesson, forms, in: &cache, target)
      writtenLessons += 1
    } catch {
      failure = error
    }
  }

  /// Writes the pages and the manifest, removes what the course has no more, and sums up.
  ///
  /// - Parameter shown: Called when everything that a page shows is on the disk.
  /// - Returns: What was done.
  /// - Throws: `DiskError` if something could not be written, also of a lesson before.
  mutating func finish(_ shown: (Manifest, BuildReport) -> Void) throws -> BuildReport {
    if let failure { throw failure }
    describeCurrent(listedBy: kept)
    sumUp()
    if let shard = options.shard {
      try saveRecord(of: shard)
      return report
    }
    try writeSources()
    for pages in pageSets(of: run.built) { try write(pages) }
    manifest.pages.merge(coursePages(of: run.built).stillCurrent) { new, _ in new }
    shown(manifest, report)
    try writeManifest()
    removeLeftovers()
    try saveCache()
    return report
  }

  /// Notes what was finished when a build is told to stop, so that the next one goes on from there.
  mutating func interrupt() throws -> Interruption {
    if let failure { throw failure }
    // A training may have been kept by a job that nobody waited for any more.
    let trainings = untrained.filter { store.has($0) }.count
    let interruption = Interruption(
      lessonCount: run.built.count, trainedCount: max(run.trainedCount, trainings))
    guard writtenLessons > 0 else { return interruption }
    describeCurrent(listedBy: kept)
    if let shard = options.shard {
      try saveRecord(of: shard)
      return interruption
    }
    manifest.pages = kept.pages
    _ = try target.write(try manifest.encoded(), to: Manifest.path)
    cache.whole = nil
    try cache.save(to: target)
    memory?.keep(manifest, cache, of: target)
    return interruption
  }

  /// Lessons that had nothing to be made are described too: their words may have changed.
  mutating func describeCurrent(listedBy older: Manifest) {
    for part in run.built where manifest.lacks(part) {
      LessonBuild(part, forms: forms, current: plan.lessons[part.lesson.id] ?? CachePlan.Lesson())
        .describe(in: &manifest, languages: source.course.languages)
    }
    let inventory = CourseInventory(source)
    manifest.keep(from: older, where: inventory.has)
    manifest.animations = manifest.animations.filter { inventory.hasFrames($0.value) }
    let paths = plan.documentPaths(of: source, built: run.built, forms)
    manifest.keepDocuments(of: older) { paths.contains($0) }
  }

  private mutating func sumUp() {
    let built = run.built
    report.findings = run.findings
    report.trainedCount = run.trainedCount
    report.computedCount = run.computedCount
    report.keptCount = run.keptCount
    report.otherReasons += run.notes
    report.lessonCount = built.count
    report.figureCount = built.reduce(0) { $0 + $1.figures.count }
    report.unchangedCount += built.reduce(0) { $0 + (plan.lessons[$1.lesson.id]?.fileCount ?? 0) }
  }
}

extension BuildSession {
  private mutating func writeManifest() throws {
    let inputs = BuildInputs()
    if manifest == old, cache.isCurrent(Manifest.path, inputs, in: target) {
      report.unchangedCount += 1
      return
    }
    let bytes = try manifest.encoded()
    report.count(try target.write(bytes, to: Manifest.path))
    cache.enter(Manifest.path, inputs, sha256: SHA256(of: bytes).description, in: target)
  }

  /// Removes what only the old manifest lists: figures the course has no more.
  private mutating func removeLeftovers() {
    for file in leftovers where target.remove(file.path, ifItHas: file.sha256) {
      report.removedCount += 1
    }
  }

  private var leftovers: [Manifest.File] {
    let current = Set(manifest.files.map { $0.path })
    return old.files.filter { !current.contains($0.path) }.sorted { $0.path < $1.path }
  }

  private mutating func saveCache() throws {
    cache.keep(Set(manifest.files.map { $0.path } + [Manifest.path]))
    let isWhole = options.only.isEmpty && options.frames && options.documents && report.isComplete
    cache.whole = isWhole ? WholeBuild(source, options, program, report) : nil
    try formulas.save(to: target, isWhole: isWhole)
    try cache.save(to: target)
    memory?.keep(manifest, cache, of: target)
    guard isWhole else { return }
    store.removeAll(but: Set(source.lessons.flatMap { plan.traceKeys(of: $0) }))
    drawings.removeAll(
      but: Set(source.lessons.flatMap { plan.sketchKeys(of: $0, in: source.course) }))
    ShardRecord.removeAll(from: target)
  }

  private func saveRecord(of shard: Shard) throws {
    let names = Set(
      parts.flatMap { part in
        (part.figures.map { $0.id } + part.numbers).map { "\(part.lesson.id)#\($0)" }
      })
    var record = ShardRecord(manifest: manifest, cache: cache)
    record.manifest.figures = manifest.figures.filter { names.contains($0.key) }
    record.manifest.animations = manifest.animations.filter { names.contains($0.key) }
    record.manifest.traces = manifest.traces.filter { names.contains($0.key) }
    record.manifest.documents = [:]
    record.manifest.pages = [:]
    record.cache.keep(Set(record.manifest.files.map { $0.path }))
    record.cache.known = [:]
    record.cache.whole = nil
    try record.save(shard, to: target)
  }
}
