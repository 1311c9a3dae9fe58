import Figures
import Lessons
import Plotting
import Tracing

/// What has been made of a lesson so far; nothing of it is written before all of it is made.
struct LessonBuild {
  let part: LessonPart
  private(set) var findings: [Finding]
  private(set) var figureFiles: [String: [BuiltFile]] = [:]
  private(set) var traceFiles: [String: [BuiltFile]] = [:]
  private(set) var animations: [String: BuiltAnimation] = [:]
  private var outcomes: [String: ScenarioOutcome] = [:]
  private var seeds: [String: UInt64] = [:]
  private var untrained: Set<String>
  private var undrawn = 0
  private var unanimated: Set<String> = []
  private let current: CachePlan.Lesson

  /// The build of `part` but for what is current; a lesson with errors is not begun.
  init(_ part: LessonPart, forms: ImageForms, current: CachePlan.Lesson) {
    self.part = part
    self.current = current
    findings = part.lesson.findings.isEmpty ? part.proseFindings : part.lesson.findings
    let needed = Set(
      part.figures.filter { figure in
        forms.languages.contains { language in
          forms.themes.contains { theme in
            !current.pictures.contains(
              CachePlan.Picture(figure: figure.id, language: language, theme: theme.name))
          }
        }
      }.flatMap { $0.scenarioNames })
    let wanted = part.lesson.scenarios.map { $0.name }.filter { name in
      needed.contains(name) || part.isWhole && !current.scenarios.contains(name)
    }
    untrained = findings.isEmpty ? Set(wanted) : []
  }

  /// The scenarios to train first, in file order.
  var scenarios: [Scenario] { part.lesson.scenarios.filter { untrained.contains($0.name) } }

  /// Whether every scenario that is needed has been run.
  var isTrained: Bool { untrained.isEmpty }

  /// Whether nothing is left to be made.
  var isFinished: Bool { isTrained && undrawn == 0 && unanimated.isEmpty }

  /// The animations that are not current; they wait for nothing, since they run their scenarios anew.
  mutating func frameJobs(_ forms: ImageForms) -> [FrameJob] {
    let jobs = part.figures.compactMap { figure in
      figure.frames.flatMap { choice in
        let made = current.animations[figure.id] ?? []
        let languages = forms.languages.filter { !made.contains($0) }
        return languages.isEmpty
          ? nil : FrameJob(figure: figure, choice: choice, languages: languages)
      }
    }
    unanimated = Set(jobs.map { $0.figure.id })
    return jobs
  }

  /// Takes in an animation.
  mutating func take(_ outcome: Result<BuiltAnimation, Finding>, ofAnimation id: String) {
    unanimated.remove(id)
    switch outcome {
    case .success(let animation): animations[id] = animation
    case .failure(let finding): findings.append(finding)
    }
  }

  /// Takes in a trained scenario; once it is the last one, the figures can be drawn.
  mutating func take(_ outcome: Result<TrainedScenario, Finding>, of scenario: String) -> Bool {
    untrained.remove(scenario)
    switch outcome {
    case .success(let trained):
      outcomes[scenario] = trained.outcome
      seeds[scenario] = trained.seed
      // Run again for a figure's sake, it has given the same numbers as those that are there.
      if !current.scenarios.contains(scenario) { traceFiles[scenario] = trained.files }
    case .failure(let finding): findings.append(finding)
    }
    return untrained.isEmpty && findings.isEmpty
  }

  /// The figures to draw, each in every language and theme, once all scenarios are trained.
  mutating func figureJobs(_ forms: ImageForms) -> [FigureJob] {
    var jobs: [FigureJob] = []
    let titles = part.lesson.scenarios.reduce(into: [:]) { $0[$1.name] = $1.title }
    for figure in part.figures {
      let names = Set(figure.scenarioNames)
      let needed = outcomes.filter { names.contains($0.key) }
      for language in forms.languages {
        for theme in forms.themes {
          let picture = CachePlan.Picture(
            figure: figure.id, language: language, theme: theme.name)
          if current.pictures.contains(picture) { continue }
          jobs.append(
            FigureJob(
              lesson: part.lesson.id, figure: figure, language: language, theme: theme,
              outcomes: needed, titles: titles))
        }
      }
    }
    undrawn = jobs.count
    outcomes = [:]
    return jobs
  }

  /// Takes in the files of a drawn figure.
  mutating func take(_ outcome: Result<[BuiltFile], Finding>, ofFigure id: String) {
    undrawn -= 1
    switch outcome {
    case .success(let files): figureFiles[id, default: []] += files
    case .failure(let finding):
      // What is wrong with a figure is often wrong in every language and theme.
      if !findings.contains(finding) { findings.append(finding) }
    }
  }

  /// All files of a lesson without errors, in a fixed order.
  var files: [BuiltFile] {
    (Array(figureFiles.values) + traceFiles.values + animations.values.map { $0.files }).joined()
      .sorted { $0.entry.path < $1.entry.path }
  }

  /// Gives back the memory of files that are written.
  mutating func forgetFiles() {
    figureFiles = [:]
    traceFiles = [:]
    animations = [:]
  }

  /// Enters what was made into `manifest`.
  func describe(in manifest: inout Manifest, languages: [String]) {
    let lesson = part.lesson.id
    for figure in part.figures {
      let files = (figureFiles[figure.id] ?? []).map { $0.entry }.sorted { $0.path < $1.path }
      manifest.figures["\(lesson)#\(figure.id)"] = Manifest.Figure(
        lesson: lesson, figure: figure.id, kind: figure.kind,
        title: figure.title.words(in: languages),
        caption: figure.caption.words(in: languages), alt: figure.alt.words(in: languages),
        scenarios: figure.scenarioNames, files: files)
    }
    for (figure, animation) in animations {
      manifest.animations["\(lesson)#\(figure)"] = animation.entry
    }
    for (scenario, files) in traceFiles {
      manifest.traces["\(lesson)#\(scenario)"] = Manifest.Trace(
        lesson: lesson, scenario: scenario, seed: seeds[scenario] ?? 0,
        files: files.map { $0.entry }.sorted { $0.path < $1.path })
    }
  }
}

/// A scenario that was run, with its numbers ready to be written.
struct TrainedScenario: Sendable {
  let outcome: ScenarioOutcome
  let seed: UInt64
  let files: [BuiltFile]
}

extension LocalizedText {
  /// The words in each of the languages that has any.
  func words(in languages: [String]) -> [String: String] {
    languages.reduce(into: [:]) { words, language in
      if let text = self[language], !text.isEmpty { words[language] = text }
    }
  }

  /// The languages in which there is not a word.
  func lacking(in languages: [String]) -> [String] {
    let words = words(in: languages)
    return languages.filter { words[$0] == nil }
  }
}

extension LessonSource {
  /// Runs a scenario and turns its numbers into files, not written yet.
  ///
  /// - Throws: `Finding` if its data is wrong, or it would take too much.
  func train(_ scenario: Scenario, keeping schedule: TraceSchedule) throws(Finding)
    -> TrainedScenario
  {
    let outcome = try outcome(of: scenario, keeping: schedule)
    do throws(ExportError) {
      return TrainedScenario(
        outcome: outcome, seed: scenario.seed,
        files: try outcome.files(lesson: id, scenario: scenario.name))
    } catch {
      throw finding(.error, "cannot write the trace: \(error)", atScenario: scenario.name)
    }
  }
}
