public import Networks

/// How the gradients of mini-batches scatter about the gradient of all rows, at one network.
public struct GradientNoise: Equatable, Sendable {
  /// The gradient of the mean loss over all rows, in the order of `Network.parameters`.
  public let gradient: [Double]
  /// The gradients that were enumerated, `[draws × parameters]`: of single rows, or of slices.
  public let draws: Matrix
  /// What the mean square deviation of `draws` is multiplied by to be that of mini-batches.
  public let factor: Double

  /// The noise of mini-batches of one size, drawn without replacement.
  ///
  /// Enumerates all single rows. The covariance of the mean of `m` of `N` rows is theirs times
  /// `(N - m) / (m (N - 1))`, exactly; 0 for all rows.
  ///
  /// - Parameters:
  ///   - network: The network at which the gradients are taken.
  ///   - data: The rows.
  ///   - loss: The loss of one row.
  ///   - batchSize: The rows in a batch, 1 or more; more than there are count as all.
  /// - Returns: The noise.
  /// - Source: Cochran 1977, Sampling Techniques, theorem 2.2
  public static func ofBatches(
    _ network: Network, data: Dataset, loss: Loss, batchSize: Int
  ) -> GradientNoise {
    precondition(batchSize >= 1, "mini-batches of \(batchSize) rows")
    let rows = data.rowCount
    let factor =
      batchSize >= rows
      ? 0 : Double(rows - batchSize) / (Double(batchSize) * Double(rows - 1))
    return GradientNoise(
      network, data: data, loss: loss, slices: (0..<rows).map { [$0] }, factor: factor)
  }

  /// The noise of just the slices of one epoch, as `MiniBatches.slices` gives them.
  ///
  /// Each slice counts the same, a shorter one at the end too. Deviations are taken from the
  /// gradient of all rows.
  ///
  /// - Parameters:
  ///   - network: The network at which the gradients are taken.
  ///   - data: The rows.
  ///   - loss: The loss of one row.
  ///   - slices: The rows of each slice; none is empty.
  /// - Returns: The noise.
  public static func ofSlices(
    _ network: Network, data: Dataset, loss: Loss, slices: [[Int]]
  ) -> GradientNoise {
    GradientNoise(network, data: data, loss: loss, slices: slices, factor: 1)
  }

  private init(
    _ network: Network, data: Dataset, loss: Loss, slices: [[Int]], factor: Double
  ) {
    var evaluator = LossEvaluator(network, data: data, loss: loss)
    gradient = evaluator.gradient(at: network.parameters)
    var pass = ForwardPass()
    var gradients = Gradients()
    var targets = Matrix(rows: 0, columns: 0)
    var values: [Double] = []
    values.reserveCapacity(slices.count * network.parameterCount)
    for slice in slices {
      precondition(!slice.isEmpty, "a slice without rows")
      network.forward(data.inputs, rows: slice[...], into: &pass)
      data.targets.selectRows(slice[...], into: &targets)
      network.backward(pass, against: targets, through: loss, into: &gradients)
      values.append(contentsOf: gradients.flat)
    }
    draws = Matrix(rows: slices.count, columns: network.parameterCount, values: values)
    self.factor = factor
  }

  /// The variances of a mini-batch's gradient along all parameters added up.
  public var totalVariance: Double {
    (0..<draws.rows).reduce(0) { sum, row in
      let deviation = draws.row(row).minus(gradient)
      return sum + deviation.dot(deviation)
    } / Double(draws.rows) * factor
  }

  /// The length of the gradient over the root of the total variance; infinite without noise.
  public var signalToNoise: Double { gradient.length / totalVariance.squareRoot() }

  /// The scatter of the gradients in the coordinates of a plane.
  ///
  /// A step of plain gradient descent moves `(α, β)` by minus the learning rate times a mini-batch's
  /// coordinates, as far as the plane shows it.
  public func ellipse(on plane: SurfacePlane) -> NoiseEllipse {
    let center = plane.coordinates(of: gradient)
    let coordinates = (0..<draws.rows).map { plane.coordinates(of: draws.row($0)) }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (alpha, beta) in coordinates {
      xx += (alpha - center.alpha) * (alpha - center.alpha)
      xy += (alpha - center.alpha) * (beta - center.beta)
      yy += (beta - center.beta) * (beta - center.beta)
    }
    let scale = factor / Double(draws.rows)
    return NoiseEllipse(
      center: SIMD2(center.alpha, center.beta), xx: xx * scale, xy: xy * scale, yy: yy * scale)
  }
}
