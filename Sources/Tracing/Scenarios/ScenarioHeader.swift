public import Lessons

/// What every scenario has, whatever its kind.
struct ScenarioHeader: Sendable {
  /// Name of the scenario in its lesson.
  let name: String
  /// What figures call it, in each language; nil for its name.
  let title: LocalizedText?
  /// What it may take.
  let limits: CostLimits
  /// Which numbers a build writes beside the pages.
  var numbers = WrittenNumbers.shown
  /// Where its parts stand in the lesson.
  var places: ScenarioPlaces

  /// Refuses what would take more than the limits allow.
  func check(_ cost: CostEstimate, at part: ScenarioPlaces.Part) throws(TrainingError) {
    guard let objection = limits.objection(to: cost) else { return }
    throw .tooLarge(cost, places.error(objection.message, at: part, help: objection.help))
  }

  /// The error of a run whose task was cancelled.
  var cancelled: TrainingError {
    .cancelled(places.error("scenario '\(name)' was cancelled", at: .model))
  }
}

/// What a scenario is run with.
struct RunRequest: Sendable {
  let header: ScenarioHeader
  /// Where files are read from.
  let files: CSVSource
  /// What is kept of a training besides its own schedule.
  var schedule: TraceSchedule
  /// Is told how much is done; nil for nobody.
  let report: ProgressReport?
  /// The rows, if they were read before.
  var dataset: Dataset?

  /// A count of the work of a run that costs so much.
  func progress(of cost: CostEstimate) -> RunProgress {
    RunProgress(total: cost.multiplyAdds, report: report)
  }
}
