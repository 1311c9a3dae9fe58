public import Networks

/// How large updates are beside what they change.
public enum UpdateRatio {
  /// The length of the change of each layer's weights over their length before, biases left out.
  ///
  /// About 0.001 an update is often taken as healthy. Infinite where weights were 0 and changed;
  /// NaN where they were 0 and stayed so.
  ///
  /// - Parameters:
  ///   - before: The network before one or more updates.
  ///   - after: The network after them, of the same shape.
  /// - Returns: One ratio for each layer, from the one nearest the input on.
  /// - Source: Karpathy, CS231n notes, Neural Networks part 3
  public static func ofLayers(before: Network, after: Network) -> [Double] {
    precondition(
      before.layers.count == after.layers.count,
      "\(before.layers.count) layers before, \(after.layers.count) after")
    return zip(before.layers, after.layers).map { before, after in
      after.weights.values.minus(before.weights.values).length / before.weights.values.length
    }
  }
}
