import Figures
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
    /// Number of files that this saves.
    var fileCount = 0
  }

  private(set) var lessons: [String: Lesson] = [:]
  /// Why each figure is drawn, a line each: `xor#boundary: scenario 'hidden' changed`.
  private(set) var reasons: [String] = []
  /// Why each animation is made, by figure, such as `xor#boundary`.
  private(set) var animationReasons: [(figure: String, why: String)] = []
  /// Why each scenario's numbers are written, a line each.
  private(set) var scenarioReasons: [String] = []
  let inputs: [String: LessonInputs]

  /// Compares the inputs of `parts` with those of the files that are there.
  init(
    _ parts: [LessonPart], forms: ImageForms, cache: inout BuildCache, manifest: Manifest,
    output: OutputFolder, program: ProgramInputs
  ) {
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
    for (scenario, files) in lesson.traceFiles {
      let own = inputs.ofScenario(scenario)
      for file in files {
        cache.enter(file.entry.path, own, sha256: file.entry.sha256, in: output)
      }
    }
  }

  /// The names under which the outcomes of a lesson's scenarios are kept.
  func traceKeys(of lesson: LessonSource) -> [String] {
    guard let inputs = inputs[lesson.id] else { return [] }
    return lesson.scenarios.map { inputs.traceKey(of: $0.name) }
  }
}
