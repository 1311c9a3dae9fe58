import Files
public import Figures
public import Lessons
public import Tracing

/// One lesson as its `lesson.yaml` has it: decoded, with everything that is wrong with it.
public struct LessonSource: Sendable {
  /// The name of its folder.
  public let id: String
  /// Title of the lesson; empty if the file cannot be read.
  public let title: LocalizedText
  /// The scenarios that could be decoded, in file order.
  public let scenarios: [Scenario]
  /// The figures that could be decoded, in file order.
  public let figures: [FigureSection]
  /// What is wrong: one finding a section, in file order.
  public private(set) var findings: [Finding]

  let folder: LessonFolder
  /// What the figures say.
  let words: CourseWords
  private let text: SourceText
  private let scenarioSections: [Section]
  /// Names of all figures, also of those that could not be decoded.
  let figureNames: [String]
  /// Whether the grammar of the file is right, so that its sections are known.
  let isReadable: Bool

  /// Reads the lesson `id`, which is told in `languages`.
  init(
    reading id: String, in folder: LessonFolder, languages: [String], saying words: CourseWords
  ) {
    self.id = id
    self.folder = folder
    self.words = words
    let path = folder.path(of: "lesson.yaml")
    var reading = LessonDecoder(file: path)
    let lesson = reading.lesson(id, languages: languages) { () throws(DiskError) in
      try folder.bytes(of: "lesson.yaml")
    }
    title = lesson?.title ?? LocalizedText([:])
    scenarioSections = lesson?.scenarios ?? []
    figureNames = (lesson?.figures ?? []).map { $0.name }
    isReadable = lesson != nil
    scenarios = reading.decode(scenarioSections) { section throws(LessonError) in
      try section.decode(as: Scenario.self)
    }
    figures = reading.decode(lesson?.figures ?? []) { section throws(LessonError) in
      try FigureSection(decoding: section)
    }
    reading.checkReferences(of: figures, to: scenarioSections.map { $0.name })
    reading.checkAlternativeText(of: figures, in: languages)
    reading.checkFileNames(of: figures)
    text = reading.text
    findings = reading.findings.inFileOrder()
    findings = (findings + framesFindings + requestFindings).inFileOrder()
  }

  /// The scenario `name`.
  ///
  /// - Throws: `UsageError` naming the nearest scenario if there is none of that name;
  ///   `CourseError` if there is one but it cannot be decoded.
  func scenario(_ name: String) throws -> Scenario {
    if let scenario = scenarios.first(where: { $0.name == name }) { return scenario }
    let names = scenarioSections.map { $0.name }
    guard isReadable, !names.contains(name) else { throw CourseError(findings) }
    throw UsageError.noneNamed(name, kind: "scenario of '\(id)'", among: names)
  }

  /// What the figures need to be kept of each scenario.
  ///
  /// All figures count, also those that are not asked for, so that a trace never depends on it.
  var schedules: [String: TraceSchedule] {
    figures.flatMap { $0.figure.requests }.reduce(into: [:]) { schedules, request in
      let sofar = schedules[request.name.text, default: .ends]
      schedules[request.name.text] = sofar.union(request.schedule)
    }
  }

  /// What the lesson says of what is run in a scenario: equal for sections that mean the same.
  func scenarioText(_ name: String) -> String {
    scenarioSections.first { $0.name == name }?.without(["title", "numbers"]).canonicalText ?? ""
  }

  /// The data files as a build has found them: what it makes of them must be of these bytes and no others.
  var knownData: [String: Digest] = [:]

  /// Where the scenarios' data files are read from.
  var dataFiles: CSVSource {
    let (files, known) = (folder.dataFiles, knownData)
    return CSVSource { (path) throws(CSVSource.Failure) in
      let file = try files.file(path)
      if let digest = known[path], Digest(of: file.bytes) != digest {
        throw CSVSource.Failure(reason: "it has changed while it was used; build again")
      }
      return file
    }
  }

  /// Does what a scenario of this lesson describes.
  ///
  /// - Throws: `Finding` if its data is wrong, or it would take too much; `CancellationError` if the task was
  ///   cancelled.
  func outcome(
    of scenario: Scenario, keeping schedule: TraceSchedule, from start: ScenarioOutcome? = nil,
    progress: ProgressReport? = nil
  ) throws -> ScenarioOutcome {
    try running { files throws(TrainingError) in
      try scenario.outcome(files: files, also: schedule, from: start, progress: progress)
    }
  }

  /// Runs something with the lesson's data files.
  ///
  /// - Throws: What `run` throws, as `outcome` does.
  func running<Result>(_ run: (CSVSource) throws(TrainingError) -> Result) throws -> Result {
    do throws(TrainingError) {
      return try run(dataFiles)
    } catch .cancelled {
      throw CancellationError()
    } catch {
      throw Finding(error.lessonError)
    }
  }

  /// Animations that lessons ask of figures that do not move.
  private var framesFindings: [Finding] {
    figures.compactMap { figure in
      // What a figure of a broken scenario could do is not known: the scenario's own error is enough.
      guard let choice = figure.frames,
        figure.scenarioNames.allSatisfy({ name in scenarios.contains { $0.name == name } })
      else { return nil }
      do throws(FrameError) {
        _ = try frameAxis(of: figure, choice)
        return nil
      } catch {
        return error.finding(at: figure, in: self)
      }
    }
  }

  /// A finding at a place of `lesson.yaml`, with its line.
  func finding(
    _ severity: Finding.Severity, _ message: String, at location: SourceLocation,
    help: String? = nil
  ) -> Finding {
    Finding(severity, message, at: location, excerpt: text.line(location.line), help: help)
  }

  /// A finding at the name of a scenario.
  func finding(_ severity: Finding.Severity, _ message: String, atScenario name: String) -> Finding
  {
    guard let section = scenarioSections.first(where: { $0.name == name }) else {
      return Finding(severity, message)
    }
    return finding(severity, message, at: section.location)
  }
}
