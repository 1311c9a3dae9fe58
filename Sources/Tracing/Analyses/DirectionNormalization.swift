public import Networks

/// How the parts of a random direction are scaled to the network that it leads away from.
///
/// Without a scale, a step along a direction means little to large weights and much to small ones.
/// A part of the network whose parameters are all 0 has no scale, and the direction is 0 there.
///
/// - Source: Li, Xu, Taylor, Studer & Goldstein 2018, Visualizing the Loss Landscape of Neural Nets,
///   section 4
public enum DirectionNormalization: String, CaseIterable, Sendable {
  /// Each unit's incoming weights, with its bias if biases take part, get the length that they have
  /// in the network.
  case filter
  /// Each layer's weights, with its biases if they take part, get the length that they have.
  case layer
  /// Nothing is scaled.
  case raw

  /// Scales a direction to a network.
  ///
  /// Without biases the filters and layers are those of the paper; a small network has most of its
  /// character in the biases, so that there they should take part.
  ///
  /// - Parameters:
  ///   - direction: A number for each parameter, in the order of `Network.parameters`.
  ///   - network: The network that gives the lengths.
  ///   - includesBiases: Whether biases take part; otherwise the result is 0 at each of them.
  /// - Returns: The scaled direction; parts that were 0 stay 0.
  public func scaled(
    _ direction: [Double], to network: Network, includesBiases: Bool
  ) -> [Double] {
    let parameters = network.parameters
    precondition(
      direction.count == parameters.count,
      "a direction of \(direction.count) numbers for \(parameters.count) parameters")
    var result = [Double](repeating: 0, count: direction.count)
    for part in parts(of: network, includesBiases: includesBiases) {
      let own = part.map { direction[$0] }
      let wanted = self == .raw ? own.length : part.map { parameters[$0] }.length
      Self.write(own, ofLength: wanted, to: part, of: &result)
    }
    return result
  }

  /// Makes a direction orthogonal to a scaled one, part by part, and keeps the length of each part.
  ///
  /// Random directions of few parameters are far from orthogonal: of 9 parameters the cosine is 0.27
  /// on average. A part of one number cannot hold two orthogonal directions; there, and where
  /// rounding would leave no digit, the result is 0.
  ///
  /// - Parameters:
  ///   - direction: The direction to change, scaled.
  ///   - first: The direction that it shall be orthogonal to, scaled.
  ///   - network: The network, for its parts.
  ///   - includesBiases: Whether biases take part.
  /// - Returns: The second direction; its product with `first` is 0 within rounding.
  public func orthogonalized(
    _ direction: [Double], to first: [Double], in network: Network, includesBiases: Bool
  ) -> [Double] {
    var result = [Double](repeating: 0, count: direction.count)
    for part in parts(of: network, includesBiases: includesBiases) {
      let (own, other) = (part.map { direction[$0] }, part.map { first[$0] })
      var rest = own
      // Twice is enough: the second time removes what rounding left of the first.
      for _ in 0..<2 {
        let square = other.dot(other)
        if square > 0 { rest = rest.minus(other.times(rest.dot(other) / square)) }
      }
      if rest.length > 1e-10 * own.length {
        Self.write(rest, ofLength: own.length, to: part, of: &result)
      }
    }
    return result
  }

  /// The indices of the parameters that are scaled together, for each part.
  private func parts(of network: Network, includesBiases: Bool) -> [[Int]] {
    var parts: [[Int]] = []
    var start = 0
    for layer in network.layers {
      let biasStart = start + layer.fanIn * layer.fanOut
      let filters = (0..<layer.fanOut).map { unit in
        let weights = Array(start + unit * layer.fanIn..<start + (unit + 1) * layer.fanIn)
        return includesBiases ? weights + [biasStart + unit] : weights
      }
      if self == .filter { parts += filters } else { parts.append(filters.flatMap { $0 }) }
      start += layer.parameterCount
    }
    return self == .raw ? [parts.flatMap { $0 }] : parts
  }

  private static func write(
    _ values: [Double], ofLength wanted: Double, to part: [Int], of result: inout [Double]
  ) {
    let length = values.length
    guard length > 0 else { return }
    let factor = wanted == length ? 1 : wanted / length
    for (place, value) in zip(part, values) { result[place] = value * factor }
  }
}
