import Building
import Files
import Figures
import Lessons

/// One build from its start to its end: what is to be made, and what is noted of it.
struct BuildSession {
  let source: CourseSource
  let plan: CoursePlan
  private let graph: Graph<ProductName, Finding>
  private let wanted: Set<ProductName>
  private let target: OutputFolder
  private let store: ContentStore
  private let options: BuildOptions
  private let memory: BuildMemory?
  private let formulas: FormulaCache
  private let inventory: CourseInventory
  private let words: ManifestWords
  private let digests: SourceDigests
  private let question: LessonQuestion
  /// What the builds before have left.
  private let old: CourseRecords
  private var records: CourseRecords
  /// Of that, what the course has no more: no page shows it, and it goes once its lesson is built.
  private let leftovers: CourseRecords

  /// Reads the course and looks at what is there.
  ///
  /// - Throws: As `CourseBuild.run`.
  init(of build: CourseBuild, in target: OutputFolder, onlyLooking: Bool = false) throws {
    let start = FileClock.now
    (options, memory, self.target) = (build.options, build.memory, target)
    source = try CourseSource(reading: build.lessons, remembering: memory)
    let forms = try ImageForms(options, of: source.course)
    var records = memory?.records(in: target) ?? CourseOutput.records(in: target)
    let program = try ProgramInputs(options.program, known: records.known)
    formulas =
      memory?.formulas(in: target, setBy: program.formulas)
      ?? FormulaCache(setBy: program.formulas, in: options.force ? nil : target)
    let others = CourseOutput.partRecords(in: target)
    for record in others { records.merge(record) }
    if options.force || !others.isEmpty { records.standstills = [:] }
    digests = start.digests(of: source)
    question = LessonQuestion(source, forms, options, program, digests)
    let resting = question.restingLessons(&records, in: target)
    let parts = try source.parts(
      options.only.map { Selection($0) }, in: forms.languages, formulas,
      except: { resting[$0] != nil })
    old = records
    if options.force { records = records.forgettingInputs() }
    records.known = program.known
    records.standstill = nil
    // Whatever is built from here on is at rest only when it is finished.
    for part in parts { records.standstills[part.lesson.id] = nil }
    plan = CoursePlan(
      source, parts, resting, options, forms, program, memory?.tools ?? SharedTools())
    let products = plan.products
    let graph = Graph(products.map { $0.product })
    self.graph = graph
    let all = Set(products.lazy.filter { $0.isWanted }.map { $0.id })
    let wanted = options.shard.map { graph.share($0.number, of: $0.count, among: all) } ?? all
    self.wanted = wanted
    store = CourseOutput.store(in: target, isRead: !options.force)
    inventory = CourseInventory(plan)
    let made = graph.outputs(of: wanted)
    // What is not looked at by this build is listed as far as it is there.
    records.forgetMissingFiles(in: target, but: made)
    (self.records, leftovers) = records.parted(by: inventory)
    // Figures that are not read, or not there any more, have their words in the manifest alone.
    let hasOthers =
      source.lessons.contains { !$0.findings.isEmpty } || !leftovers.outputs.isEmpty
    words = ManifestWords(source, older: hasOthers ? Manifest.read(from: target) : nil)
    // What this process itself has written before, it has finished.
    if !onlyLooking, memory?.hasBuilt(target) != true {
      target.removeAbandonedFiles(in: folders)
    }
  }

  /// All folders that builds may have written into, with those of this one.
  private var folders: Set<String> {
    let lessons = source.lessons.flatMap { lesson in
      ["", "/trace", "/source"].map { lesson.id + $0 }
        + plan.forms.languages.map { "\(lesson.id)/figures/\($0)" }
    }
    return Set(
      old.files.map { Disk.folder(of: $0.path) } + lessons + CourseOutput.ownFolders + [""])
  }

  /// Makes what is not current.
  mutating func build(
    on threads: JobThreads, _ progress: (BuildProgress) -> Void
  ) async throws -> GraphReport<ProductName, Finding> {
    let unbuilt = records.unbuiltPages
    var report = try await make(wanted, on: threads, progress)
    guard options.shard == nil, !report.isInterrupted else { return report }
    // That a lesson cannot be built may be known only when its neighbors lead to it already.
    noteUnbuiltPages(report)
    guard records.unbuiltPages != unbuilt else { return report }
    let built = Set(report.groups)
    let pages = wanted.filter { page in
      page.isPage && page.lesson.map { built.contains($0) } ?? true
    }
    report.append(try await make(pages, on: threads, progress))
    return report
  }

  /// Notes which lessons could not be built and have no page of an earlier build.
  private mutating func noteUnbuiltPages(_ report: GraphReport<ProductName, Finding>) {
    for lesson in plan.lessons where lesson.isWhole && !report.groups.contains(lesson.id) {
      for language in plan.forms.languages {
        let page = LessonPage.name(lesson.id, language)
        if records[page] == nil { records[page] = Record(inputs: nil, files: []) }
      }
    }
  }

  private mutating func make(
    _ wanted: Set<ProductName>, on threads: JobThreads, _ progress: (BuildProgress) -> Void
  ) async throws -> GraphReport<ProductName, Finding> {
    let build = GraphBuild(of: graph, making: wanted, in: target, with: store, on: threads)
    let (target, words, plan, isPart) = (target, words, plan, options.shard != nil)
    return try await build.run(
      &records, progress: { progress(BuildProgress($0, plan)) },
      place: { group, next, commit in
        guard !isPart else { return try commit() }
        // The manifest goes first: it is never older than the files, and says which of them may not be there yet.
        var manifest = Manifest(next, words)
        manifest.writing = group
        _ = try target.write(manifest.encoded(), to: Manifest.path)
        try commit()
      })
  }

  /// Writes the manifest, removes what the course has no more, and sums up.
  ///
  /// - Parameters:
  ///   - graphReport: What was made.
  ///   - shown: Called when everything that a page shows is on the disk.
  /// - Returns: What was done.
  /// - Throws: `DiskError` if something could not be written.
  mutating func finish(
    _ graphReport: GraphReport<ProductName, Finding>, _ shown: (Manifest, BuildReport) -> Void
  ) throws -> BuildReport {
    var report = BuildReport(graphReport, plan, wanted)
    if let shard = options.shard {
      try save(shard)
      return report
    }
    // A language that the course has given up is certain, also for lessons that cannot be built.
    let undone = leftovers.lessons.filter { !isDone($0, graphReport) }
    records.restore(leftovers, of: undone) { output in
      output.language.map { inventory.has(language: $0) } ?? true
    }
    let manifest = Manifest(records, words)
    shown(manifest, report)
    report.count(try write(manifest))
    report.removedCount = removeLeftovers()
    let isWhole =
      options.only.isEmpty && options.frames && options.documents && report.isComplete
    noteRestingLessons(graphReport)
    if isWhole, let sources = digests.certain() {
      records.standstill = Standstill(
        question: options.question(plan.program), sources: sources,
        counts: [report.lessonCount, report.figureCount])
    }
    try formulas.save(to: target, isWhole: isWhole && plan.resting.isEmpty)
    try records.save(to: target, at: CourseOutput.records)
    memory?.keep(manifest, records, of: target)
    if plan.findings.isEmpty, source.lessons.allSatisfy({ $0.findings.isEmpty }) {
      graph.tidy(store, in: CourseOutput.keptFolders, records)
    }
    if isWhole { CourseOutput.removePartRecords(from: target) }
    return report
  }

  /// Notes of which lessons nothing is left to do.
  private mutating func noteRestingLessons(_ report: GraphReport<ProductName, Finding>) {
    for lesson in plan.lessons where lesson.isWhole && report.groups.contains(lesson.id) {
      records.standstills[lesson.id] = question.answer(
        lesson.source, figureCount: BuildReport.figures(of: lesson.id, in: wanted), records)
    }
  }

  /// Notes what was finished when a build is told to stop, so that the next one goes on from there.
  mutating func interrupt(_ report: GraphReport<ProductName, Finding>) throws -> Interruption {
    let interruption = Interruption(
      lessonCount: report.groups.filter { inventory.has(lesson: $0) }.count,
      trainedCount: BuildReport(report, plan, wanted).trainedCount)
    guard !report.groups.isEmpty else { return interruption }
    if let shard = options.shard {
      try save(shard)
      return interruption
    }
    records.restore(leftovers, of: leftovers.lessons)
    let manifest = Manifest(records, words)
    _ = try write(manifest)
    try records.save(to: target, at: CourseOutput.records)
    memory?.keep(manifest, records, of: target)
    return interruption
  }

  private mutating func write(_ manifest: Manifest) throws -> Disk.WriteOutcome {
    let stage = StagedFiles(in: target)
    let file = try stage.write(manifest.encoded(), to: Manifest.path)
    let stamps = try stage.commit()
    records[ProductName(.manifest)] = Record(
      inputs: BuildInputs(),
      files: [
        FileRecord(
          path: file.path, facts: FileFacts("json"), byteCount: file.byteCount,
          digest: file.digest, stamp: stamps[file.path])
      ])
    return file.isNew ? .written : .unchanged
  }

  /// Whether all of a lesson is built, so that nothing refers any more to what the course has not.
  private func isDone(_ lesson: String, _ report: GraphReport<ProductName, Finding>) -> Bool {
    guard inventory.has(lesson: lesson) else { return true }
    return report.groups.contains(lesson)
      && plan.lessons.contains { $0.id == lesson && $0.isWhole }
  }

  /// Removes the files of what the course has no more.
  private func removeLeftovers() -> Int {
    let current = Set(records.files.map { $0.path })
    return old.files.filter {
      !current.contains($0.path) && target.remove($0.path, ifItHas: $0.digest)
    }.count
  }

  private func save(_ shard: Shard) throws {
    var own = records
    let made = graph.outputs(of: wanted)
    own.keep { output, _ in made.contains(output) }
    own.known = [:]
    own.standstill = nil
    try CourseOutput.save(own, of: shard, to: target)
  }
}

extension BuildSession {
  /// What the build would do.
  func dryRun() -> DryRun {
    let forecast = GraphForecast(
      of: graph, making: wanted, knowing: records, in: target, with: store)
    return DryRun(forecast, plan)
  }
}

extension ProductName.Kind {
  static let manifest = ProductName.Kind("manifest")
}

extension CourseRecords {
  /// The pages that would be there if their lessons could be built.
  fileprivate var unbuiltPages: Set<ProductName> {
    Set(outputs.filter { $0.key.kind == .page && $0.value.files.isEmpty }.keys)
  }

  /// What the course has, and what it has no more.
  fileprivate func parted(by inventory: CourseInventory) -> (
    own: CourseRecords, rest: CourseRecords
  ) {
    var (own, rest) = (self, self)
    func belongs(_ output: ProductName, _ record: Record) -> Bool {
      courseProductsByKind[output.kind]?.belongs(output, record, to: inventory) ?? false
    }
    own.keep(where: belongs)
    rest.keep { output, record in output.kind != .manifest && !belongs(output, record) }
    return (own, rest)
  }

  /// The lessons that have any outputs; the empty text stands for the course.
  fileprivate var lessons: Set<String> { Set(outputs.keys.map { $0.lesson ?? "" }) }

  /// Takes back what the course has no more, of some lessons, but for files that belong to something else now.
  fileprivate mutating func restore(
    _ leftovers: CourseRecords, of lessons: Set<String>,
    where isWanted: (ProductName) -> Bool = { _ in true }
  ) {
    let paths = Set(files.map { $0.path })
    for (output, record) in leftovers.outputs {
      guard lessons.contains(output.lesson ?? ""), self[output] == nil, isWanted(output) else {
        continue
      }
      let files = record.files.filter { !paths.contains($0.path) }
      let inputs = files.count == record.files.count ? record.inputs : nil
      if !files.isEmpty { self[output] = Record(inputs: inputs, files: files, notes: record.notes) }
    }
  }

  /// The same files, none of which is current.
  fileprivate func forgettingInputs() -> Records {
    var copy = self
    for output in outputs.keys { copy[output]?.inputs = nil }
    return copy
  }
}
