import Building
import Files
import Figures
import Lessons
import Drawings
import Plotting
import Tracing

/// The inputs of every figure and scenario of one lesson.
struct LessonInputs: Sendable {
  private let lesson: LessonSource
  private let forms: ImageForms
  private let program: ProgramInputs
  /// What a scenario's training depends on, by its name.
  private let trainings: [String: [BuildInputs.Part]]
  /// The parts of a figure that are the same in every language and theme.
  private let figures: [String: [BuildInputs.Part]]
  /// The same of the animations that figures have; their scenarios are run with moments of their own.
  private let animations: [String: [BuildInputs.Part]]
  /// The digests of the data files of all scenarios, by path.
  let dataFiles: [String: Digest]

  init(of lesson: LessonSource, forms: ImageForms, program: ProgramInputs) {
    self.lesson = lesson
    self.forms = forms
    self.program = program
    let schedules = lesson.schedules
    let files = Set(lesson.scenarios.compactMap { $0.dataFile })
    let dataFiles = files.reduce(into: [:]) { $0[$1] = lesson.folder.digest(of: $1) }
    self.dataFiles = dataFiles
    var trainings: [String: [BuildInputs.Part]] = [:]
    for scenario in lesson.scenarios {
      var inputs = BuildInputs()
      let moments = schedules[scenario.name].map { "\($0.rules)" } ?? ""
      inputs.add(
        "scenario '\(scenario.name)'", lesson.scenarioText(scenario.name) + "\n" + moments)
      if let file = scenario.dataFile, let digest = dataFiles[file] {
        inputs.add("data file '\(file)'", digest: digest)
      }
      trainings[scenario.name] = inputs.parts
    }
    self.trainings = trainings
    figures = lesson.figures.reduce(into: [:]) { figures, figure in
      var inputs = BuildInputs()
      inputs.add("the figure's section", figure.optionsText)
      let parts = figure.scenarioNames.flatMap { trainings[$0] ?? [] }
      for part in parts where !inputs.parts.contains(part) {
        inputs.add(part.name, digest: part.digest)
      }
      figures[figure.id] = inputs.parts
    }
    animations = lesson.figures.filter { $0.frames != nil }.reduce(into: [:]) { all, figure in
      var inputs = BuildInputs()
      inputs.add("the figure's section", figure.framesText)
      for name in figure.scenarioNames {
        inputs.add("scenario '\(name)'", lesson.scenarioText(name))
        let scenario = lesson.scenarios.first { $0.name == name }
        guard let file = scenario?.dataFile, let digest = dataFiles[file] else { continue }
        inputs.add("data file '\(file)'", digest: digest)
      }
      all[figure.id] = inputs.parts
    }
  }

  /// The inputs of a figure in a language and a theme.
  func ofFigure(_ figure: FigureSection, language: String, theme: Theme) -> BuildInputs {
    var inputs = BuildInputs(figures[figure.id] ?? [])
    addWords(of: figure, in: language, to: &inputs)
    inputs.add("the resolution or the theme", "\(forms.dotsPerInch) dpi, \(theme.name)")
    addProgram(to: &inputs)
    return inputs
  }

  /// The inputs of a figure's animation in a language.
  func ofAnimation(_ figure: FigureSection, language: String) -> BuildInputs {
    var inputs = BuildInputs(animations[figure.id] ?? [])
    addWords(of: figure, in: language, to: &inputs)
    addProgram(to: &inputs)
    return inputs
  }

  private func addWords(
    of figure: FigureSection, in language: String, to inputs: inout BuildInputs
  ) {
    inputs.add("the figure's words in \(language)", figure.words(in: language))
    let titles = figure.scenarioNames.map { name in
      lesson.scenarios.first { $0.name == name }?.title?[language] ?? ""
    }
    inputs.add("a scenario's title", titles.joined(separator: "\n"))
    let own = lesson.words.ownText(of: language)
    if !own.isEmpty { inputs.add("the course's words in \(language)", own) }
  }

  private func addProgram(to inputs: inout BuildInputs) {
    inputs.add("the program", digest: program.program)
    inputs.add("a font or a library", digest: program.fonts)
  }

  /// The inputs of a figure's drawing for documents, which set its title themselves.
  func ofDocumentDrawing(
    _ figure: FigureSection, form: DocumentDrawings.Form, language: String, theme: Theme
  ) -> BuildInputs {
    var inputs = BuildInputs(figures[figure.id] ?? [])
    let titles = figure.scenarioNames.map { name in
      lesson.scenarios.first { $0.name == name }?.title?[language] ?? ""
    }
    inputs.add(
      "the figure's words in \(language)",
      ([language, figure.subtitle[language] ?? ""] + titles).joined(separator: "\n"))
    inputs.add("the form or the theme", "\(form.rawValue), \(theme.name)")
    addProgram(to: &inputs)
    return inputs
  }

  /// The inputs of what a scenario gives.
  func ofScenario(_ name: String) -> BuildInputs {
    var inputs = BuildInputs(trainings[name] ?? [])
    inputs.add("the program", digest: program.program)
    return inputs
  }

  /// The inputs of a scenario's numbers.
  func ofNumbers(_ scenario: Scenario) -> BuildInputs {
    var inputs = ofScenario(scenario.name)
    inputs.add("the choice of numbers", scenario.numbers.rawValue)
    return inputs
  }
}

extension FigureSection {
  /// All words of a language that get into an image: the caption only where it stands for a title.
  fileprivate func words(in language: String) -> String {
    [title[language] ?? "", subtitle[language] ?? "", heading(in: language), alt[language] ?? ""]
      .joined(separator: "\n")
  }

  /// What the file of the figure calls itself.
  func heading(in language: String) -> String {
    [title[language], caption[language]].compactMap { $0 }.first { !$0.isEmpty } ?? id
  }
}

extension Scenario {
  /// The data file that it reads, as a path in the lesson's folder; nil if there is none.
  var dataFile: String? {
    if case .file(let spec)? = spec.data?.source { spec.path.text } else { nil }
  }
}

extension LessonFolder {
  /// The digest of a file's content; that of nothing if there is none that can be read.
  func digest(of name: String) -> Digest { Digest(of: (try? bytes(of: name)) ?? []) }
}
