import Building
import Wording

/// What a build would do, told without doing it.
public struct DryRun: Sendable {
  /// What keeps lessons from being built, in course order.
  public let findings: [Finding]
  /// The lessons that need no look, since nothing of them has changed after an earlier build; sorted.
  public let restingLessons: [String]
  /// What would be done, in the order in which it is told.
  let tasks: [(task: BuildTask, reasons: [Reason])]

  init(_ forecast: GraphForecast<ProductName>, _ plan: CoursePlan) {
    findings = plan.findings
    restingLessons = plan.resting.keys.sorted()
    let outcomes = plan.outcomeManners(forecast.origins).map { scenario, manner in
      BuildTask.outcome(lesson: scenario.lesson ?? "", scenario: scenario.name, manner)
    }
    tasks =
      outcomes.map { ($0, []) } + BuildTasks(forecast.reasons, plan.source.course).all
  }

  /// What would be done, a line each: `draw xor#boundary: scenario 'hidden' changed`.
  public var lines: [String] {
    tasks.map { task, reasons in
      let why = reasons.map { $0.description }.joined(separator: ", ")
      return why.isEmpty ? task.description : "\(task.description): \(why)"
    }
  }

  /// One line: `1 scenario to train, 2 figures to draw; nothing was written`.
  public var summary: String {
    guard !tasks.isEmpty else { return "everything is current" }
    func count(_ isCounted: (BuildTask) -> Bool) -> Int { tasks.count { isCounted($0.task) } }
    let trained = count { if case .outcome(_, _, .train) = $0 { true } else { false } }
    let drawn = count { if case .figure = $0 { true } else { false } }
    let animated = count { if case .animation = $0 { true } else { false } }
    return "\(counted(trained, "scenario")) to train, \(counted(drawn, "figure")) to draw"
      + (animated > 0 ? ", \(counted(animated, "figure")) to animate" : "")
      + "; nothing was written"
  }
}
