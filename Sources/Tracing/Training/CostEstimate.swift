import Networks
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
  private static let workOfCall = 1000.0

  /// The cost of training a network.
  ///
  /// - Parameters:
  ///   - widths: Number of inputs, then of the units of each layer.
  ///   - rows: Number of rows that are learned from.
  ///   - validationRows: Number of rows that the network is measured on besides.
  ///   - batch: Number of rows in a batch.
  ///   - epochs: Number of epochs.
  ///   - schedule: What is kept.
  init(
    widths: [Int], rows: Int, validationRows: Int = 0, batch: Int, epochs: Int,
    schedule: TraceSchedule
  ) {
    let pairs = zip(widths, widths.dropFirst())
    let weights = pairs.reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let parameters = pairs.reduce(0.0) { $0 + Double($1.0 + 1) * Double($1.1) }
    let updates = (Double(rows) / Double(batch)).rounded(.up) * Double(epochs)
    let epochSteps = schedule.epochCount(upTo: epochs)
    let updateSteps = schedule.updateCount(upTo: Int(min(updates, 1e15)))
    // Values and gradients of a row: its inputs, and pre-activation and activation of each unit.
    let units = widths.dropFirst().reduce(0.0) { $0 + Double($1) }
    let rowBytes = 8 * (2 * (Double(widths[0]) + 2 * units) + 1)
    let parameterBytes = 8 * 2 * parameters + 1000
    bytes =
      Double(epochSteps) * (Double(rows) * rowBytes + parameterBytes)
      + Double(updateSteps) * (Double(batch) * rowBytes + parameterBytes)
      + 8 * (5 * Double(epochs) + updates)
      // What training works on: passes over all rows, parameters, gradients, optimizer.
      + Double(rows + validationRows) * rowBytes + 8 * 5 * parameters
    let layers = Double(widths.count - 1)
    multiplyAdds =
      weights * Double(rows) * (3 * Double(epochs) + Double(epochs + 1))
      + weights * Double(validationRows) * Double(epochs + 1)
      + Self.workOfCall * layers * (updates + Double(epochs + 1) * (validationRows > 0 ? 2 : 1))
    stepCount = epochSteps + updateSteps
    trainingCount = 1
  }

  /// The cost of training a perceptron, every presentation of which is kept.
  init(perceptronInputs inputs: Int, presentations: Int, rows: Int, epochs: Int, steps: Int) {
    let shown = Double(presentations) * Double(epochs)
    let stepBytes = Double(rows) * 8 * Double(inputs + 3) + 1000
    bytes = shown * Double(2 * (32 + 8 * inputs) + 100) + Double(steps) * stepBytes
    multiplyAdds = shown * Double(2 * inputs) + Double(rows * inputs) * Double(epochs)
    stepCount = steps
    trainingCount = 1
  }
}

extension CostEstimate {
  /// The cost of descents on a function: positions and values of all steps are kept.
  init(_ descent: DescentSpec) {
    let points = Double(descent.starts.count) * (Double(descent.steps) + 1)
    let bytesOfPoint = Double(8 * (descent.field.dimension + 1) + 48)
    self.init(
      bytes: points * bytesOfPoint, multiplyAdds: points * Self.workOfCall,
      stepCount: Int(min(points, 1e15)))
  }

  /// The cost of trainings of which a few numbers and a short curve are kept, one after the other.
  ///
  /// - Parameters:
  ///   - members: For each combination of settings, what one training takes.
  ///   - seeds: How many trainings there are of each.
  init(members: [CostEstimate], seeds: Int) {
    let count = Double(members.count) * Double(seeds)
    let bytesOfMember = Double(16 * SweepMember.curveLimit + 300)
    self.init(
      bytes: count * bytesOfMember + (members.map { $0.bytes }.max() ?? 0),
      multiplyAdds: members.reduce(0) { $0 + $1.multiplyAdds } * Double(seeds),
      stepCount: 0, trainingCount: Int(min(count, 1e15)))
  }
}

/// What a scenario may take before it is refused.
public struct CostLimits: Equatable, Sendable {
  /// Bytes of the kept steps and curves.
  public var bytes: Double
  /// Multiplications with an addition.
  public var multiplyAdds: Double

  /// Makes limits; by default 1 GiB and 2·10¹² multiply-adds, some minutes to an hour of work.
  public init(bytes: Double = 1_073_741_824, multiplyAdds: Double = 2e12) {
    self.bytes = bytes
    self.multiplyAdds = multiplyAdds
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
