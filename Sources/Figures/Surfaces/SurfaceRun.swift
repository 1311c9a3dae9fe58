import Lessons
import Networks
import Tracing

/// A training whose loss is to be drawn, with the name it goes by and the place that asks for it.
struct SurfaceRun {
  let trace: Trace
  let loss: Loss
  let title: String
  let location: SourceLocation

  /// Refuses a training whose path has no place on the surface of another one.
  func requireSurface(of other: SurfaceRun) throws(FigureError) {
    let help = "give both the same data, layers and loss, or leave 'together' out"
    guard trace.last.network.layers.map(\.shape) == other.trace.last.network.layers.map(\.shape)
    else {
      throw FigureError(
        "scenarios '\(other.trace.scenario)' and '\(trace.scenario)' have other layers, so they "
          + "share no surface", at: location, help: help)
    }
    guard loss == other.loss else {
      throw FigureError(
        "scenarios '\(other.trace.scenario)' and '\(trace.scenario)' have other losses, so they "
          + "share no surface", at: location, help: help)
    }
    guard trace.dataset.inputs == other.trace.dataset.inputs,
      trace.dataset.targets == other.trace.dataset.targets
    else {
      throw FigureError(
        "scenarios '\(other.trace.scenario)' and '\(trace.scenario)' learn other rows, so they "
          + "share no surface", at: location, help: help + "; a data section may fix its 'seed'")
    }
  }
}

extension Layer {
  /// What two layers have in common if parameters can go from one to the other.
  fileprivate var shape: String { "\(fanIn) \(fanOut) \(activation.name)" }
}
