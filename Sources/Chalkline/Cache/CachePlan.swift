import Figures
import Plotting
import Tracing

/// What of a course need not be made again.
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
  /// Why each thing is made, a line each: `xor#boundary: a scenario changed`.
  private(set) var reasons: [String] = []
  private let inputs: [String: LessonInputs]

  /// Compares the inputs of `parts` with those of the files that are there.
  init(
    _ parts: [LessonPart], forms: ImageForms, cache: BuildCache, manifest: Manifest,
    output: OutputFolder, program: String
  ) {
    var inputs: [String: LessonInputs] = [:]
    for part in parts {
      let id = part.lesson.id
      let own = LessonInputs(of: part.lesson, forms: forms, program: program)
      inputs[id] = own
      var lesson = Lesson()
      for figure in part.figures {
        guard let wanted = own.ofFigure(figure.id) else { continue }
        var reason: String?
        for language in forms.languages {
          for theme in forms.themes {
            let paths = forms.paths(of: figure.id, in: id, language: language, theme: theme)
            let stale = paths.first { !cache.isCurrent($0, wanted, in: output) }
            if let stale {
              reason = reason ?? cache.reason(stale, wanted, in: output)
            } else {
              lesson.fileCount += paths.count
              lesson.pictures.insert(
                Picture(figure: figure.id, language: language, theme: theme.name))
            }
          }
        }
        if let reason { reasons.append("\(id)#\(figure.id): \(reason)") }
      }
      for figure in part.figures where figure.frames != nil {
        guard let wanted = own.ofAnimation(figure.id) else { continue }
        var reason: String?
        for language in forms.languages {
          let files = manifest.animations["\(id)#\(figure.id)"]?.files(in: language) ?? []
          let stale = files.first { !cache.isCurrent($0.path, wanted, in: output) }
          if stale == nil, !files.isEmpty {
            lesson.fileCount += files.count
            lesson.animations[figure.id, default: []].insert(language)
          } else {
            let found = stale.map { cache.reason($0.path, wanted, in: output) } ?? "it is new"
            reason = reason ?? found
          }
        }
        if let reason { reasons.append("\(id)#\(figure.id) animation: \(reason)") }
      }
      for scenario in part.lesson.scenarios.map({ $0.name }) {
        guard let wanted = own.ofScenario(scenario),
          let files = manifest.traces["\(id)#\(scenario)"]?.files, !files.isEmpty,
          files.allSatisfy({ cache.isCurrent($0.path, wanted, in: output) })
        else { continue }
        lesson.fileCount += files.count
        lesson.scenarios.insert(scenario)
      }
      lessons[id] = lesson
    }
    self.inputs = inputs
  }

  /// Notes what the files of a lesson that was just written were made from.
  func enter(_ lesson: LessonBuild, in cache: inout BuildCache, _ output: OutputFolder) {
    guard let inputs = inputs[lesson.part.lesson.id] else { return }
    for (figure, files) in lesson.figureFiles {
      guard let own = inputs.ofFigure(figure) else { continue }
      for file in files { cache.enter(file.entry.path, own, in: output) }
    }
    for (figure, animation) in lesson.animations {
      guard let own = inputs.ofAnimation(figure) else { continue }
      for file in animation.files { cache.enter(file.entry.path, own, in: output) }
    }
    for (scenario, files) in lesson.traceFiles {
      guard let own = inputs.ofScenario(scenario) else { continue }
      for file in files { cache.enter(file.entry.path, own, in: output) }
    }
  }
}
