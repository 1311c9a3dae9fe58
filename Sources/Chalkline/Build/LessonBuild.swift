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
  private(set) var documents: [(plan: DocumentPlan, file: BuiltFile)] = []
  private(set) var animations: [String: BuiltAnimation] = [:]
  private var outcomes: [String: ScenarioOutcome] = [:]
  private var seeds: [String: UInt64] = [:]
  /// Scenarios that are to be had first, be it by training or from what was kept.
  private var missing: Set<String>
  /// Figures that wait for scenarios, with what is to be drawn of each.
  private var waiting: [(figure: FigureSection, pictures: [FigurePicture], sketches: [Sketch])]
  /// Documents that wait for figures.
  private var unmade: [DocumentPlan]
  private var undrawn = 0
  private var unsketched = 0
  private var uncomposed = 0
  private var unanimated: Set<String> = []
  private let current: CachePlan.Lesson

  /// The build of `part` but for what is current; a lesson with errors is not begun.
  init(_ part: LessonPart, forms: ImageForms, current: CachePlan.Lesson) {
    self.part = part
    self.current = current
    findings = part.lesson.findings.isEmpty ? part.proseFindings : part.lesson.findings
    guard findings.isEmpty else {
      (missing, waiting, unmade) = ([], [], [])
      return
    }
    unmade = current.documents
    waiting = part.figures.compactMap { figure in
      let pictures = forms.pictures.filter { picture in
        !current.pictures.contains(
          CachePlan.Picture(
            figure: figure.id, language: picture.language, theme: picture.theme.name))
      }
      let sketches = current.sketches[figure.id] ?? []
      return pictures.isEmpty && sketches.isEmpty ? nil : (figure, pictures, sketches)
    }
    let drawn = Set(waiting.flatMap { $0.figure.scenarioNames })
    missing = Set(
      part.lesson.scenarios.map { $0.name }.filter { name in
        drawn.contains(name) || part.numbers.contains(name) && !current.scenarios.contains(name)
      })
  }

  /// The scenarios to have first, in file order.
  var scenarios: [Scenario] { part.lesson.scenarios.filter { missing.contains($0.name) } }

  /// Number of pictures to draw and of documents to make, before any was.
  var pictureCount: Int {
    waiting.reduce(unmade.count) { $0 + $1.pictures.count + ($1.sketches.isEmpty ? 0 : 1) }
  }

  /// Whether the numbers of a scenario are to be written.
  func writesNumbers(of scenario: String) -> Bool { !current.scenarios.contains(scenario) }

  /// Whether nothing is left to be made.
  var isFinished: Bool {
    missing.isEmpty && waiting.isEmpty && undrawn == 0 && unanimated.isEmpty && unsketched == 0
      && unmade.isEmpty && uncomposed == 0
  }

  /// The animations that are not current; they wait for nothing, since they run their scenarios anew.
  mutating func frameJobs(_ forms: ImageForms) -> [FrameJob] {
    guard forms.frames else { return [] }
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

  /// Takes in what a scenario gave; after it `figureJobs` may have more to give.
  mutating func take(_ outcome: Result<TrainedScenario, Finding>, of scenario: String) {
    missing.remove(scenario)
    switch outcome {
    case .success(let trained):
      outcomes[scenario] = trained.outcome
      seeds[scenario] = trained.seed
      if let files = trained.files { traceFiles[scenario] = files }
    case .failure(let finding): findings.append(finding)
    }
  }

  /// The figures whose scenarios are all there, each in every language and theme.
  ///
  /// What no other figure waits for is let go of.
  mutating func figureJobs(_ store: DrawingStore, courseTheme: Theme)
    -> (pictures: [FigureJob], sketches: [SketchJob])
  {
    guard findings.isEmpty else { return ([], []) }
    let titles = part.lesson.scenarios.reduce(into: [:]) { $0[$1.name] = $1.title }
    let ready = waiting.filter { $0.figure.scenarioNames.allSatisfy { !missing.contains($0) } }
    waiting.removeAll { $0.figure.scenarioNames.allSatisfy { !missing.contains($0) } }
    var jobs: [FigureJob] = []
    var sketchJobs: [SketchJob] = []
    for (figure, pictures, sketches) in ready {
      let names = Set(figure.scenarioNames)
      let memory = FigureMemory()
      let needed = outcomes.filter { names.contains($0.key) }
      jobs += pictures.map {
        FigureJob(
          lesson: part.lesson.id, figure: figure, language: $0.language, theme: $0.theme,
          outcomes: needed, titles: titles, memory: memory)
      }
      guard !sketches.isEmpty else { continue }
      sketchJobs.append(
        SketchJob(
          figure: figure, sketches: sketches, courseTheme: courseTheme, outcomes: needed,
          titles: titles, store: store, memory: memory))
    }
    let wanted = Set(waiting.flatMap { $0.figure.scenarioNames })
    outcomes = outcomes.filter { wanted.contains($0.key) }
    undrawn += jobs.count
    unsketched += sketchJobs.count
    return (jobs, sketchJobs)
  }

  /// The documents to be made, once their figures are drawn.
  mutating func documentJobs(_ store: DrawingStore) -> [DocumentJob] {
    guard findings.isEmpty, waiting.isEmpty, unsketched == 0 else { return [] }
    defer {
      uncomposed += unmade.count
      unmade = []
    }
    return unmade.map { DocumentJob(plan: $0, store: store) }
  }

  /// Takes in that a figure was drawn for documents.
  mutating func take(_ outcome: Result<Void, Finding>, ofSketch figure: String) {
    unsketched -= 1
    if case .failure(let finding) = outcome, !findings.contains(finding) {
      findings.append(finding)
    }
  }

  /// Takes in a document.
  mutating func take(_ file: Result<BuiltFile, Finding>, of document: DocumentPlan) {
    uncomposed -= 1
    switch file {
    case .success(let file): documents.append((document, file))
    case .failure(let finding): findings.append(finding)
    }
  }

  /// Takes in a drawn figure.
  mutating func take(_ files: Result<[BuiltFile], Finding>, ofFigure figure: String) {
    undrawn -= 1
    switch files {
    case .success(let files): figureFiles[figure, default: []] += files
    case .failure(let finding):
      // The same thing is wrong with it in every language and theme.
      if !findings.contains(finding) { findings.append(finding) }
    }
  }

  /// Everything to be written.
  var files: [BuiltFile] {
    (Array(figureFiles.values) + traceFiles.values + animations.values.map { $0.files }).flatMap {
      $0
    } + documents.map { $0.file }
  }

  /// Lets go of the files' bytes once they are written.
  mutating func forgetFiles() {
    figureFiles = [:]
    traceFiles = [:]
    documents = []
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
    for (plan, file) in documents { manifest.add(plan, file.entry) }
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
