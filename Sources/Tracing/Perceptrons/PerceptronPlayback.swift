/// A perceptron's training that is looked at from moment to moment, as if it had stopped there.
///
/// Its run is short, as it ends where its future is proven, and is there before it is watched.
struct PerceptronPlayback {
  private let whole: Trace
  private var current = 0
  private let unit: TraceSchedule.Unit

  /// The last moment at which anything can change: presentations, or the epochs of these.
  let last: Int

  /// Runs a training.
  init(of training: PerceptronTraining, _ request: PlaybackRequest) throws(TrainingError) {
    unit = request.unit
    let run = request.run
    whole = try training.trace(
      RunRequest(
        header: run.header, files: run.files, schedule: run.schedule.union(.every(1)),
        report: run.report))
    last = whole.lastMoment(counting: unit)
  }

  /// What the training has come to at a moment, which must not lie behind; beyond the last, the end counts.
  mutating func trace(at moment: Int) -> Trace {
    precondition(moment >= current, "moment \(moment) lies before \(current)")
    let moment = min(moment, last)
    current = moment
    return unit == .epochs
      ? whole.stopped(atEpoch: min(moment, whole.epochCount))
      : whole.stopped(afterPresentation: moment)
  }
}
