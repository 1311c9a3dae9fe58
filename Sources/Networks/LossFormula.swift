/// What a loss compares: row-major buffers of `[rows x columns]`, one row a sample.
struct LossBuffers {
  let logits: UnsafePointer<Double>
  let outputs: UnsafePointer<Double>
  let targets: UnsafePointer<Double>
  let rows: Int
  let columns: Int

  /// Up to eight elements of a buffer from `place` on; lanes past its end are 0.
  @inline(__always)
  func lanes(_ buffer: UnsafePointer<Double>, from place: Int) -> Lanes {
    let rest = rows * columns - place
    if rest >= Lanes.scalarCount {
      return UnsafeRawPointer(buffer + place).loadUnaligned(as: Lanes.self)
    }
    var lanes = Lanes()
    for lane in 0..<rest { lanes[lane] = buffer[place + lane] }
    return lanes
  }
}

/// A loss as functions on whole buffers.
struct LossFormula: Sendable {
  /// Something of pre-activations, outputs and targets, eight of each.
  typealias LaneFunction = @Sendable (_ logit: Lanes, _ output: Lanes, _ target: Lanes) -> Lanes

  /// The losses of the rows, added up from the first to the last.
  let sum: @Sendable (LossBuffers) -> Double
  /// Writes the derivative of each row's own loss by its outputs.
  let differentiate: @Sendable (LossBuffers, UnsafeMutablePointer<Double>) -> Void

  /// A loss that adds up, or averages, something of each pre-activation, output and target.
  static func elementwise(
    averaged: Bool, value: @escaping LaneFunction, slope: @escaping LaneFunction
  ) -> LossFormula {
    LossFormula(
      sum: { sumRows($0, averaged: averaged, value) },
      differentiate: { fill($1, $0, averaged: averaged, slope) })
  }

  /// `-(y ln a + (1 - y) ln(1 - a))` of outputs; terms with factor 0 count as 0.
  static func binaryCrossEntropy(averaged: Bool) -> LossFormula {
    elementwise(averaged: averaged) { _, output, target in
      let yes = (target * Elementary.log(output)).replacing(with: 0, where: target .== 0)
      let no = ((1 - target) * Elementary.log1p(-output)).replacing(with: 0, where: target .== 1)
      return -(yes + no)
    } slope: { _, output, target in
      let yes = (target / output).replacing(with: 0, where: target .== 0)
      let no = ((1 - target) / (1 - output)).replacing(with: 0, where: target .== 1)
      return no - yes
    }
  }

  /// `-Σ y ln a` of outputs; terms with target 0 count as 0.
  static let categoricalCrossEntropy = elementwise(averaged: false) { _, output, target in
    (-target * Elementary.log(output)).replacing(with: 0, where: target .== 0)
  } slope: { _, output, target in
    (-target / output).replacing(with: 0, where: target .== 0)
  }

  /// Adds `value` of all elements row by row, each row over its length if `averaged`.
  private static func sumRows(
    _ buffers: LossBuffers, averaged: Bool, _ value: LaneFunction
  ) -> Double {
    let count = buffers.rows * buffers.columns
    var sum = RowSum(columns: buffers.columns, averaged: averaged)
    for place in stride(from: 0, to: count, by: Lanes.scalarCount) {
      let values = value(
        buffers.lanes(buffers.logits, from: place), buffers.lanes(buffers.outputs, from: place),
        buffers.lanes(buffers.targets, from: place))
      for lane in 0..<min(Lanes.scalarCount, count - place) { sum.add(values[lane]) }
    }
    return sum.total
  }

  /// Writes `function` of all elements, over the length of a row if `averaged`.
  static func fill(
    _ result: UnsafeMutablePointer<Double>, _ buffers: LossBuffers, averaged: Bool,
    _ function: LaneFunction
  ) {
    let divisor = averaged ? Double(buffers.columns) : 1
    let count = buffers.rows * buffers.columns
    var place = 0
    while place < count {
      let values = function(
        buffers.lanes(buffers.logits, from: place), buffers.lanes(buffers.outputs, from: place),
        buffers.lanes(buffers.targets, from: place))
      for lane in 0..<min(Lanes.scalarCount, count - place) {
        result[place + lane] = values[lane] / divisor
      }
      place += Lanes.scalarCount
    }
  }
}

/// Adds numbers row by row, and the rows from the first to the last.
struct RowSum {
  private(set) var total = 0.0
  private var sum = 0.0
  private var column = 0
  private let columns: Int
  private let divisor: Double

  /// Starts at 0; each row counts over its length if `averaged`.
  init(columns: Int, averaged: Bool) {
    self.columns = columns
    divisor = averaged ? Double(columns) : 1
  }

  @inline(__always)
  mutating func add(_ value: Double) {
    sum += value
    column += 1
    if column == columns {
      total += sum / divisor
      (sum, column) = (0, 0)
    }
  }
}
