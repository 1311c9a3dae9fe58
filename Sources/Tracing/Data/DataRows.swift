public import Lessons
import Networks
import Wording

extension DataSpec {
  /// The rows, with their classes in the default encoding.
  ///
  /// - Parameters:
  ///   - seed: Seed of the scenario.
  ///   - files: Where files are read from.
  /// - Returns: The rows; their encoding may still have to be changed.
  /// - Throws: `LessonError` if a file is missing or wrong, if there are too few rows for what is
  ///   to be kept or set apart, or if a feature has an unknown variable or no finite value.
  public func dataset(seed: UInt64, files: CSVSource) throws(LessonError) -> Dataset {
    let seed = self.seed ?? seed
    let all = try rows(seed: seed, files: files)
    try checkCounts(of: all.rowCount, in: all.name)
    var (training, validation) = split(all, seed: seed)
    if case .file(let spec) = source, spec.isStandardized {
      let standardize = Standardization(of: training.inputs)
      training = training.placed(at: standardize(training.inputs))
      validation = validation.map { $0.placed(at: standardize($0.inputs)) }
    }
    if let take { training = training.selecting(Array(0..<take)) }
    let dataset = training.measured(on: validation)
    guard let map = try featureMap(rawInputNames: all.rawInputNames) else { return dataset }
    let described = dataset.described(by: map)
    try checkFinite(described)
    return described
  }

  /// All rows as they are drawn or read.
  private func rows(seed: UInt64, files: CSVSource) throws(LessonError) -> Dataset {
    switch source {
    case .shape(let shape, let parameters): return shape.dataset(parameters, seed: seed)
    case .file(let spec): return try spec.rows(from: files)
    case .given(let dataset): return dataset
    }
  }

  /// The rows to be learned from, before some of them are taken, and those for validation.
  private func split(_ all: Dataset, seed: UInt64) -> (training: Dataset, validation: Dataset?) {
    if drawsValidation, case .shape(let shape, var parameters) = source {
      parameters["rows"] = Double(validationCount(of: all.rowCount))
      let generator = SeededGenerator(seed: seed).stream(RandomStream.validation.rawValue)
      return (all, shape.dataset(parameters, from: generator))
    }
    let isFile = if case .file = source { true } else { false }
    guard validation != nil || isFile && take != nil else { return (all, nil) }
    var generator = RandomStream.selection.generator(seed: seed)
    let order = generator.shuffled(all.rowCount)
    let apart = order.suffix(validationCount(of: all.rowCount))
    let isApart = Set(apart)
    let kept = (isFile ? order : Array(0..<all.rowCount)).filter { !isApart.contains($0) }
    return (all.selecting(kept), apart.isEmpty ? nil : all.selecting(Array(apart)))
  }

  /// Whether the rows for validation are drawn anew, so that all other rows are learned from.
  var drawsValidation: Bool {
    if case .shape = source, case .rows = validation { true } else { false }
  }

  /// Number of rows for validation if there are so many rows in all.
  func validationCount(of rows: Int) -> Int {
    switch validation {
    case .rows(let count): count
    case .share(let share): Int((share * Double(rows)).rounded(.toNearestOrAwayFromZero))
    case nil: 0
    }
  }

  /// Checks that there are rows enough to keep and to set apart.
  func checkCounts(of rows: Int, in name: String) throws(LessonError) {
    let apart = validationCount(of: rows)
    if case .share(let share) = validation, apart == 0 {
      throw places.error(
        "a share of \(NumberForm.text(share)) of the \(counted(rows, "row")) of \(name) is no row",
        at: .validation, help: "set a larger share apart, or use more rows")
    }
    let left = drawsValidation ? rows : rows - apart
    guard left > 0 else {
      throw places.error(
        "validation on \(counted(apart, "row")) leaves nothing to learn from: \(name) has "
          + counted(rows, "row"), at: .validation,
        help: "write a share below 1, such as validation: 0.3")
    }
    guard let take, take > left else { return }
    let what = left == rows ? "" : " besides the \(apart) for validation"
    throw places.error(
      "cannot take \(counted(take, "row")): \(name) has \(left)\(what)", at: .take,
      help: rowsHelp(for: take))
  }

  private func rowsHelp(for count: Int) -> String? {
    guard case .shape(let shape, _) = source else { return nil }
    return "write data: {shape: \(shape), rows: \(count)} or more rows"
  }
}
