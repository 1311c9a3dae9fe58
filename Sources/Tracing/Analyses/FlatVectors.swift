// Arithmetic on flat lists of parameters, summed from the first to the last.
extension [Double] {
  /// The sum of the products with another list of the same length.
  func dot(_ other: [Double]) -> Double {
    precondition(count == other.count, "\(count) numbers times \(other.count)")
    var sum = 0.0
    for index in indices { sum += self[index] * other[index] }
    return sum
  }

  /// The Euclidean length.
  var length: Double { dot(self).squareRoot() }

  /// The differences from another list of the same length.
  func minus(_ other: [Double]) -> [Double] {
    precondition(count == other.count, "\(count) numbers minus \(other.count)")
    return indices.map { self[$0] - other[$0] }
  }

  /// All numbers times one factor.
  func times(_ factor: Double) -> [Double] { map { $0 * factor } }
}
