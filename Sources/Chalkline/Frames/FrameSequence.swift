import Figures
import Lessons
import Tracing

/// The frames of one figure before they are drawn: at which moments, and from what.
struct FrameSequence {
  /// What a frame is drawn from.
  struct Source {
    /// Counted from 0.
    let number: Int
    let moment: Int
    let outcomes: [String: ScenarioOutcome]
    /// The figure in the state of the frame.
    let figure: FigureSection
  }

  let lesson: LessonSource
  let figure: FigureSection
  let axis: FrameAxis
  let moments: [Int]
  private let scenarios: [Scenario]
  /// What was run before the first frame, where frames go along nothing that runs.
  private let whole: [String: ScenarioOutcome]

  /// - Parameters:
  ///   - figure: A figure of the lesson.
  ///   - lesson: The lesson.
  ///   - choice: Which frames.
  ///   - context: In which the figure counts its own steps.
  /// - Throws: `FrameError` if the figure has no such frames, `Finding` if a scenario cannot be run.
  init(
    of figure: FigureSection, in lesson: LessonSource, _ choice: FrameChoice,
    context: FigureContext
  ) throws {
    self.lesson = lesson
    axis = try lesson.frameAxis(of: figure, choice)
    scenarios = try figure.scenarioNames.map { try lesson.scenario($0) }
    let last: Int
    switch axis {
    case .stages, .scenarios:
      self.figure = figure
      whole = try Self.outcomes(of: figure, scenarios, in: lesson)
      last = try Self.last(of: figure, axis, Outcomes(whole), lesson, context)
    case .epochs, .updates, .presentations, .steps:
      do {
        self.figure = try figure.following()
      } catch {
        throw Finding(error)
      }
      whole = [:]
      let axis = axis
      last = try scenarios.map { try lesson.lastMoment(of: $0, along: axis) }.max() ?? 0
    }
    try choice.checkFrameCount(upTo: last)
    moments = choice.moments(upTo: last, spacing: axis.spacing)
  }

  private static func outcomes(
    of figure: FigureSection, _ scenarios: [Scenario], in lesson: LessonSource
  ) throws -> [String: ScenarioOutcome] {
    var outcomes: [String: ScenarioOutcome] = [:]
    for scenario in scenarios {
      let schedule = figure.figure.requests.filter { $0.name.text == scenario.name }
        .reduce(TraceSchedule.ends) { $0.union($1.schedule) }
      outcomes[scenario.name] = try lesson.outcome(of: scenario, keeping: schedule)
    }
    return outcomes
  }

  private static func last(
    of figure: FigureSection, _ axis: FrameAxis, _ outcomes: Outcomes, _ lesson: LessonSource,
    _ context: FigureContext
  ) throws(Finding) -> Int {
    if axis == .scenarios { return figure.figure.requests.count - 1 }
    do throws(FigureError) {
      return try figure.figure.lastStep(of: outcomes, in: context)
    } catch {
      throw lesson.finding(
        .error, error.message, at: error.location ?? figure.location, help: error.help)
    }
  }

  private static func playback(
    of scenario: Scenario, for figure: FigureSection, in lesson: LessonSource,
    along axis: FrameAxis, at schedule: TraceSchedule
  ) throws -> ScenarioPlayback {
    try lesson.running { files throws(TrainingError) in
      try ScenarioPlayback(
        of: scenario, files: files, at: schedule, counting: axis.unit,
        keepsPath: figure.figure.needsPath)
    }
  }

  /// Goes through the frames, or some of them, while trainings run.
  func eachFrame(_ numbers: [Int]? = nil, _ body: (Source) throws -> Void) throws {
    var playbacks: [(name: String, playback: ScenarioPlayback)] = []
    if whole.isEmpty {
      for scenario in scenarios {
        playbacks.append(
          (
            scenario.name,
            try Self.playback(
              of: scenario, for: figure, in: lesson, along: axis, at: schedule(of: scenario))
          ))
      }
    }
    for number in numbers ?? Array(moments.indices) {
      let moment = moments[number]
      var outcomes = whole
      for index in playbacks.indices {
        outcomes[playbacks[index].name] = playbacks[index].playback.outcome(at: moment)
      }
      let figure =
        switch axis {
        case .stages: figure.at(step: moment)
        case .scenarios: figure.showingOnly(scenario: moment)
        case .epochs, .updates, .presentations, .steps: figure
        }
      try body(Source(number: number, moment: moment, outcomes: outcomes, figure: figure))
    }
  }

  /// The frames' epochs, and what a path needs between them.
  private func schedule(of scenario: Scenario) -> TraceSchedule {
    let frames: TraceSchedule = axis == .epochs ? .epochs(moments) : .ends
    guard figure.figure.needsPath else { return frames }
    return figure.figure.requests.filter { $0.name.text == scenario.name }
      .reduce(frames) { $0.union($1.schedule) }
  }

  /// The name of a scenario by number.
  func scenarioName(_ index: Int) -> String { scenarios[index].name }
}
