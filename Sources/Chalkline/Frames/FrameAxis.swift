import Languages
import Figures
import Lessons
import Tracing

/// What the frames of an animation go along.
enum FrameAxis: String, Codable, Sendable {
  /// Epochs of trainings.
  case epochs
  /// Updates of trainings.
  case updates
  /// Rows shown to perceptrons.
  case presentations
  /// Updates of descents.
  case steps
  /// Steps of the figure's own, such as the numbers of a circuit.
  case stages
  /// Scenarios of the figure.
  case scenarios

  /// How frames are spread where nobody says it: of a training, most happens at the start.
  var spacing: FrameChoice.Spacing { self == .epochs ? .log : .linear }

  /// What of a training is counted.
  var unit: TraceSchedule.Unit { self == .epochs ? .epochs : .updates }

  /// The name of a moment in a figure; nil where the figure says it itself.
  func name(of moment: Int, _ words: Words) -> String? {
    switch self {
    case .epochs: words(.epoch, String(moment))
    case .updates, .steps: words(.update, String(moment))
    case .presentations: words(.presentationNumber, String(moment))
    case .stages, .scenarios: nil
    }
  }
}

/// Why a figure has no frames, or not those that were asked for.
struct FrameError: Error {
  let message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// The error at the key `frames:` of a figure.
  func finding(at figure: FigureSection, in lesson: LessonSource) -> Finding {
    lesson.finding(.error, message, at: figure.framesLocation, help: help)
  }
}

extension LessonSource {
  /// What the frames of a figure go along.
  ///
  /// - Throws: `FrameError` if the figure has none, with the figures of the lesson that have.
  func frameAxis(of figure: FigureSection, _ choice: FrameChoice) throws(FrameError) -> FrameAxis {
    do throws(FrameError) {
      return try movement(of: figure, choice)
    } catch {
      guard error.help == nil else { throw error }
      let others = figures.filter { other in
        other.id != figure.id && (try? movement(of: other, FrameChoice())) != nil
      }
      let names = others.map { $0.id }.joined(separator: ", ")
      throw FrameError(
        error.message,
        help: names.isEmpty
          ? "no figure of '\(id)' can move" : "figures of '\(id)' that can move: \(names)")
    }
  }

  private func movement(
    of figure: FigureSection, _ choice: FrameChoice
  ) throws(FrameError) -> FrameAxis {
    if choice.over == .scenarios { return try series(figure) }
    if figure.figure.hasOwnSteps {
      guard choice.over == nil else {
        throw FrameError(
          "'\(figure.kind)' moves by steps of its own, not over \(choice.over?.rawValue ?? "")",
          help: "leave 'over' out")
      }
      return .stages
    }
    let names = figure.scenarioNames
    let shown = scenarios.filter { names.contains($0.name) }
    guard !figure.figure.isStill, !shown.isEmpty else {
      throw FrameError("'\(figure.id)', of kind '\(figure.kind)', is the same at every moment")
    }
    if shown.allSatisfy({ $0.isDescent }) {
      guard choice.over != .epochs else {
        throw FrameError("a descent has updates and no epochs", help: "leave 'over' out")
      }
      return .steps
    }
    if let other = shown.first(where: { !$0.isTraining }) {
      throw FrameError(
        "frames follow trainings, or descents; scenario '\(other.name)' of '\(figure.id)' is "
          + other.kind)
    }
    let arePerceptrons = shown.allSatisfy { $0.isPerceptron }
    switch choice.over {
    case .epochs: return .epochs
    case nil: return arePerceptrons ? .presentations : .epochs
    case .updates, .scenarios: return arePerceptrons ? .presentations : .updates
    }
  }

  private func series(_ figure: FigureSection) throws(FrameError) -> FrameAxis {
    guard type(of: figure.figure).showsScenariosInTurn else {
      let kinds = FigureCatalog.all.filter { $0.showsScenariosInTurn }.map { "'\($0.kind)'" }
      throw FrameError(
        "'\(figure.kind)' cannot show its scenarios one after another",
        help: "\(kinds.joined(separator: " and ")) can")
    }
    guard figure.figure.requests.count > 1 else {
      throw FrameError(
        "'\(figure.id)' has one scenario, which gives one frame",
        help: "name several in 'scenarios'")
    }
    return .scenarios
  }
}
