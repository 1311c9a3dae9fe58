import Languages
import Lessons
import Networks
import Tracing
import Wording

/// The demands that figures make on traces, each with its message.
extension Trace {
  /// Refuses a trace whose data are not points of a plane.
  func requireTwoInputs(for kind: String, at location: SourceLocation) throws(FigureError) {
    let count = dataset.rawInputNames.count
    guard count == 2 else {
      throw FigureError(
        "'\(kind)' draws a plane, so it needs 2 inputs; scenario '\(scenario)' has \(count)",
        at: location)
    }
  }

  /// The data as points of a plane: of the two raw inputs, or else of the two features of more.
  ///
  /// - Throws: A `FigureError` where there are two of neither.
  func plane(for kind: String, at location: SourceLocation) throws(FigureError) -> Dataset {
    if dataset.rawInputNames.count != 2, dataset.features != nil, dataset.inputNames.count == 2 {
      return dataset.ofFeatures
    }
    try requireTwoInputs(for: kind, at: location)
    return dataset
  }

  /// Refuses a trace whose model does not see the plane itself, but features of it.
  func requireNoFeatures(for kind: String, at location: SourceLocation) throws(FigureError) {
    guard dataset.features == nil else {
      throw FigureError(
        "'\(kind)' shows weights of the two inputs; scenario '\(scenario)' has weights of features",
        at: location, help: "'decision-boundary' draws what features separate")
    }
  }

  /// Refuses a trace that is not a perceptron's, and returns its run.
  func requirePerceptron(for kind: String, at location: SourceLocation) throws(FigureError)
    -> PerceptronRun
  {
    guard let perceptron else {
      throw FigureError(
        "'\(kind)' shows the perceptron rule; scenario '\(scenario)' trains a network",
        at: location, help: "write 'model: perceptron' in the scenario")
    }
    return perceptron
  }

  /// Refuses a trace without hidden layers.
  func requireHiddenLayer(for kind: String, at location: SourceLocation) throws(FigureError) {
    guard last.network.layers.count > 1 else {
      throw FigureError(
        "'\(kind)' needs a hidden layer; scenario '\(scenario)' has none", at: location,
        help: "for example 'layers: [2 tanh, 1 sigmoid]'")
    }
  }

  /// `loss 0.23 · accuracy 75 %` of a step, `6 updates · accuracy 75 %` of a perceptron's.
  func score(of step: TraceStep, _ words: Words) -> String {
    var parts: [String] = []
    if perceptron == nil {
      parts.append(words(.loss, Shown.loss(step.loss)))
    } else {
      // The run itself ends where its future is proven; the step counts on to its own epoch.
      parts.append(words(.updates, String(step.update)))
    }
    if let accuracy = step.accuracy { parts.append(words(.accuracy, Shown.share(accuracy))) }
    return parts.joined(separator: " · ")
  }
}
