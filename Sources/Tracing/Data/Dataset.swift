public import Networks

/// Rows of inputs with what a model should answer for each of them.
///
/// The inputs are those of the model: the raw inputs themselves, or features computed from them.
public struct Dataset: Equatable, Sendable {
  /// What a row's target means.
  public enum Task: Equatable, Sendable {
    /// Each row belongs to one of so many classes.
    case classification(classCount: Int)
    /// Each row has a number to be predicted.
    case regression
  }

  /// Name of the shape or of the file that the rows came from.
  public let name: String
  /// Names of the input columns of the model, such as `x₁`, or `x₁²` for a feature.
  public private(set) var inputNames: [String]
  /// Inputs of the model, `[rows × inputs]`.
  public private(set) var inputs: Matrix
  /// Names of the columns that features are computed from; `inputNames` if there are none.
  public let rawInputNames: [String]
  /// What the features were computed from, `[rows × raw inputs]`; `inputs` if there are none.
  public let rawInputs: Matrix
  /// How `inputs` follow from `rawInputs`; nil if they are the same.
  public private(set) var features: FeatureMap?
  /// Targets as the loss wants them, `[rows × outputs]`; see `encoding`.
  public private(set) var targets: Matrix
  /// How classes were written into `targets`.
  public private(set) var encoding: TargetEncoding
  /// Names of the classes in class order; empty for regression.
  public let classNames: [String]
  /// Class of each row, an index into `classNames`; empty for regression.
  public let classes: [Int]
  /// The rule of the shape that the rows were drawn from; nil for a file, and where there is none.
  public private(set) var truth: GroundTruth?
  /// None or one; a list, for a value cannot hold itself.
  private var held: [Dataset] = []

  /// Makes a data set for classification, with its targets in the given encoding.
  ///
  /// - Parameters:
  ///   - name: Name of the data set.
  ///   - inputNames: One name per input column.
  ///   - inputs: Inputs, `[rows × inputs]`.
  ///   - classNames: Names of the classes, at least one.
  ///   - classes: Class of each row, an index into `classNames`.
  ///   - encoding: How the classes become targets; not `.value`.
  public init(
    name: String, inputNames: [String], inputs: Matrix, classNames: [String], classes: [Int],
    encoding: TargetEncoding = .zeroOne
  ) {
    precondition(
      inputs.rows == classes.count && inputs.columns == inputNames.count,
      "inputs [\(inputs.rows) × \(inputs.columns)], \(classes.count) classes, "
        + "\(inputNames.count) names")
    self.name = name
    self.inputNames = inputNames
    self.inputs = inputs
    rawInputNames = inputNames
    rawInputs = inputs
    self.classNames = classNames
    self.classes = classes
    self.encoding = encoding
    self.targets = encoding.targets(of: classes)
  }

  /// Makes a data set for regression on one number a row.
  ///
  /// - Parameters:
  ///   - name: Name of the data set.
  ///   - inputNames: One name per input column.
  ///   - inputs: Inputs, `[rows × inputs]`.
  ///   - values: The number to be predicted for each row.
  public init(name: String, inputNames: [String], inputs: Matrix, values: [Double]) {
    precondition(
      inputs.rows == values.count && inputs.columns == inputNames.count,
      "inputs [\(inputs.rows) × \(inputs.columns)], \(values.count) values, "
        + "\(inputNames.count) names")
    self.name = name
    self.inputNames = inputNames
    self.inputs = inputs
    rawInputNames = inputNames
    rawInputs = inputs
    self.targets = Matrix(rows: values.count, columns: 1, values: values)
    self.encoding = .value
    self.classNames = []
    self.classes = []
  }

  /// Number of rows.
  public var rowCount: Int { inputs.rows }

  /// What is to be learned: a class or a number.
  public var task: Task {
    classNames.isEmpty ? .regression : .classification(classCount: classNames.count)
  }

  /// Rows that are not learned from, on which the model is measured; nil if there are none.
  ///
  /// They have the same columns, classes and encoding.
  public var validation: Dataset? { held.first }

  /// Smallest and largest finite value of an input column; `0...0` if there is none.
  public func inputRange(_ column: Int) -> ClosedRange<Double> { Self.range(inputs, column) }

  /// Smallest and largest finite value of a raw input column; `0...0` if there is none.
  public func rawInputRange(_ column: Int) -> ClosedRange<Double> { Self.range(rawInputs, column) }

  /// What the model is given for points of the raw inputs, `[points × raw inputs]`.
  ///
  /// - Parameter raw: Points in the columns of `rawInputs`.
  /// - Returns: The points themselves, or their features, `[points × inputs]`; not finite where a
  ///   feature is not.
  public func modelInputs(fromRaw raw: Matrix) -> Matrix { features?.values(at: raw) ?? raw }

  /// Class that one row of outputs stands for; nil if an output is NaN, or for regression.
  public func predictedClass(of outputs: [Double]) -> Int? {
    classNames.isEmpty ? nil : encoding.predictedClass(of: outputs)
  }

  /// Share of the rows whose outputs stand for their class, 0...1; nil for regression.
  ///
  /// A row with a NaN output counts as wrong.
  ///
  /// - Parameters:
  ///   - outputs: Outputs of a model, one row for each of `rows`.
  ///   - rows: Indices of the rows that the outputs belong to; nil means all rows in order.
  /// - Returns: Right rows over all rows given, 0 if there is none.
  public func accuracy(of outputs: Matrix, rows: [Int]? = nil) -> Double? {
    accuracy(of: outputs.values[...], width: outputs.columns, rows: rows)
  }

  /// The same of outputs that lie row after row, so many numbers to a row.
  func accuracy(of outputs: ArraySlice<Double>, width: Int, rows: [Int]? = nil) -> Double? {
    guard !classNames.isEmpty else { return nil }
    guard width > 1 || rows != nil else { return accuracy(ofSingle: outputs) }
    let count = outputs.count / width
    var right = 0
    for index in 0..<count {
      let start = outputs.startIndex + index * width
      if encoding.predictedClass(of: outputs[start..<start + width])
        == classes[rows?[index] ?? index]
      {
        right += 1
      }
    }
    return count == 0 ? 0 : Double(right) / Double(count)
  }

  /// The same for one output a row and all rows: what every epoch of a small network asks for.
  private func accuracy(ofSingle outputs: ArraySlice<Double>) -> Double {
    let level = encoding.decisionLevel
    var right = 0
    for (index, output) in outputs.enumerated() where !output.isNaN {
      if classes[index] == (output >= level ? 1 : 0) { right += 1 }
    }
    return outputs.isEmpty ? 0 : Double(right) / Double(outputs.count)
  }

  private static func range(_ matrix: Matrix, _ column: Int) -> ClosedRange<Double> {
    let finite = matrix.column(column).filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return 0...0 }
    return low...high
  }
}

extension Dataset {
  /// The same rows with their classes written in another encoding; unchanged for regression.
  public func encoded(as encoding: TargetEncoding) -> Dataset {
    guard !classNames.isEmpty, encoding != self.encoding else { return self }
    var copy = self
    copy.encoding = encoding
    copy.targets = encoding.targets(of: classes)
    copy.held = held.map { $0.encoded(as: encoding) }
    return copy
  }

  /// The same rows with rows beside them on which a model is measured.
  public func measured(on validation: Dataset?) -> Dataset {
    if let validation {
      precondition(
        validation.inputs.columns == inputs.columns && validation.classNames == classNames,
        "validation inputs [\(validation.rowCount) × \(validation.inputs.columns)] of "
          + "\(validation.classNames.count) classes for inputs of \(inputs.columns) columns and "
          + "\(classNames.count) classes")
    }
    var copy = self
    copy.held = validation.map { [$0] } ?? []
    return copy
  }

  /// The same rows with features in place of the raw inputs, also on the rows for validation.
  public func described(by features: FeatureMap) -> Dataset {
    var copy = self
    copy.inputNames = features.names
    copy.inputs = features.values(at: rawInputs)
    copy.features = features
    copy.held = held.map { $0.described(by: features) }
    return copy
  }

  /// The same rows with the inputs of the model as raw inputs, also on the rows for validation.
  ///
  /// A picture of the plane of two features is one of this data. The rule behind raw inputs is lost.
  public var ofFeatures: Dataset {
    guard features != nil else { return self }
    var copy =
      classNames.isEmpty
      ? Dataset(name: name, inputNames: inputNames, inputs: inputs, values: targets.values)
      : Dataset(
        name: name, inputNames: inputNames, inputs: inputs, classNames: classNames,
        classes: classes, encoding: encoding)
    copy.held = held.map { $0.ofFeatures }
    return copy
  }

  /// The same rows, of which it is known what rule they follow.
  func following(_ truth: GroundTruth?) -> Dataset {
    var copy = self
    copy.truth = truth
    return copy
  }

  /// Some of the rows, in the order given, without features and without rows for validation.
  func selecting(_ rows: [Int]) -> Dataset { rebuilt(rawInputs, rows: rows) }

  /// The same rows at other places, without features and without rows for validation.
  func placed(at places: Matrix) -> Dataset { rebuilt(places, rows: nil) }

  private func rebuilt(_ inputs: Matrix, rows: [Int]?) -> Dataset {
    let inputs = rows.map { inputs.selectingRows($0) } ?? inputs
    guard !classNames.isEmpty else {
      let values = rows.map { $0.map { targets[$0, 0] } } ?? targets.values
      return Dataset(name: name, inputNames: rawInputNames, inputs: inputs, values: values)
        .following(truth)
    }
    return Dataset(
      name: name, inputNames: rawInputNames, inputs: inputs, classNames: classNames,
      classes: rows.map { $0.map { classes[$0] } } ?? classes, encoding: encoding
    ).following(truth)
  }
}
