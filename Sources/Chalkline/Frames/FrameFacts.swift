import Figures
import Tracing

/// What a frame shows, in numbers: an entry of the list beside the frames.
struct FrameFacts: Codable, Equatable, Sendable {
  /// The image, as a path from the list; nil if none was made.
  var file: String?
  var epoch: Int?
  /// Updates made so far; of a perceptron, corrections.
  var update: Int?
  /// Rows shown so far, of a perceptron.
  var presentation: Int?
  /// Updates of a descent, or steps of the figure's own.
  var step: Int?
  /// The scenario, where frames go from one to the next.
  var scenario: String?
  /// The loss of each training in the frame that has a finite one.
  var losses: [String: Double]?
  /// The cells of each table of the list, row by row; nil where frames have no tables.
  var cells: [[[String]]]?

  init(_ source: FrameSequence.Source, of sequence: FrameSequence) {
    let traces = source.outcomes.compactMapValues { outcome in
      if case .training(let trace) = outcome { trace } else { nil }
    }
    // Several trainings have their updates at different epochs.
    let only = traces.count == 1 ? traces.first?.value : nil
    switch sequence.axis {
    case .epochs: (epoch, update) = (source.moment, only?.last.update)
    case .updates: (epoch, update) = (only?.last.epoch, source.moment)
    case .presentations:
      (epoch, update, presentation) = (only?.last.epoch, only?.last.update, source.moment)
    case .steps, .stages: step = source.moment
    case .scenarios: scenario = sequence.scenarioName(source.moment)
    }
    guard sequence.axis != .stages else { return }
    let losses = traces.mapValues { $0.last.loss }.filter { $0.value.isFinite }
    self.losses = losses.isEmpty ? nil : losses
  }
}

/// The list beside the frames: for programs that place frames beside a text.
struct FrameList: Codable, Sendable {
  /// A table but for its cells.
  struct Table: Codable, Equatable, Sendable {
    var title: String
    var headings: [String]
  }

  /// `lesson#figure`.
  var figure: String
  /// What frames go along.
  var axis: FrameAxis
  var framesPerSecond: Int
  /// The tables that every frame fills with its own numbers.
  var tables: [Table] = []
  var frames: [FrameFacts]
}
