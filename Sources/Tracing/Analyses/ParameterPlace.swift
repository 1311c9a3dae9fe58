public import Networks

/// The place of one weight or bias in a network, for its place in the list of all parameters.
public struct ParameterPlace: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The layer, counted from 0.
  public let layer: Int
  /// The unit that the parameter belongs to, counted from 0.
  public let unit: Int
  /// The input that a weight weighs, counted from 0; nil for the bias.
  public let input: Int?

  /// Makes the place of a weight, or of a bias if `input` is nil.
  public init(layer: Int, unit: Int, input: Int?) {
    self.layer = layer
    self.unit = unit
    self.input = input
  }

  /// The place of number `index` of `Network.parameters`; nil if there are not so many.
  public init?(_ index: Int, in network: Network) {
    guard index >= 0 else { return nil }
    var rest = index
    for (number, layer) in network.layers.enumerated() {
      let weightCount = layer.fanIn * layer.fanOut
      if rest < weightCount {
        self.init(layer: number, unit: rest / layer.fanIn, input: rest % layer.fanIn)
        return
      }
      if rest < layer.parameterCount {
        self.init(layer: number, unit: rest - weightCount, input: nil)
        return
      }
      rest -= layer.parameterCount
    }
    return nil
  }

  /// The index in `Network.parameters`; nil if the network has no such place.
  public func index(in network: Network) -> Int? {
    guard network.layers.indices.contains(layer) else { return nil }
    let own = network.layers[layer]
    let start = network.layers[..<layer].reduce(0) { $0 + $1.parameterCount }
    guard (0..<own.fanOut).contains(unit) else { return nil }
    guard let input else { return start + own.fanIn * own.fanOut + unit }
    return (0..<own.fanIn).contains(input) ? start + unit * own.fanIn + input : nil
  }

  /// The name with all numbers counted from 1, such as `W1[2, 1]` or `b1[2]`.
  public var description: String {
    guard let input else { return "b\(layer + 1)[\(unit + 1)]" }
    return "W\(layer + 1)[\(unit + 1), \(input + 1)]"
  }
}
