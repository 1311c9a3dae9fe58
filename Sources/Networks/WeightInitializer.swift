/// Where the first weights of a layer come from.
///
/// Biases are no matter of an initializer: they start at 0. Normal distributions are not truncated.
public struct WeightInitializer: Sendable, Equatable, CustomStringConvertible {
  /// How the scale is used.
  public enum Distribution: Sendable, Equatable {
    /// Every weight equals the scale.
    case constant
    /// Uniform from minus the scale to the scale; the variance is a third of the scale squared.
    case uniform
    /// Normal with mean 0; the scale is the standard deviation.
    case normal
  }

  /// The name used in lessons.
  public let name: String
  /// The first author of the source that it is called after, such as `Glorot`; nil if there is none.
  public let author: String?
  /// How the scale is used.
  public let distribution: Distribution
  /// The scale as a formula of `nᵢₙ` and `nₒᵤₜ`; empty if it is a number or has none in words.
  public let formula: String
  /// The scale itself, if the initializer does not compute it from the layer.
  public let fixedScale: Double?
  private let scaleOfLayer: @Sendable (_ fanIn: Double, _ fanOut: Double) -> Double

  /// Makes an initializer whose scale depends on the layer.
  ///
  /// - Parameters:
  ///   - name: The name used in lessons; initializers of the same name count as equal.
  ///   - author: The first author of its source.
  ///   - distribution: How the scale is used.
  ///   - formula: The scale as a reader would write it, of `nᵢₙ` inputs and `nₒᵤₜ` units.
  ///   - scale: The scale from the number of inputs and of units, both 1 or more.
  public init(
    name: String, author: String? = nil, distribution: Distribution, formula: String = "",
    scale: @escaping @Sendable (_ fanIn: Double, _ fanOut: Double) -> Double
  ) {
    self.name = name
    self.author = author
    self.distribution = distribution
    self.formula = formula
    fixedScale = nil
    scaleOfLayer = scale
  }

  private init(name: String, distribution: Distribution, fixedScale: Double) {
    self.name = name
    author = nil
    self.distribution = distribution
    formula = ""
    self.fixedScale = fixedScale
    scaleOfLayer = { _, _ in fixedScale }
  }

  /// The bound, the standard deviation or the constant for a layer.
  public func scale(fanIn: Int, fanOut: Int) -> Double {
    scaleOfLayer(Double(fanIn), Double(fanOut))
  }

  /// Draws the weights of a layer, row after row; a constant draws nothing.
  ///
  /// - Parameters:
  ///   - rows: The number of units, the fan-out.
  ///   - columns: The number of inputs, the fan-in.
  ///   - generator: The source of chance.
  /// - Returns: The weights, `[units x inputs]`.
  public func weights(
    rows: Int, columns: Int, using generator: inout SeededGenerator
  ) -> Matrix {
    let scale = scale(fanIn: columns, fanOut: rows)
    var weights = Matrix(rows: rows, columns: columns, repeating: scale)
    guard distribution != .constant else { return weights }
    for place in weights.values.indices {
      weights.values[place] =
        distribution == .uniform
        ? generator.uniform(in: -scale, scale) : scale * generator.normal()
    }
    return weights
  }

  /// Whether both have the same name and, if it is fixed, the same scale.
  public static func == (left: WeightInitializer, right: WeightInitializer) -> Bool {
    left.name == right.name && left.fixedScale == right.fixedScale
  }

  /// The name used in lessons, with the scale if it is fixed.
  public var description: String {
    guard let fixedScale, self != .zeros else { return name }
    return "\(name)(\(fixedScale))"
  }

  /// The initializer of a name, in which underscores may stand for hyphens; nil if unknown.
  public static func named(_ name: String) -> WeightInitializer? {
    let hyphenated = String(name.map { $0 == "_" ? "-" : $0 })
    return all.first { $0.name == hyphenated }
  }

  /// Every initializer that a lesson can name without a number.
  public static let all: [WeightInitializer] = [
    lecunUniform, lecunNormal, glorotUniform, glorotNormal, heUniform, heNormal, zeros,
  ]

  /// Uniform with variance `1/fanIn`: bound `√(3/fanIn)`.
  ///
  /// - Source: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.6
  public static let lecunUniform = WeightInitializer(
    name: "lecun-uniform", author: "LeCun", distribution: .uniform, formula: "√(3/nᵢₙ)"
  ) { fanIn, _ in (3 / fanIn).squareRoot() }

  /// Normal with standard deviation `√(1/fanIn)`.
  ///
  /// - Source: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.6
  public static let lecunNormal = WeightInitializer(
    name: "lecun-normal", author: "LeCun", distribution: .normal, formula: "√(1/nᵢₙ)"
  ) { fanIn, _ in (1 / fanIn).squareRoot() }

  /// Uniform with variance `2/(fanIn + fanOut)`: bound `√(6/(fanIn + fanOut))`.
  ///
  /// - Source: Glorot & Bengio 2010, eq. 16
  public static let glorotUniform = WeightInitializer(
    name: "glorot-uniform", author: "Glorot", distribution: .uniform, formula: "√(6/(nᵢₙ + nₒᵤₜ))"
  ) { fanIn, fanOut in (6 / (fanIn + fanOut)).squareRoot() }

  /// Normal with standard deviation `√(2/(fanIn + fanOut))`.
  ///
  /// - Source: Glorot & Bengio 2010, eq. 12
  public static let glorotNormal = WeightInitializer(
    name: "glorot-normal", author: "Glorot", distribution: .normal, formula: "√(2/(nᵢₙ + nₒᵤₜ))"
  ) { fanIn, fanOut in (2 / (fanIn + fanOut)).squareRoot() }

  /// Uniform with variance `2/fanIn`: bound `√(6/fanIn)`.
  ///
  /// - Source: He, Zhang, Ren & Sun 2015, eq. 10
  public static let heUniform = WeightInitializer(
    name: "he-uniform", author: "He", distribution: .uniform, formula: "√(6/nᵢₙ)"
  ) { fanIn, _ in (6 / fanIn).squareRoot() }

  /// Normal with standard deviation `√(2/fanIn)`.
  ///
  /// - Source: He, Zhang, Ren & Sun 2015, eq. 10
  public static let heNormal = WeightInitializer(
    name: "he-normal", author: "He", distribution: .normal, formula: "√(2/nᵢₙ)"
  ) { fanIn, _ in (2 / fanIn).squareRoot() }

  /// All weights 0: units of a layer stay equal to each other.
  public static let zeros = WeightInitializer(
    name: "zeros", distribution: .constant, fixedScale: 0)

  /// All weights equal to `value`.
  public static func constant(_ value: Double) -> WeightInitializer {
    WeightInitializer(name: "constant", distribution: .constant, fixedScale: value)
  }

  /// Uniform from `-bound` to `bound`, whatever the layer.
  public static func uniform(_ bound: Double) -> WeightInitializer {
    WeightInitializer(name: "uniform", distribution: .uniform, fixedScale: bound)
  }

  /// Normal with mean 0, whatever the layer.
  public static func normal(_ standardDeviation: Double) -> WeightInitializer {
    WeightInitializer(name: "normal", distribution: .normal, fixedScale: standardDeviation)
  }
}
