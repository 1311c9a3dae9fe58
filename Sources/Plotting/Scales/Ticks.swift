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

  /// Ticks at the given values, labelled with as few decimals as tell them apart.
  public static func at(_ values: [Double]) -> Ticks {
    let places = (0...6).first { places in
      values.allSatisfy { value in
        let scale = Logarithm.powerOfTen(places)
        let scaled = value * scale
        return (scaled - scaled.rounded(.toNearestOrEven)).magnitude < 1e-6
      }
    }
    return Ticks(values: values, labels: values.map { NumberText.fixed($0, places: places ?? 6) })
  }

  /// Round values inside `domain`, about `count` of them, fitting the transform of the scale.
  public static func nice(
    _ domain: ClosedRange<Double>, count: Int, transform: ScaleTransform = .linear
  ) -> Ticks {
    guard domain.lowerBound.isFinite, domain.upperBound.isFinite else { return .none }
    if transform == .log { return logarithmic(domain, count: count) }
    if transform == .symlog { return symmetricLogarithmic(domain, count: count) }
    let step = niceStep(domain, count: count)
    guard step > 0 else { return at([domain.lowerBound]) }
    let slack = step * 1e-9
    let first = ((domain.lowerBound - slack) / step).rounded(.up)
    let last = ((domain.upperBound + slack) / step).rounded(.down)
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

  /// The step 1, 2, 2.5 or 5 times a power of ten that gives the number of steps nearest `count`,
  /// and no more than `count` of them; 0 for an empty range.
  public static func niceStep(_ domain: ClosedRange<Double>, count: Int) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0, count > 0, length.isFinite else { return 0 }
    let raw = length / Double(count)
    let power = Logarithm.power10(Logarithm.base10(raw).rounded(.down))
    for factor in [1, 2, 2.5, 5, 10] where factor * power >= raw * (1 - 1e-9) {
      return factor * power
    }
    return 10 * power
  }

  private static func logarithmic(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    guard domain.lowerBound > 0 else { return .none }
    let first = Int((Logarithm.base10(domain.lowerBound) - 1e-9).rounded(.up))
    let last = Int((Logarithm.base10(domain.upperBound) + 1e-9).rounded(.down))
    guard last > first else {
      // Less than two decades inside: 1, 2, 5 steps read better than a single power.
      let candidates = (first - 2...last + 1).flatMap { n in
        [1.0, 2, 5].map { $0 * Logarithm.powerOfTen(n) }
      }
      let inside = candidates.filter { domain.contains($0) }
      return Ticks(values: inside, labels: inside.map { NumberText.significant($0, digits: 1) })
    }
    let stride = max(
      1, (last - first) / max(count, 1) + ((last - first) % max(count, 1) > 0 ? 1 : 0))
    let powers = Swift.stride(from: first, through: last, by: stride).map { $0 }
    return Ticks(
      values: powers.map(Logarithm.powerOfTen),
      labels: powers.map {
        $0 >= -2 && $0 <= 3 ? plainPower($0) : "10" + NumberText.superscript($0)
      })
  }

  private static func plainPower(_ exponent: Int) -> String {
    NumberText.fixed(Logarithm.powerOfTen(exponent), places: max(0, -exponent))
  }

  private static func symmetricLogarithmic(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    var values = [0.0]
    var power = 1.0
    while power <= max(domain.upperBound, -domain.lowerBound), values.count < 40 {
      values += [power, -power]
      power *= 10
    }
    return at(values.filter { domain.contains($0) }.sorted())
  }
}
