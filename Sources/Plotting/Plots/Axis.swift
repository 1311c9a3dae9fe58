/// One side of a panel: what runs along it and how it is labelled.
public struct Axis: Sendable, Equatable {
  /// Which ticks an axis shows.
  public enum TickChoice: Sendable, Equatable {
    /// Round values, as many as fit.
    case nice
    /// These.
    case fixed(Ticks)
    /// None, and no line either.
    case hidden
  }

  /// The name of what runs along the axis; empty for none.
  public var label: String
  /// How values are bent.
  public var transform: ScaleTransform
  /// The values at the ends; nil for what the marks span, with a little room.
  public var domain: ClosedRange<Double>?
  /// The ticks.
  public var ticks: TickChoice
  /// Whether thin lines cross the panel at the ticks.
  public var hasGrid: Bool

  /// Makes an axis.
  public init(
    _ label: String = "", transform: ScaleTransform = .linear,
    domain: ClosedRange<Double>? = nil, ticks: TickChoice = .nice, hasGrid: Bool = false
  ) {
    self.label = label
    self.transform = transform
    self.domain = domain
    self.ticks = ticks
    self.hasGrid = hasGrid
  }

  /// No line, no ticks, no label; the scale is there all the same.
  public static func hidden(_ domain: ClosedRange<Double>? = nil) -> Axis {
    Axis(domain: domain, ticks: .hidden)
  }

  var isVisible: Bool { ticks != .hidden }

  /// The domain for values that span `extent`: the fixed one, or the extent with a little room.
  func resolvedDomain(_ extent: ClosedRange<Double>?) -> ClosedRange<Double> {
    if let domain { return domain }
    guard let extent else { return 0...1 }
    let (lower, upper) = (extent.lowerBound, extent.upperBound)
    if transform == .log {
      let room = Logarithm.power10(
        max(0.02, (Logarithm.base10(upper) - Logarithm.base10(max(lower, 1e-300))) * 0.04))
      return max(lower, 1e-300) / room...max(upper, 1e-300) * room
    }
    guard upper > lower else {
      let room = lower == 0 ? 1 : lower.magnitude * 0.1
      return lower - room...upper + room
    }
    let room = (upper - lower) * 0.04
    return lower - room...upper + room
  }

  func resolvedTicks(_ domain: ClosedRange<Double>, length: Double, spacing: Double) -> Ticks {
    switch ticks {
    case .nice:
      return .nice(domain, count: max(2, Int(length / spacing)), transform: transform)
    case .fixed(let ticks): return ticks
    case .hidden: return .none
    }
  }
}
