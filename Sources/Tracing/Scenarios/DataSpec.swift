public import Lessons

/// Where the rows of a scenario come from.
public enum DataSpec: Sendable {
  /// A generated shape: parameters by name, and the seed, which is the scenario's if nil.
  case shape(DatasetShape, parameters: [String: Double] = [:], seed: UInt64? = nil)
  /// A file beside the lesson.
  case file(CSVSpec)
  /// Rows that are at hand.
  case given(Dataset)

  /// The rows, with their classes in the default encoding.
  ///
  /// - Parameters:
  ///   - seed: Seed of the scenario.
  ///   - files: Where files are read from.
  /// - Returns: The rows; their encoding may still have to be changed.
  /// - Throws: `LessonError` if a file is missing or wrong.
  public func dataset(seed: UInt64, files: CSVSource) throws(LessonError) -> Dataset {
    switch self {
    case .shape(let shape, let parameters, let own): shape.dataset(parameters, seed: own ?? seed)
    case .file(let spec): try spec.dataset(from: files)
    case .given(let dataset): dataset
    }
  }

  /// What is known of the rows without reading a file; nil for a file.
  var facts: DataFacts? {
    switch self {
    case .shape(let shape, let parameters, _):
      DataFacts(
        name: shape.name, inputCount: shape.inputNames.count,
        rowCount: Int(shape.completed(parameters)["rows"] ?? 0), task: shape.task(parameters))
    case .file: nil
    case .given(let dataset): DataFacts(dataset)
    }
  }
}

/// The sizes of a data set, which a network and a training must fit.
struct DataFacts: Equatable, Sendable {
  let name: String
  let inputCount: Int
  let rowCount: Int
  let task: Dataset.Task

  init(name: String, inputCount: Int, rowCount: Int, task: Dataset.Task) {
    self.name = name
    self.inputCount = inputCount
    self.rowCount = rowCount
    self.task = task
  }

  init(_ dataset: Dataset) {
    self.init(
      name: dataset.name, inputCount: dataset.inputNames.count, rowCount: dataset.rowCount,
      task: dataset.task)
  }
}
