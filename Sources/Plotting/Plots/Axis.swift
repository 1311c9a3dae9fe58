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
  ///
  /// A logarithmic axis begins at `leastPositive` where values of 0 and below are among those spanned.
  func resolvedDomain(
    _ extent: ClosedRange<Double>?, leastPositive: Double?
  ) -> ClosedRange<Double> {
    if let domain { return domain }
    if transform == .log { return resolvedLogDomain(extent, leastPositive: leastPositive) }
    guard let extent else { return 0...1 }
    let (lower, upper) = (extent.lowerBound, extent.upperBound)
    // Bent values get their room where they are bent: a share of 1000 is far below 0 on this axis.
    if transform == .symlog, upper > lower {
      let (low, high) = (transform.forward(lower), transform.forward(upper))
      let room = (high - low) * 0.04
      return transform.backward(low - room)...transform.backward(high + room)
    }
    let room =
      upper > lower
      ? upper * 0.04 - lower * 0.04 : (lower == 0 ? 1 : lower.magnitude * 0.1)
    let most = Double.greatestFiniteMagnitude
    return max(lower - room, -most)...min(upper + room, most)
  }

  private func resolvedLogDomain(
    _ extent: ClosedRange<Double>?, leastPositive: Double?
  ) -> ClosedRange<Double> {
    guard let extent, extent.upperBound > 0 else { return 1...10 }
    let upper = extent.upperBound
    let lower =
      extent.lowerBound > 0 ? extent.lowerBound : min(leastPositive ?? upper / 1000, upper)
    let room = Logarithm.power10(
      max(0.02, (Logarithm.base10(upper) - Logarithm.base10(lower)) * 0.04))
    return max(lower / room, .leastNonzeroMagnitude)...min(upper * room, .greatestFiniteMagnitude)
  }

  /// The ticks for an axis of `length` points: as many as `spacing` allows, fewer where their labels
  /// would touch; `room` is what a label takes along the axis.
  func resolvedTicks(
    _ domain: ClosedRange<Double>, length: Double, spacing: Double, room: (String) -> Double
  ) -> Ticks {
    switch ticks {
    case .hidden: return .none
    case .fixed(let ticks): return ticks
    case .nice:
      let scale = Scale(domain: domain, from: 0, to: length, transform: transform)
      var count = max(2, Int(length / spacing))
      var ticks = Ticks.nice(domain, count: count, transform: transform)
      while count > 1, ticks.thinned(along: scale, room: room) != ticks {
        count -= 1
        ticks = .nice(domain, count: count, transform: transform)
      }
      // One number says nothing about distances: a few more may still fit.
      for more in count + 1..<count + 5 where ticks.values.count < 2 {
        let closer = Ticks.nice(domain, count: more, transform: transform)
        if closer.thinned(along: scale, room: room) == closer { ticks = closer }
      }
      return ticks
    }
  }
}

extension Ticks {
  /// The same ticks, bare where a label would touch the one before it.
  func thinned(along scale: Scale, room: (String) -> Double) -> Ticks {
    var result = self
    var before: (place: Double, room: Double)?
    for index in values.indices where !labels[index].isEmpty {
      let place = scale(values[index])
      // Beyond the ends nothing is written.
      guard place >= min(scale.start, scale.end) - 0.1, place <= max(scale.start, scale.end) + 0.1
      else { continue }
      let needed = room(labels[index])
      if let last = before, (place - last.place).magnitude < (needed + last.room) / 2 {
        result.labels[index] = ""
      } else {
        before = (place, needed)
      }
    }
    return result
  }
}
