import Figures
import Lessons
import Plotting
import Tracing

/// What of a course need not be made again, and why the rest must be.
struct CachePlan: Sendable {
  /// One picture: a figure in a language and a theme.
  struct Picture: Hashable, Sendable {
    let figure: String
    let language: String
    let theme: String
  }

  /// What of one lesson is current.
  struct Lesson: Sendable {
    var pictures: Set<Picture> = []
    var scenarios: Set<String> = []
    /// For figures with an animation, the languages in which it is current.
    var animations: [String: Set<String>] = [:]
    /// The documents to be made.
    var documents: [DocumentPlan] = []
    /// Paths of all documents that the lesson has in the languages of the build.
    var documentPaths: [String] = []
    /// By figure, what documents show of it and nobody has drawn yet.
    var sketches: [String: [Sketch]] = [:]
    /// Number of files that this saves.
    var fileCount = 0
  }

  private(set) var lessons: [String: Lesson] = [:]
  /// Why each figure is drawn, a line each: `xor#boundary: scenario 'hidden' changed`.
  private(set) var reasons: [String] = []
  /// Why each animation is made, by figure, such as `xor#boundary`.
  private(set) var animationReasons: [(figure: String, why: String)] = []
  /// Why each document is made, by path.
  private(set) var documentReasons: [(path: String, why: String)] = []
  /// Why each scenario's numbers are written, a line each.
  private(set) var scenarioReasons: [String] = []
  let inputs: [String: LessonInputs]
  private let program: ProgramInputs

  /// Compares the inputs of `parts` with those of the files that are there.
  init(
    _ parts: [LessonPart], of course: Course, forms: ImageForms, cache: inout BuildCache,
    manifest: Manifest, output: OutputFolder, program: ProgramInputs, drawings: DrawingStore
  ) {
    self.program = program
    var inputs: [String: LessonInputs] = [:]
    for part in parts {
      inputs[part.lesson.id] = LessonInputs(of: part.lesson, forms: forms, program: program)
    }
    self.inputs = inputs
    for part in parts where part.lesson.findings.isEmpty {
      var lesson = Lesson()
      compareFigures(of: part, forms, &cache, manifest, output, &lesson)
      compareAnimations(of: part, forms, &cache, manifest, output, &lesson)
      compareNumbers(of: part, &cache, manifest, output, &lesson)
      if forms.makesDocuments {
        compareDocuments(of: part, forms, course, &cache, output, drawings, &lesson)
      }
      lessons[part.lesson.id] = lesson
    }
  }

  private mutating func compareFigures(
    of part: LessonPart, _ forms: ImageForms, _ cache: inout BuildCache, _ manifest: Manifest,
    _ output: OutputFolder, _ lesson: inout Lesson
  ) {
    let id = part.lesson.id
    guard let own = inputs[id] else { return }
    for figure in part.figures {
      // A file that is not listed, because the manifest was lost, is on no page.
      let listed = Set((manifest.figures["\(id)#\(figure.id)"]?.files ?? []).map { $0.path })
      var found: [String] = []
      for language in forms.languages {
        for theme in forms.themes {
          let wanted = own.ofFigure(figure, language: language, theme: theme)
          let paths = forms.paths(of: figure.id, in: id, language: language, theme: theme)
          let stale = paths.first {
            !listed.contains($0) || !cache.isCurrent($0, wanted, in: output)
          }
          if let stale {
            for reason in cache.reasons(stale, wanted, in: output) where !found.contains(reason) {
              found.append(reason)
            }
          } else {
            lesson.fileCount += paths.count
            lesson.pictures.insert(
              Picture(figure: figure.id, language: language, theme: theme.name))
          }
        }
      }
      if !found.isEmpty { reasons.append("\(id)#\(figure.id): \(found.joined(separator: ", "))") }
    }
  }

  private mutating func compareAnimations(
    of part: LessonPart, _ forms: ImageForms, _ cache: inout BuildCache, _ manifest: Manifest,
    _ output: OutputFolder, _ lesson: inout Lesson
  ) {
    let id = part.lesson.id
    guard let own = inputs[id] else { return }
    for figure in part.figures where figure.frames != nil {
      var found: [String] = []
      for language in forms.languages {
        let wanted = own.ofAnimation(figure, language: language)
        let files = manifest.animations["\(id)#\(figure.id)"]?.files(in: language) ?? []
        let stale = files.first { !cache.isCurrent($0.path, wanted, in: output) }
        if !files.isEmpty, stale == nil {
          lesson.fileCount += files.count
          lesson.animations[figure.id, default: []].insert(language)
        } else {
          let why = stale.map { cache.reasons($0.path, wanted, in: output) } ?? ["it is new"]
          for reason in why where !found.contains(reason) { found.append(reason) }
        }
      }
      if !found.isEmpty {
        animationReasons.append(("\(id)#\(figure.id)", found.joined(separator: ", ")))
      }
    }
  }

  private mutating func compareNumbers(
    of part: LessonPart, _ cache: inout BuildCache, _ manifest: Manifest, _ output: OutputFolder,
    _ lesson: inout Lesson
  ) {
    let id = part.lesson.id
    guard let own = inputs[id] else { return }
    for scenario in part.lesson.scenarios.map({ $0.name }) {
      let wanted = own.ofScenario(scenario)
      let files = manifest.traces["\(id)#\(scenario)"]?.files ?? []
      let stale = files.first { !cache.isCurrent($0.path, wanted, in: output) }
      if !files.isEmpty, stale == nil {
        if part.numbers.contains(scenario) { lesson.fileCount += files.count }
        lesson.scenarios.insert(scenario)
      } else if part.numbers.contains(scenario) {
        let why = stale.map { cache.reasons($0.path, wanted, in: output) } ?? ["it is new"]
        scenarioReasons.append("\(id) \(scenario): \(why.joined(separator: ", "))")
      }
    }
  }

  private mutating func compareDocuments(
    of part: LessonPart, _ forms: ImageForms, _ course: Course, _ cache: inout BuildCache,
    _ output: OutputFolder, _ drawings: DrawingStore, _ lesson: inout Lesson
  ) {
    guard let own = inputs[part.lesson.id] else { return }
    var wanted: [Sketch] = []
    for language in forms.languages where part.isWhole {
      let documents = LessonDocuments(of: part, in: language, of: course, own)
      for plan in documents.plans {
        lesson.documentPaths.append(plan.path)
        let inputs = plan.inputs(program)
        if cache.isCurrent(plan.path, inputs, in: output) {
          lesson.fileCount += 1
        } else {
          let reasons = cache.reasons(plan.path, inputs, in: output)
          documentReasons.append((plan.path, reasons.joined(separator: ", ")))
          lesson.documents.append(plan)
          wanted += plan.sketches
        }
      }
    }
    if part.isShare {
      // The documents are left to the build that puts the parts together, but not their figures.
      let theme = Theme.named(course.theme) ?? .paper
      for figure in part.figures {
        wanted += forms.languages.flatMap { Sketch.all(of: figure, in: $0, own, course: theme) }
      }
    }
    for sketch in wanted where !drawings.has(sketch.key) {
      if lesson.sketches[sketch.figure]?.contains(sketch) != true {
        lesson.sketches[sketch.figure, default: []].append(sketch)
      }
    }
  }

  /// Notes what the files of a lesson that was just written were made from.
  func enter(
    _ lesson: LessonBuild, _ forms: ImageForms, in cache: inout BuildCache, _ output: OutputFolder
  ) {
    guard let inputs = inputs[lesson.part.lesson.id] else { return }
    for figure in lesson.part.figures {
      for file in lesson.figureFiles[figure.id] ?? [] {
        guard let language = file.entry.lang,
          let theme = forms.themes.first(where: { $0.name == file.entry.theme })
        else { continue }
        let own = inputs.ofFigure(figure, language: language, theme: theme)
        cache.enter(file.entry.path, own, sha256: file.entry.sha256, in: output)
      }
    }
    for figure in lesson.part.figures {
      for file in lesson.animations[figure.id]?.files ?? [] {
        let own = inputs.ofAnimation(figure, language: file.entry.frameLanguage)
        cache.enter(file.entry.path, own, sha256: file.entry.sha256, in: output)
      }
    }
    for document in lesson.documents {
      cache.enter(
        document.plan.path, document.plan.inputs(program), sha256: document.file.entry.sha256,
        in: output)
    }
    for (scenario, files) in lesson.traceFiles {
      let own = inputs.ofScenario(scenario)
      for file in files {
        cache.enter(file.entry.path, own, sha256: file.entry.sha256, in: output)
      }
    }
  }

  /// The names under which drawings of the documents of a lesson are kept, in all languages of the course.
  func sketchKeys(of lesson: LessonSource, in course: Course) -> [String] {
    guard let inputs = inputs[lesson.id] else { return [] }
    let theme = Theme.named(course.theme) ?? .paper
    return lesson.figures.flatMap { figure in
      course.languages.flatMap { Sketch.all(of: figure, in: $0, inputs, course: theme) }
    }.map { $0.key }
  }

  /// The names under which the outcomes of a lesson's scenarios are kept.
  func traceKeys(of lesson: LessonSource) -> [String] {
    guard let inputs = inputs[lesson.id] else { return [] }
    return lesson.scenarios.map { inputs.traceKey(of: $0.name) }
  }
}
