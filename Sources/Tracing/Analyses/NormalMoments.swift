import Networks

/// What becomes of a normal pre-activation with mean 0 in an elementwise activation.
struct NormalMoments: Equatable {
  /// `E[φ(z)]`.
  let mean: Double
  /// `E[φ(z)²]`.
  let meanSquare: Double
  /// `E[φ'(z)²]`.
  let derivativeMeanSquare: Double

  /// `Var φ(z)`.
  var variance: Double {
    let variance = meanSquare - mean * mean
    return variance < 0 ? 0 : variance
  }

  /// The moments for pre-activations of a variance; NaN if that is not finite, and of softmax.
  ///
  /// Exact for relu and identity, where `E[φ²]` is `q/2` and `q`; otherwise by quadrature.
  init(of activation: Activation, variance: Double) {
    switch activation {
    case .relu:
      self.init(
        mean: (variance / (2 * Double.pi)).squareRoot(), meanSquare: variance / 2,
        derivativeMeanSquare: 0.5)
    case .identity: self.init(mean: 0, meanSquare: variance, derivativeMeanSquare: 1)
    default: self.init(byQuadratureOf: activation, variance: variance)
    }
  }

  private init(mean: Double, meanSquare: Double, derivativeMeanSquare: Double) {
    self.mean = mean
    self.meanSquare = meanSquare
    self.derivativeMeanSquare = derivativeMeanSquare
  }

  /// Integrates `f(√q·Z)·N(Z)` over `|Z| <= 10`, beyond which the weight is below 1e-22.
  ///
  /// Gauss-Legendre with 8 nodes in panels that end at 0, where some functions have a kink. A panel
  /// spans 0.75 of `z` at most, half the distance of the poles of tanh, so that the error stays near
  /// the rounding as long as the panels are not too many: up to a deviation of 750.
  private init(byQuadratureOf activation: Activation, variance: Double) {
    guard variance.isFinite, activation.isElementwise else {
      self.init(mean: .nan, meanSquare: .nan, derivativeMeanSquare: .nan)
      return
    }
    let deviation = variance.squareRoot()
    let reach = 10.0
    let panels = Int(min(10_000, max(40, (reach * deviation / 0.75).rounded(.up))))
    let half = reach / Double(panels) / 2
    var sums = (mean: 0.0, square: 0.0, derivative: 0.0)
    for panel in 0..<panels {
      let center = half * Double(2 * panel + 1)
      for (node, weight) in Self.nodes {
        let place = center + half * node
        // Both halves of the line have the same density.
        let z = [-deviation * place, deviation * place]
        let values = activation.values(at: z)
        let slopes = activation.derivatives(at: z)
        let density = weight * half * Elementary.exp(-place * place / 2)
        sums.mean += density * (values[0] + values[1])
        sums.square += density * (values[0] * values[0] + values[1] * values[1])
        sums.derivative += density * (slopes[0] * slopes[0] + slopes[1] * slopes[1])
      }
    }
    let scale = (2 * Double.pi).squareRoot()
    self.init(
      mean: sums.mean / scale, meanSquare: sums.square / scale,
      derivativeMeanSquare: sums.derivative / scale)
  }

  /// Nodes and weights of the Gauss-Legendre rule of 8 nodes on -1...1.
  ///
  /// - Source: Abramowitz & Stegun 1964, table 25.4
  private static let nodes: [(node: Double, weight: Double)] = [
    (-0.960289856497536, 0.101228536290376), (-0.796666477413627, 0.222381034453374),
    (-0.525532409916329, 0.313706645877887), (-0.183434642495650, 0.362683783378362),
    (0.183434642495650, 0.362683783378362), (0.525532409916329, 0.313706645877887),
    (0.796666477413627, 0.222381034453374), (0.960289856497536, 0.101228536290376),
  ]
}
