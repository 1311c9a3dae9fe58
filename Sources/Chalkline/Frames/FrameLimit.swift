import Figures
import Tracing
import Wording

extension FrameChoice {
  /// Refuses more frames than are allowed: they would take hours and fill the disk.
  ///
  /// - Parameter last: The last moment that there is.
  /// - Throws: `FrameError` with how many there would be, and how to have fewer or to allow them.
  func checkFrameCount(upTo last: Int) throws(FrameError) {
    let frameCount = mostFrames(upTo: last)
    guard frameCount > limit else { return }
    let step = (min(last, until ?? last) + limit - 2) / (limit - 1)
    throw FrameError(
      "there would be \(counted(frameCount, "frame")) in every language; the limit is \(limit)",
      help: "for example frames: {every: \(step)}, or allow them with "
        + "frames: {every: \(every ?? 1), limit: \(frameCount)}")
  }
}

extension LessonSource {
  /// The last moment of a scenario along an axis of its own, found without running it.
  ///
  /// - Throws: As `outcome(of:keeping:)`.
  func lastMoment(of scenario: Scenario, along axis: FrameAxis) throws -> Int {
    if case .descent(let descent) = scenario.spec { return descent.steps }
    return try running { files throws(TrainingError) in
      try ScenarioPlayback(of: scenario, files: files, at: .ends, counting: axis.unit).last
    }
  }

  /// Checks that the animation that a figure asks for has not too many frames.
  ///
  /// - Throws: `FrameError` if it has; what else is wrong with its scenarios is theirs to tell.
  func checkFrameCount(of figure: FigureSection) throws(FrameError) {
    guard let choice = figure.frames, let axis = try? frameAxis(of: figure, choice) else { return }
    switch axis {
    case .stages, .scenarios: return
    case .epochs, .updates, .presentations, .steps: break
    }
    let shown = scenarios.filter { figure.scenarioNames.contains($0.name) }
    let last = shown.compactMap { try? lastMoment(of: $0, along: axis) }.max()
    if let last { try choice.checkFrameCount(upTo: last) }
  }
}
