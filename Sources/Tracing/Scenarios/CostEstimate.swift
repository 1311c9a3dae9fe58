import Wording

/// What a scenario would take, found before anything is run.
public struct CostEstimate: Equatable, Sendable {
  /// Bytes of the kept steps and curves.
  public var bytes: Double
  /// Multiplications with an addition, forward and backward, of the whole training.
  ///
  /// Each pass through a layer counts as a thousand more, which is what small networks cost.
  public var multiplyAdds: Double
  /// Number of kept steps.
  public var stepCount: Int
  /// Number of trainings: more than 1 for a sweep.
  public var trainingCount: Int

  /// Makes an estimate.
  public init(bytes: Double, multiplyAdds: Double, stepCount: Int, trainingCount: Int = 1) {
    self.bytes = bytes
    self.multiplyAdds = multiplyAdds
    self.stepCount = stepCount
    self.trainingCount = trainingCount
  }

  /// Time that a pass through a layer takes whatever its size, in multiply-adds; measured.
  static let workOfCall = 1000.0

  /// What an epoch of the curves takes while it is kept, written and drawn; measured.
  static let bytesOfEpoch = 440.0

  /// What a kept step takes besides its parameters.
  static let bytesOfStep = 200.0
}

/// What a scenario may take before it is refused.
public struct CostLimits: Equatable, Sendable {
  /// Bytes of the kept steps and curves.
  public var bytes: Double
  /// Multiplications with an addition.
  public var multiplyAdds: Double
  /// Rows of a data file.
  public var rows: Int

  /// Makes limits; by default 256 MiB, 2·10¹² multiply-adds, some minutes to an hour of work, and 200,000 rows.
  public init(
    bytes: Double = 268_435_456, multiplyAdds: Double = 2e12, rows: Int = 200_000
  ) {
    self.bytes = bytes
    self.multiplyAdds = multiplyAdds
    self.rows = rows
  }

  /// What is beyond the limits and how to allow it; nil if nothing is.
  func objection(to cost: CostEstimate) -> (message: String, help: String)? {
    cost.trainingCount > 1 ? objection(toSweep: cost) : objection(toTraining: cost)
  }

  private func objection(toSweep cost: CostEstimate) -> (message: String, help: String)? {
    let less = "sweep over fewer seeds or values, train fewer epochs, or allow it with limits: "
    if cost.bytes > bytes {
      return (
        "the sweep would keep \(ByteCount(cost.bytes)) of \(cost.trainingCount) trainings; "
          + "the limit is \(ByteCount(bytes))",
        less + "{memory: \(ByteCount(cost.bytes).roundedUp)}"
      )
    }
    if cost.multiplyAdds > multiplyAdds {
      return (
        "\(cost.trainingCount) trainings would take \(Self.scientific(cost.multiplyAdds)) "
          + "multiply-adds; the limit is \(Self.scientific(multiplyAdds))",
        less + "{multiply-adds: \(Self.scientific(cost.multiplyAdds, up: true))}"
      )
    }
    return nil
  }

  private func objection(toTraining cost: CostEstimate) -> (message: String, help: String)? {
    if cost.bytes > bytes {
      let wanted = ByteCount(cost.bytes)
      return (
        "the trace would take \(wanted) (\(counted(cost.stepCount, "step"))); the limit is "
          + "\(ByteCount(bytes))",
        "keep fewer steps in 'trace', train fewer epochs, or allow it with "
          + "limits: {memory: \(ByteCount(cost.bytes).roundedUp)}"
      )
    }
    if cost.multiplyAdds > multiplyAdds {
      return (
        "training would take \(Self.scientific(cost.multiplyAdds)) multiply-adds; the limit is "
          + Self.scientific(multiplyAdds),
        "train fewer epochs, a smaller network or fewer rows, or allow it with "
          + "limits: {multiply-adds: \(Self.scientific(cost.multiplyAdds, up: true))}"
      )
    }
    return nil
  }

  /// A number with two digits and a power of ten, such as `3.4e12`; all digits below 100 000.
  static func scientific(_ value: Double, up: Bool = false) -> String {
    let rule: FloatingPointRoundingRule = up ? .up : .toNearestOrEven
    guard value >= 100_000 else { return String(Int(value.rounded(rule))) }
    var (digits, exponent) = (value, 0)
    while digits >= 100 { (digits, exponent) = (digits / 10, exponent + 1) }
    var whole = Int(digits.rounded(rule))
    if whole >= 100 { (whole, exponent) = (whole / 10, exponent + 1) }
    let tenths = whole % 10 == 0 ? "" : ".\(whole % 10)"
    return "\(whole / 10)\(tenths)e\(exponent + 1)"
  }
}

/// A number of bytes as people write it: `1 GiB`, `512 MiB`.
struct ByteCount: Equatable, CustomStringConvertible {
  static let units = ["B", "KiB", "MiB", "GiB", "TiB"]

  let bytes: Double

  init(_ bytes: Double) { self.bytes = bytes }

  /// Reads a whole number or a decimal with one of `units`; nil if the text is something else.
  init?(parsing text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let value = Double(digits), value > 0,
      let power = Self.units.firstIndex(where: { $0 == unit })
    else { return nil }
    self.bytes = (0..<power).reduce(value) { size, _ in size * 1024 }
  }

  /// The number in the largest unit of which there is at least one, with one decimal below 10.
  var description: String { text { $0.rounded(.toNearestOrEven) } }

  /// The same, but never less than the number.
  var roundedUp: String { text { $0.rounded(.up) } }

  private func text(_ round: (Double) -> Double) -> String {
    var (size, power) = (bytes, 0)
    while size >= 1024, power < Self.units.count - 1 { (size, power) = (size / 1024, power + 1) }
    let tenths = Int(min(round(size * 10), 1e15))
    if tenths < 100 && tenths % 10 > 0 {
      return "\(tenths / 10).\(tenths % 10) \(Self.units[power])"
    }
    return "\(Int(min(round(size), 1e15))) \(Self.units[power])"
  }
}
