public import Networks

/// Rows of inputs with what a model should answer for each of them.
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
  /// Names of the input columns, such as `x₁` and `x₂`.
  public let inputNames: [String]
  /// Inputs, `[rows × inputs]`.
  public let inputs: Matrix
  /// Targets as the loss wants them, `[rows × outputs]`; see `encoding`.
  public let targets: Matrix
  /// How classes were written into `targets`.
  public let encoding: TargetEncoding
  /// Names of the classes in class order; empty for regression.
  public let classNames: [String]
  /// Class of each row, an index into `classNames`; empty for regression.
  public let classes: [Int]

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

  /// Smallest and largest finite value of an input column; `0...0` if there is none.
  public func inputRange(_ column: Int) -> ClosedRange<Double> {
    let finite = inputs.column(column).filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return 0...0 }
    return low...high
  }

  /// The same rows with their classes written in another encoding; unchanged for regression.
  public func encoded(as encoding: TargetEncoding) -> Dataset {
    guard !classNames.isEmpty, encoding != self.encoding else { return self }
    return Dataset(
      name: name, inputNames: inputNames, inputs: inputs, classNames: classNames,
      classes: classes, encoding: encoding)
  }

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
    guard !classNames.isEmpty else { return nil }
    let width = outputs.columns
    var right = 0
    for index in 0..<outputs.rows {
      let answer = encoding.predictedClass(
        of: outputs.values[(index * width)..<((index + 1) * width)])
      if answer == classes[rows?[index] ?? index] { right += 1 }
    }
    return outputs.rows == 0 ? 0 : Double(right) / Double(outputs.rows)
  }
}
