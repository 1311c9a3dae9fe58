public import Networks

/// Which two directions a picture of the loss around a network shows.
public enum SurfaceDirections: Equatable, Sendable {
  /// Two random directions with normal components, scaled to the network.
  ///
  /// Orthogonal ones are made so part by part, as random directions of small networks are not.
  case random(
    seed: UInt64, normalization: DirectionNormalization = .filter, orthogonal: Bool = true,
    includesBiases: Bool = true)
  /// Two parameters, by their different indices in `Network.parameters`; the coordinates are the
  /// values of the two themselves.
  case weights(Int, Int)
  /// The two principal components of a path of parameter lists; see `PrincipalComponents`.
  case principal(of: [[Double]])

  /// The plane of the two directions through a network.
  ///
  /// The parameters of the network are its origin, except of `weights`, whose origin has the two
  /// parameters at 0.
  public func plane(through network: Network) -> SurfacePlane {
    switch self {
    case .random(let seed, let normalization, let orthogonal, let includesBiases):
      var generator = SeededGenerator(seed: seed)
      let raw = (0..<2).map { _ in (0..<network.parameterCount).map { _ in generator.normal() } }
      let scaled = raw.map {
        normalization.scaled($0, to: network, includesBiases: includesBiases)
      }
      let second =
        orthogonal
        ? normalization.orthogonalized(
          scaled[1], to: scaled[0], in: network, includesBiases: includesBiases) : scaled[1]
      return SurfacePlane(origin: network.parameters, first: scaled[0], second: second)
    case .weights(let first, let second):
      return plane(of: first, second, in: network.parameters)
    case .principal(let path):
      let components = PrincipalComponents(of: path, dimension: network.parameterCount)
      return SurfacePlane(
        origin: network.parameters, first: components.first, second: components.second,
        explainedVariance: components.explainedVariance)
    }
  }

  private func plane(of first: Int, _ second: Int, in parameters: [Double]) -> SurfacePlane {
    precondition(
      parameters.indices.contains(first) && parameters.indices.contains(second)
        && first != second, "no two of \(parameters.count) parameters: \(first) and \(second)")
    let none = [Double](repeating: 0, count: parameters.count)
    var (origin, axes) = (parameters, [none, none])
    for (axis, index) in [first, second].enumerated() {
      origin[index] = 0
      axes[axis][index] = 1
    }
    return SurfacePlane(origin: origin, first: axes[0], second: axes[1])
  }
}
