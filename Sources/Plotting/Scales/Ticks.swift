/// The marks of an axis: round values inside a range, with their labels.
public struct Ticks: Sendable, Equatable {
  /// Where the ticks stand, ascending, in values.
  public var values: [Double]
  /// What stands at each; an empty label leaves the tick bare.
  public var labels: [String]

  /// Makes ticks from values and as many labels.
  public init(values: [Double], labels: [String]) {
    precondition(
      values.count == labels.count, "\(labels.count) labels for \(values.count) ticks")
    self.values = values
    self.labels = labels
  }

  /// No ticks.
  public static let none = Ticks(values: [], labels: [])

  /// Ticks at the given values, labelled with as few digits as tell them apart.
  ///
  /// Very large and very small values are written with powers of ten.
  public static func at(_ values: [Double]) -> Ticks {
    let decimals = Decimals(of: values)
    return Ticks(values: values, labels: values.map(decimals.text))
  }

  /// Round values inside `domain`, about `count` of them, fitting the transform of the scale.
  public static func nice(
    _ domain: ClosedRange<Double>, count: Int, transform: ScaleTransform = .linear
  ) -> Ticks {
    guard domain.lowerBound.isFinite, domain.upperBound.isFinite else { return .none }
    if transform == .log { return logarithmic(domain, count: count) }
    if transform == .symlog { return symmetricLogarithmic(domain, count: count) }
    return linear(domain, count: count)
  }

  /// The step 1, 2, 2.5 or 5 times a power of ten that gives the number of steps nearest `count`,
  /// and no more than `count` of them; 0 for an empty range.
  public static func niceStep(_ domain: ClosedRange<Double>, count: Int) -> Double {
    let (lower, upper) = (domain.lowerBound, domain.upperBound)
    guard upper > lower, count > 0, lower.isFinite, upper.isFinite else { return 0 }
    let length = upper - lower
    let raw =
      length.isFinite ? length / Double(count) : upper / Double(count) - lower / Double(count)
    let power = Logarithm.power10(Logarithm.base10(raw).rounded(.down))
    for factor in [1, 2, 2.5, 5, 10] where factor * power >= raw * (1 - 1e-9) {
      return factor * power
    }
    return 10 * power
  }

  private static func linear(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    let step = niceStep(domain, count: count)
    guard step > 0, step.isFinite else { return at([domain.lowerBound]) }
    // Between two numbers that are almost neighbors as doubles nothing is round.
    let finest = max(domain.lowerBound.magnitude, domain.upperBound.magnitude).ulp
    guard step > 8 * finest else { return at([domain.lowerBound, domain.upperBound]) }
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return .none }
    // Whole multiples of the step, so that no tick carries the error of a sum. Steps below 1 divide
    // by a whole number instead: 3 / 10 is the double nearest 0.3, 3 * 0.1 is not.
    let inverse = (1 / step).rounded(.toNearestOrEven)
    let divides = step < 1 && (inverse * step - 1).magnitude < 1e-12
    let values = (0...Int(last - first)).map { index -> Double in
      let multiple = first + Double(index)
      return divides ? multiple / inverse : multiple * step
    }
    return at(values.map { $0 == 0 ? 0 : $0 })
  }

  private static func logarithmic(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    guard domain.lowerBound > 0 else { return .none }
    let first = Int((Logarithm.base10(domain.lowerBound) - 1e-9).rounded(.up))
    let last = Int((Logarithm.base10(domain.upperBound) + 1e-9).rounded(.down))
    guard last > first + 1 else {
      // One or two powers inside are too few to read a curve by: 1, 2, 5 steps, or 1, 3 steps.
      for steps in [[1.0, 2, 5], [1.0, 3]] {
        let candidates = (first - 2...last + 1).flatMap { n in
          steps.map { Logarithm.times($0, powerOfTen: n) }
        }
        let inside = candidates.filter { domain.contains($0) }
        guard inside.count > 1, inside.count <= count + 2 else { continue }
        return Ticks(
          values: inside, labels: inside.map { NumberText.significant($0, digits: 1) })
      }
      return last > first
        ? powers(from: first, to: last, count: count) : linear(domain, count: count)
    }
    return powers(from: first, to: last, count: count)
  }

  private static func powers(from first: Int, to last: Int, count: Int) -> Ticks {
    let powers = Array(stride(from: first, through: last, by: decades(last - first, among: count)))
    return Ticks(values: powers.map { Logarithm.powerOfTen($0) }, labels: powers.map(powerLabel))
  }

  /// How many decades apart ticks stand so that `steps` decades take no more than `count` steps.
  private static func decades(_ steps: Int, among count: Int) -> Int {
    let count = max(count, 1)
    return max(1, (steps + count - 1) / count)
  }

  private static func powerLabel(_ exponent: Int) -> String {
    exponent >= -2 && exponent <= 3
      ? NumberText.fixed(Logarithm.powerOfTen(exponent), places: max(0, -exponent))
      : "10" + NumberText.superscript(exponent)
  }

  private static func symmetricLogarithmic(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    let farthest = max(domain.upperBound, -domain.lowerBound)
    guard farthest >= 10 else { return linear(domain, count: count) }
    if domain.lowerBound >= 1 { return logarithmic(domain, count: count) }
    if domain.upperBound <= -1 {
      let mirrored = logarithmic(-domain.upperBound...(-domain.lowerBound), count: count)
      return Ticks(
        values: mirrored.values.reversed().map { -$0 },
        labels: mirrored.labels.reversed().map { NumberText.minus + $0 })
    }
    let highest = Int((Logarithm.base10(farthest) + 1e-9).rounded(.down))
    // The powers of ten begin at 1: a little room beyond 0 is no side of its own.
    let sides = domain.lowerBound <= -1 && domain.upperBound >= 1 ? 2 : 1
    var ticks = [(value: 0.0, label: "0")]
    for exponent in stride(
      from: highest, through: 0, by: -decades(highest + 1, among: count / sides))
    {
      let (value, label) = (Logarithm.powerOfTen(exponent), powerLabel(exponent))
      ticks += [(value, label), (-value, NumberText.minus + label)]
    }
    let inside = ticks.filter { domain.contains($0.value) }.sorted { $0.value < $1.value }
    guard inside.count > 1 else { return linear(domain, count: count) }
    return Ticks(values: inside.map { $0.value }, labels: inside.map { $0.label })
  }
}

/// How many digits the numbers of one axis need, and whether they need powers of ten.
private struct Decimals {
  /// Decimals where numbers are written plainly.
  private var places = 0
  /// Significant digits where they are written with powers of ten; nil for plain numbers.
  private var digits: Int?

  init(of values: [Double]) {
    let finite = values.filter { $0.isFinite }.sorted()
    let largest = finite.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return }
    let gaps = zip(finite, finite.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    // What rounding may move a number by: far less than the way to the next one, or, for a number
    // alone, less than anybody would read.
    let slack = gaps.min().map { $0 * 1e-3 } ?? largest * 1e-6
    places = (0..<17).first { Self.keeps(finite, places: $0, slack: slack) } ?? 17
    let needed =
      (1..<17).first { digits in
        finite.allSatisfy { value in
          value == 0
            || Self.keeps(
              [value], places: digits - 1 - NumberText.decimalExponent(of: value), slack: slack)
        }
      } ?? 17
    if largest < 1e-4 || largest >= 1e15 || (largest >= 1e7 && needed < 4) { digits = needed }
  }

  func text(_ value: Double) -> String {
    digits.map { NumberText.scientific(value, digits: $0) }
      ?? NumberText.fixed(value, places: places)
  }

  /// Whether no value moves by more than `slack` when rounded to `places` decimals, which may be
  /// negative.
  private static func keeps(_ values: [Double], places: Int, slack: Double) -> Bool {
    values.allSatisfy { value in
      let scaled = Logarithm.times(value, powerOfTen: places)
      let error = (scaled - scaled.rounded(.toNearestOrEven)).magnitude
      return Logarithm.times(error, powerOfTen: -places) <= slack
    }
  }
}
