import Figures
import Lessons
import Rendering
import Tracing

/// Digests of everything that goes into a figure or into the numbers of a scenario.
///
/// Two builds with equal inputs write the same bytes, so that the second need not be made.
struct BuildInputs: Codable, Equatable, Sendable {
  /// The section of the figure; nil for numbers.
  var figure: String?
  /// The sections of the scenarios, and the moments that are kept of each.
  var scenarios: String
  /// The data files beside the lesson.
  var data: String
  /// What all images of a build have in common: the resolution.
  var forms: String
  /// This program and the fonts.
  var program: String

  /// What differs between these inputs and older ones, in words; empty if nothing does.
  func changes(since old: BuildInputs) -> [String] {
    [
      (figure != old.figure, "the figure's section"), (scenarios != old.scenarios, "a scenario"),
      (data != old.data, "a data file"), (forms != old.forms, "the resolution"),
      (program != old.program, "the program or a font"),
    ].compactMap { $0.0 ? $0.1 : nil }
  }
}

/// The inputs of every figure and scenario of one lesson.
struct LessonInputs: Sendable {
  private let figures: [String: BuildInputs]
  private let scenarios: [String: BuildInputs]
  private let animations: [String: BuildInputs]

  init(of lesson: LessonSource, forms: ImageForms, program: String) {
    let data = lesson.dataDigest
    let resolution = "\(forms.dotsPerInch) dpi"
    let schedules = lesson.schedules
    func text(of scenario: String) -> String {
      let moments = schedules[scenario].map { "\($0.rules)" } ?? ""
      return lesson.scenarioText(scenario) + moments
    }
    func digest(_ text: String) -> String { SHA256(of: Array(text.utf8)).description }
    var (figures, animations): ([String: BuildInputs], [String: BuildInputs]) = ([:], [:])
    for figure in lesson.figures {
      figures[figure.id] = BuildInputs(
        figure: digest(figure.canonicalText),
        scenarios: digest(figure.scenarioNames.map(text).joined(separator: "\n")), data: data,
        forms: resolution, program: program)
      // Frames run scenarios anew and keep moments of their own.
      animations[figure.id] = BuildInputs(
        figure: digest(figure.framesText),
        scenarios: digest(
          figure.scenarioNames.map(lesson.scenarioText).joined(separator: "\n")), data: data,
        forms: "", program: program)
    }
    var scenarios: [String: BuildInputs] = [:]
    for scenario in lesson.scenarios {
      scenarios[scenario.name] = BuildInputs(
        figure: nil, scenarios: digest(text(of: scenario.name)), data: data, forms: "",
        program: program)
    }
    self.figures = figures
    self.scenarios = scenarios
    self.animations = animations
  }

  /// The inputs of a figure, in any language and theme.
  func ofFigure(_ id: String) -> BuildInputs? { figures[id] }

  /// The inputs of a figure's animation, in any language.
  func ofAnimation(_ id: String) -> BuildInputs? { animations[id] }

  /// The inputs of a scenario's numbers.
  func ofScenario(_ name: String) -> BuildInputs? { scenarios[name] }
}

extension BuildInputs {
  /// What stands for this program and its fonts: version, size and time of every file.
  static func program(at path: String) throws(RenderError) -> String {
    let stamps = ([path] + (try CairoRenderer.fontFiles())).map { file in
      let stamp = FileStamp(of: Disk.realPath(file) ?? file)
      return "\(file) \(stamp?.bytes ?? 0) \(stamp?.written ?? 0)"
    }
    let text = ([ChalklineVersion.software] + stamps).joined(separator: "\n")
    return SHA256(of: Array(text.utf8)).description
  }
}
