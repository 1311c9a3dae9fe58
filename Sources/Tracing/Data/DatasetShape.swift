public import Networks

/// A number that a data set shape can be asked for, such as `rows` or `noise`.
public struct ShapeParameter: Equatable, Sendable {
  /// Name of the field in a lesson.
  public let name: String
  /// What it means, in a phrase, with its unit.
  public let summary: String
  /// Value if a lesson does not say.
  public let defaultValue: Double
  /// Values that are allowed.
  public let range: ClosedRange<Double>
  /// Whether only whole numbers are allowed.
  public let isInteger: Bool

  static func rows(_ count: Int, atLeast least: Int = 2) -> ShapeParameter {
    ShapeParameter(
      name: "rows", summary: "number of rows", defaultValue: Double(count),
      range: Double(least)...100_000, isInteger: true)
  }

  static func noise(_ value: Double, upTo limit: Double = 10, _ summary: String) -> ShapeParameter {
    ShapeParameter(
      name: "noise", summary: summary, defaultValue: value, range: 0...limit, isInteger: false)
  }
}

/// Values of a shape's parameters, and the stream of numbers that its rows are drawn from.
public struct ShapeDraw: Sendable {
  /// Value of every parameter of the shape, by name.
  public let values: [String: Double]
  /// The source of the random numbers.
  public var generator: SeededGenerator

  /// Number of rows to make.
  public var rows: Int { Int(self["rows"]) }

  /// Amount of noise, in the sense of the shape.
  public var noise: Double { self["noise"] }

  /// Value of a parameter of the shape.
  public subscript(name: String) -> Double {
    guard let value = values[name] else { preconditionFailure("no parameter named \(name)") }
    return value
  }
}

/// Rows that a shape drew, before their classes are written as targets.
public struct ShapeRows: Equatable, Sendable {
  /// Inputs of each row.
  public var inputs: [[Double]] = []
  /// Class of each row; empty for regression.
  public var classes: [Int] = []
  /// Number to be predicted for each row; empty for classification.
  public var values: [Double] = []

  /// Makes an empty list of rows.
  public init() {}

  mutating func append(_ inputs: [Double], class label: Int) {
    self.inputs.append(inputs)
    classes.append(label)
  }

  mutating func append(_ inputs: [Double], value: Double) {
    self.inputs.append(inputs)
    values.append(value)
  }

  /// The rows in another order.
  func reordered(_ order: [Int]) -> ShapeRows {
    var rows = ShapeRows()
    rows.inputs = order.map { inputs[$0] }
    if !classes.isEmpty { rows.classes = order.map { classes[$0] } }
    if !values.isEmpty { rows.values = order.map { values[$0] } }
    return rows
  }
}

/// A generated data set with a name: `xor`, `moons`, `playground-spiral`.
///
/// The same parameters and seed give the same rows, bit for bit. To add a shape, add one block to
/// one of the files of shapes and its name to `all`.
public struct DatasetShape: Sendable, Equatable, CustomStringConvertible {
  /// Name in a lesson.
  public let name: String
  /// What it looks like and what its noise does, in a sentence.
  public let summary: String
  /// Numbers that it can be asked for; always `rows` and `noise`, and for classes `label-noise`.
  public let parameters: [ShapeParameter]
  /// Names of its input columns.
  public let inputNames: [String]
  /// Names of its classes; empty for regression.
  public let classNames: @Sendable ([String: Double]) -> [String]
  /// The rule that its rows follow apart from their noise.
  let truth: ShapeTruth
  private let draw: @Sendable (inout ShapeDraw) -> ShapeRows
  private let isTable: Bool

  /// Makes a shape of two classes or of a number, by default over two inputs; the rows of a table are
  /// the same for every seed but for their noise.
  init(
    _ name: String, _ summary: String, inputNames: [String] = ["x₁", "x₂"],
    classNames: @escaping @Sendable ([String: Double]) -> [String] = { _ in ["0", "1"] },
    parameters: [ShapeParameter], truth: ShapeTruth, isTable: Bool = false,
    draw: @escaping @Sendable (inout ShapeDraw) -> ShapeRows
  ) {
    let isClassification = !classNames([:]).isEmpty
    self.name = name
    self.summary = summary
    self.inputNames = inputNames
    self.classNames = classNames
    self.parameters = parameters + (isClassification ? [Self.labelNoise] : [])
    self.truth = truth
    self.isTable = isTable
    self.draw = draw
  }

  private static let labelNoise = ShapeParameter(
    name: "label-noise", summary: "share of rows that are given a wrong class",
    defaultValue: 0, range: 0...1, isInteger: false)

  /// Every shape, in the order in which they are listed.
  public static let all: [DatasetShape] =
    [.and, .or, .nand, .xor, .moons, .circles, .blobs, .spirals, .sine, .line] + playground

  /// The shape of that name; nil if there is none.
  public static func named(_ name: String) -> DatasetShape? { all.first { $0.name == name } }

  /// The name.
  public var description: String { name }

  /// Shapes are equal if they have the same name.
  public static func == (left: DatasetShape, right: DatasetShape) -> Bool {
    left.name == right.name
  }

  /// The given values, with the defaults of the parameters that are not among them.
  public func completed(_ values: [String: Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.defaultValue) })
      .merging(values) { $1 }
  }

  /// Whether another seed gives other rows, or the same in another order: not of a table without noise.
  public func dependsOnSeed(_ values: [String: Double] = [:]) -> Bool {
    let values = completed(values)
    return !isTable || ["noise", "label-noise"].contains { (values[$0] ?? 0) > 0 }
  }

  /// What its rows ask for.
  ///
  /// - Parameter values: Parameters by name; those left out have their defaults.
  /// - Returns: The number of classes, or regression.
  public func task(_ values: [String: Double] = [:]) -> Dataset.Task {
    let names = classNames(completed(values))
    return names.isEmpty ? .regression : .classification(classCount: names.count)
  }

  /// Draws the rows.
  ///
  /// - Parameters:
  ///   - values: Parameters by name, within their ranges; those left out have their defaults.
  ///   - seed: Seed of the rows, their order and their noise.
  /// - Returns: A data set with 0/1 targets, or one 0/1 column a class if there are more than two.
  public func dataset(_ values: [String: Double] = [:], seed: UInt64) -> Dataset {
    dataset(values, from: SeededGenerator(seed: seed))
  }

  /// Draws the rows from the streams of a generator.
  func dataset(_ values: [String: Double], from source: SeededGenerator) -> Dataset {
    let values = completed(values)
    var draw = ShapeDraw(values: values, generator: RandomStream.data.generator(of: source))
    var rows = self.draw(&draw)
    let names = classNames(values)
    let flat = Matrix(
      rows: rows.inputs.count, columns: inputNames.count, values: rows.inputs.flatMap { $0 })
    guard !names.isEmpty else {
      return Dataset(name: name, inputNames: inputNames, inputs: flat, values: rows.values)
        .following(GroundTruth(of: self, values))
    }
    // A stream of its own: label noise leaves the positions of the rows as they were.
    var labels = RandomStream.labels.generator(of: source)
    rows.classes = rows.classes.map { label in
      let isWrong = labels.uniform() < draw["label-noise"]
      let shift = 1 + Int(labels.uniform() * Double(names.count - 1))
      return isWrong ? (label + shift) % names.count : label
    }
    return Dataset(
      name: name, inputNames: inputNames, inputs: flat, classNames: names, classes: rows.classes,
      encoding: names.count > 2 ? .oneHot(classCount: names.count) : .zeroOne
    ).following(GroundTruth(of: self, values))
  }
}
