import Figures
import Lessons
import Synchronization
import Tracing

/// What the scenarios of a lesson are before their first update, each found once.
///
/// From it much can be told of figures before anything is trained: a plane of 64 inputs cannot be drawn, however long
/// the training.
final class LessonTrial: Sendable {
  private enum Start: Sendable {
    case found(ScenarioOutcome?)
    case refused(Finding)
  }

  private let lesson: LessonSource
  private let starts = Mutex<[String: Start]>([:])

  init(of lesson: LessonSource) { self.lesson = lesson }

  /// What a scenario is before its first update; nil for sweeps and descents, which are there only as a whole.
  ///
  /// - Throws: `Finding` if its data is wrong, or if it would take more than its limits allow.
  func start(of scenario: Scenario) throws -> ScenarioOutcome? {
    switch starts.withLock({ $0[scenario.name] }) {
    case .found(let outcome): return outcome
    case .refused(let finding): throw finding
    case nil: break
    }
    let schedule = lesson.schedules[scenario.name] ?? .ends
    do {
      let outcome = try lesson.running { files throws(TrainingError) in
        try scenario.start(files: files, also: schedule)
      }
      starts.withLock { $0[scenario.name] = .found(outcome) }
      return outcome
    } catch let finding as Finding {
      starts.withLock { $0[scenario.name] = .refused(finding) }
      throw finding
    }
  }

  /// Checks a figure and its animation against its scenarios.
  ///
  /// - Throws: `Finding` if a scenario does not suit it or it would have too many frames, or as `start`.
  func check(_ figure: FigureSection) throws {
    do throws(FrameError) {
      try lesson.checkFrameCount(of: figure)
    } catch {
      throw error.finding(at: figure, in: lesson)
    }
    let requests = figure.figure.requests
    var starts: [String: ScenarioOutcome] = [:]
    for request in requests where starts[request.name.text] == nil {
      guard let scenario = lesson.scenarios.first(where: { $0.name == request.name.text }) else {
        return
      }
      if let start = try start(of: scenario) { starts[scenario.name] = start }
    }
    // Of sweeps and descents nothing is known yet.
    guard requests.allSatisfy({ starts[$0.name.text] != nil }) else { return }
    do throws(FigureError) {
      try figure.figure.check(Outcomes(starts))
    } catch {
      throw lesson.finding(error, of: figure)
    }
  }

  /// What is wrong with scenarios, and with figures because of them.
  var findings: [Finding] {
    let refused = lesson.scenarios.compactMap { scenario -> Finding? in
      do {
        _ = try start(of: scenario)
        return nil
      } catch {
        return error as? Finding
      }
    }
    let figures = lesson.figures.compactMap { figure -> Finding? in
      do {
        try check(figure)
        return nil
      } catch {
        // That of a scenario is told once.
        return (error as? Finding).flatMap { refused.contains($0) ? nil : $0 }
      }
    }
    return refused + figures
  }
}

extension LessonSource {
  /// The finding of what does not fit in a figure.
  func finding(_ error: FigureError, of figure: FigureSection) -> Finding {
    finding(.error, error.message, at: error.location ?? figure.location, help: error.help)
  }

  /// Figures that draw something else than their scenarios give, epochs that these do not have, or too much.
  var requestFindings: [Finding] {
    figures.compactMap { figure in
      do throws(FigureError) {
        try figure.checkPanelCount()
        for request in figure.figure.requests {
          guard let scenario = scenarios.first(where: { $0.name == request.name.text }) else {
            continue
          }
          try request.check(scenario)
        }
        return nil
      } catch {
        return finding(error, of: figure)
      }
    }
  }
}
