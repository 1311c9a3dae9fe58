public import Lessons
public import Networks

/// Where the rows of a scenario come from, and what becomes of them before a model sees them.
///
/// In this order: rows are drawn or read; some are set apart for validation, or drawn for it; of
/// the others some are kept; columns of a file are standardized; features are computed.
public struct DataSpec: Sendable {
  /// Where rows come from.
  public enum Source: Sendable {
    /// A generated shape, with some of its parameters by name.
    case shape(DatasetShape, parameters: [String: Double])
    /// A file beside the lesson.
    case file(CSVSpec)
    /// Rows that are at hand.
    case given(Dataset)
  }

  /// Rows that are not learned from.
  public enum Validation: Equatable, Sendable {
    /// So many rows: drawn anew from a shape, set apart from the rows of a file.
    case rows(Int)
    /// This share of the rows, above 0 and below 1, set apart; rounded to a number of rows.
    case share(Double)
  }

  /// Where the rows come from.
  public var source: Source
  /// Seed of the rows and of their selection; nil means that of the scenario.
  public var seed: UInt64?
  /// How many rows are kept for learning; nil means all.
  ///
  /// Rows of a shape come in random order, so that its first rows are kept; those of a file are
  /// put in random order before. So fewer rows are always among more rows.
  public var take: Int?
  /// Rows that are not learned from; nil means none.
  public var validation: Validation?
  /// Formulas of the raw inputs that are the inputs of the model; empty means the raw inputs.
  public var features: [Feature]
  var places: ScenarioPlaces

  /// A formula with its place in a lesson, if it has one.
  public struct Feature: Equatable, Sendable {
    /// The formula.
    public let expression: Expression
    /// The formula as it was written; nil without a lesson.
    public let text: LocatedText?

    /// Makes a feature.
    public init(_ expression: Expression, text: LocatedText? = nil) {
      self.expression = expression
      self.text = text
    }
  }

  /// Makes a description of rows.
  public init(
    _ source: Source, seed: UInt64? = nil, take: Int? = nil, validation: Validation? = nil,
    features: [Feature] = []
  ) {
    self.source = source
    self.seed = seed
    self.take = take
    self.validation = validation
    self.features = features
    places = ScenarioPlaces(name: "data")
  }

  /// A generated shape: parameters by name, and the seed, which is the scenario's if nil.
  public static func shape(
    _ shape: DatasetShape, parameters: [String: Double] = [:], seed: UInt64? = nil
  ) -> DataSpec {
    DataSpec(.shape(shape, parameters: parameters), seed: seed)
  }

  /// A file beside the lesson.
  public static func file(_ spec: CSVSpec) -> DataSpec { DataSpec(.file(spec)) }

  /// Rows that are at hand.
  public static func given(_ dataset: Dataset) -> DataSpec { DataSpec(.given(dataset)) }

  /// Whether another seed of the scenario gives other rows.
  var dependsOnSeed: Bool {
    guard seed == nil else { return false }
    return switch source {
    case .shape(let shape, let parameters):
      shape.dependsOnSeed(parameters) || validation != nil
    case .file: take != nil || validation != nil
    case .given: validation != nil
    }
  }

  /// What is known of the rows without reading a file; nil for a file.
  var facts: DataFacts? {
    switch source {
    case .shape(let shape, let parameters):
      facts(
        name: shape.name, rawInputCount: shape.inputNames.count,
        rowCount: Int(shape.completed(parameters)["rows"] ?? 0), task: shape.task(parameters))
    case .given(let dataset):
      facts(
        name: dataset.name, rawInputCount: dataset.rawInputNames.count,
        rowCount: dataset.rowCount, task: dataset.task)
    case .file: nil
    }
  }

  private func facts(
    name: String, rawInputCount: Int, rowCount: Int, task: Dataset.Task
  ) -> DataFacts {
    let validationCount = validationCount(of: rowCount)
    let left = drawsValidation ? rowCount : max(0, rowCount - validationCount)
    return DataFacts(
      name: name, inputCount: features.isEmpty ? rawInputCount : features.count,
      rowCount: min(take ?? left, left), validationCount: validationCount, task: task)
  }
}

/// The sizes of a data set, which a network and a training must fit.
struct DataFacts: Equatable, Sendable {
  let name: String
  let inputCount: Int
  let rowCount: Int
  let validationCount: Int
  let task: Dataset.Task

  init(
    name: String, inputCount: Int, rowCount: Int, validationCount: Int, task: Dataset.Task
  ) {
    self.name = name
    self.inputCount = inputCount
    self.rowCount = rowCount
    self.validationCount = validationCount
    self.task = task
  }

  init(_ dataset: Dataset) {
    self.init(
      name: dataset.name, inputCount: dataset.inputNames.count, rowCount: dataset.rowCount,
      validationCount: dataset.validation?.rowCount ?? 0, task: dataset.task)
  }
}
