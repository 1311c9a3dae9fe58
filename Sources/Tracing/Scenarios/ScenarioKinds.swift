import Snapshots
public import Lessons

/// One of the kinds of scenarios.
///
/// A kind has a folder of its own with its decoding, checks, cost, running, snapshot, export and playback,
/// and conforms to `ScenarioKind`; this file is the list of kinds and of what they give.
public enum ScenarioSpec: Sendable {
  /// One training of a network by gradient descent.
  case training(NetworkTraining)
  /// One training of a perceptron by its own rule.
  case perceptron(PerceptronTraining)
  /// Trainings of a network with every combination of some settings and seeds.
  case sweep(NetworkSweep)
  /// Descents on a function.
  case descent(DescentSpec)
  /// A formula, computed at one point with all its derivatives.
  case expression(ExpressionSpec)
}

/// What running a scenario gives; which of them follows from its kind.
public enum ScenarioOutcome: Sendable {
  /// One training of a perceptron or of a network.
  case training(Trace)
  /// Trainings of a network with every combination of some settings and seeds.
  case sweep(Sweep)
  /// Descents on a function.
  case descent(Descent)
  /// A formula with all its values and derivatives.
  case expression(ExpressionRun)
}

extension ScenarioSpec {
  /// Reads the kind that a lesson describes.
  init(
    from reader: inout SectionReader, _ word: ModelWord, places: inout ScenarioPlaces
  ) throws(LessonError) {
    switch word {
    case .function: self = .descent(try DescentSpec(from: &reader, places: &places))
    case .expression: self = .expression(try ExpressionSpec(from: &reader))
    case .perceptron: self = .perceptron(try PerceptronTraining(from: &reader, places: &places))
    case .network:
      let task = try LearningTask(from: &reader, places: &places)
      if let sweep = try NetworkSweep(of: task, from: &reader, places: &places) {
        self = .sweep(sweep)
      } else {
        self = .training(try NetworkTraining(of: task, from: &reader, places: &places))
      }
    }
  }

  /// What can be told of it before it is run.
  var facts: ScenarioFacts {
    switch self {
    case .training(let spec): spec.facts
    case .perceptron(let spec): spec.facts
    case .sweep(let spec): spec.facts
    case .descent(let spec): spec.facts
    case .expression(let spec): spec.facts
    }
  }

  /// Checks all that is known without reading a file.
  func check(_ places: ScenarioPlaces) throws(LessonError) {
    switch self {
    case .training(let spec): try spec.check(places)
    case .perceptron(let spec): try spec.check(places)
    case .sweep(let spec): try spec.check(places)
    case .descent(let spec): try spec.check(places)
    case .expression(let spec): try spec.check(places)
    }
  }

  /// The rows that it is run on; nil if it has none.
  func dataset(
    _ header: ScenarioHeader, _ files: CSVSource
  ) throws(LessonError) -> Dataset? {
    switch self {
    case .training(let spec): try spec.dataset(header, files)
    case .perceptron(let spec): try spec.dataset(header, files)
    case .sweep(let spec): try spec.dataset(header, files)
    case .descent(let spec): try spec.dataset(header, files)
    case .expression(let spec): try spec.dataset(header, files)
    }
  }

  /// What running it takes; nil if its rows are in a file.
  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? {
    switch self {
    case .training(let spec): spec.estimatedCost(also: schedule)
    case .perceptron(let spec): spec.estimatedCost(also: schedule)
    case .sweep(let spec): spec.estimatedCost(also: schedule)
    case .descent(let spec): spec.estimatedCost(also: schedule)
    case .expression(let spec): spec.estimatedCost(also: schedule)
    }
  }

  /// Runs it.
  func outcome(_ request: RunRequest) throws(TrainingError) -> ScenarioOutcome {
    switch self {
    case .training(let spec): try spec.run(request).outcome
    case .perceptron(let spec): try spec.run(request).outcome
    case .sweep(let spec): try spec.run(request).outcome
    case .descent(let spec): try spec.run(request).outcome
    case .expression(let spec): try spec.run(request).outcome
    }
  }

  /// The outcome that was written before.
  func outcome(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> ScenarioOutcome {
    switch self {
    case .training(let spec): try spec.read(&reader, header, files).outcome
    case .perceptron(let spec): try spec.read(&reader, header, files).outcome
    case .sweep(let spec): try spec.read(&reader, header, files).outcome
    case .descent(let spec): try spec.read(&reader, header, files).outcome
    case .expression(let spec): try spec.read(&reader, header, files).outcome
    }
  }

  /// Checks it without running it, and gives what it has come to before its first update.
  func start(_ request: RunRequest) throws(TrainingError) -> ScenarioOutcome? {
    switch self {
    case .training(let spec): try spec.start(request)?.outcome
    case .perceptron(let spec): try spec.start(request)?.outcome
    case .sweep(let spec): try spec.start(request)?.outcome
    case .descent(let spec): try spec.start(request)?.outcome
    case .expression(let spec): try spec.start(request)?.outcome
    }
  }

  /// Runs it while it is watched.
  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    switch self {
    case .training(let spec): try spec.playback(request)
    case .perceptron(let spec): try spec.playback(request)
    case .sweep(let spec): try spec.playback(request)
    case .descent(let spec): try spec.playback(request)
    case .expression(let spec): try spec.playback(request)
    }
  }
}

extension ScenarioOutcome {
  /// What it is, in words with their article: `a training`, `a sweep`.
  public var kind: String {
    switch self {
    case .training(let value): type(of: value).kind
    case .sweep(let value): type(of: value).kind
    case .descent(let value): type(of: value).kind
    case .expression(let value): type(of: value).kind
    }
  }

  /// The seeds that it was made with, such as `7` or `1 to 200`; nil where nothing is random.
  public var seedText: String? {
    switch self {
    case .training(let value): value.seedText
    case .sweep(let value): value.seedText
    case .descent(let value): value.seedText
    case .expression(let value): value.seedText
    }
  }

  /// The forms that it can be written in.
  public var formats: [TraceFormat] {
    switch self {
    case .training(let value): type(of: value).formats
    case .sweep(let value): type(of: value).formats
    case .descent(let value): type(of: value).formats
    case .expression(let value): type(of: value).formats
    }
  }

  /// It in one of its forms.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - epoch: The only epoch of a training to be written; nil means all steps.
  /// - Returns: The content of the file.
  /// - Throws: `ExportError` if there is no such epoch or form, or an archive is too large.
  public func exported(
    as format: TraceFormat, atEpoch epoch: Int? = nil
  ) throws(ExportError) -> ExportedNumbers {
    switch self {
    case .training(let value): try value.exported(as: format, atEpoch: epoch)
    case .sweep(let value): try value.exported(as: format, atEpoch: epoch)
    case .descent(let value): try value.exported(as: format, atEpoch: epoch)
    case .expression(let value): try value.exported(as: format, atEpoch: epoch)
    }
  }

  /// Writes what must be kept of it; false if it is as quick to run it again.
  func write(to writer: inout SnapshotWriter) -> Bool {
    switch self {
    case .training(let value): value.write(to: &writer)
    case .sweep(let value): value.write(to: &writer)
    case .descent(let value): value.write(to: &writer)
    case .expression(let value): value.write(to: &writer)
    }
  }
}
