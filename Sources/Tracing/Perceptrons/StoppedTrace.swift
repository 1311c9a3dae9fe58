import Networks

extension Trace {
  /// The last moment of a perceptron's run at which anything can still change.
  func lastMoment(counting unit: TraceSchedule.Unit) -> Int {
    guard let perceptron else { return epochCount }
    return unit == .updates ? perceptron.steps.count : perceptron.mistakesPerEpoch.count
  }

  /// The trace of the same training, had it stopped after an epoch that was kept.
  func stopped(atEpoch epoch: Int) -> Trace {
    let end = step(atEpoch: epoch) ?? last
    return stopped(
      at: end, history: history(until: epoch),
      perceptron: perceptron.map { run in
        run.stopped(afterPresentation: run.steps.prefix { $0.epoch <= epoch }.count)
      })
  }

  /// The trace of the same perceptron, had it been shown only so many rows.
  func stopped(afterPresentation count: Int) -> Trace {
    guard let whole = perceptron else { return self }
    let run = whole.stopped(afterPresentation: count)
    // The epoch counts as finished with its last row.
    let running = count < whole.steps.count ? whole.steps[count].epoch : epochCount + 1
    let end = PerceptronTracer.step(
      of: run.final, on: dataset, PerceptronTracer.source(of: dataset),
      epoch: count == 0 ? 0 : run.steps[count - 1].epoch, update: run.updateCount,
      moment: count == 0 ? .epochEnd : .afterUpdate)
    return stopped(at: end, history: history(until: running - 1), perceptron: run)
  }

  private func stopped(
    at end: TraceStep, history: TrainingHistory, perceptron: PerceptronRun?
  ) -> Trace {
    Trace(
      scenario: scenario, setup: setup, dataset: dataset,
      steps: end.update == 0 && end.epoch == 0 ? [first] : [first, end],
      history: history, perceptron: perceptron, divergence: nil, updateCount: end.update)
  }

  private func history(until epoch: Int) -> TrainingHistory {
    var history = TrainingHistory()
    for (index, number) in self.history.epochs.enumerated() where number <= epoch {
      history.append(
        epoch: number, loss: self.history.loss[index],
        accuracy: self.history.accuracy.isEmpty ? nil : self.history.accuracy[index])
    }
    return history
  }
}
