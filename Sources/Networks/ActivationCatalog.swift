/// The square root of 2.
private let squareRootOfTwo = 0x1.6a09e667f3bcdp+0
/// `ln 199`, beyond which a sigmoid is within half a percent of its ends, and half of it a tanh.
private let logOf199 = 5.293304824724492
/// Where the derivative of gelu, of softplus and of silu comes down to `Saturation.slopeShare` of its largest.
private let geluKnee = -2.741412791397234
private let softplusKnee = -3.896934875544686
private let siluKnee = -5.259411463557387
/// The density of the standard normal distribution at 0, `1/√(2π)`.
private let normalPeak = 0x1.9884533d43651p-2

extension Activation {
  /// Every activation, with its usual parameter.
  public static let all: [Activation] = [
    .step, .identity, .sigmoid, .tanh, .relu, .leakyReLU, .elu, .gelu, .softplus, .silu, .softmax,
  ]

  /// The step of the perceptron: 1 from 0 on, 0 below; its derivative counts as 0 everywhere.
  ///
  /// - Source: Rosenblatt 1958, The Perceptron.
  public static let step = Activation(
    name: "step", formula: "1 (z ≥ 0), 0 (z < 0)", range: 0...1, steepestPoint: 0,
    traits: ActivationTraits(
      jumps: [0], saturation: .beyond(0), zeroBelow: 0, levelAtZero: 0.5),
    values: { z, a, count in
      mapLanes(z, into: a, count: count) { z in
        z.replacing(with: 1, where: z .>= 0).replacing(with: 0, where: z .< 0)
      }
    },
    derivatives: { _, _, derivative, count in
      for index in 0..<count { derivative[index] = 0 }
    })

  /// The pre-activation itself: `a = z`, `da/dz = 1`.
  public static let identity = Activation(
    name: "identity", formula: "z", range: -Double.infinity...Double.infinity, steepestPoint: 0,
    traits: ActivationTraits(levelAtZero: 0, closedSlope: .one),
    values: { z, a, count in
      for index in 0..<count { a[index] = z[index] }
    },
    derivatives: { _, _, derivative, count in
      for index in 0..<count { derivative[index] = 1 }
    })

  /// The logistic function: `a = 1 / (1 + e⁻ᶻ)`, `da/dz = a (1 - a)`, at most 1/4.
  ///
  /// - Source: Rumelhart, Hinton & Williams 1986, Learning Representations by Back-Propagating Errors.
  public static let sigmoid = Activation(
    name: "sigmoid", formula: "1 / (1 + e⁻ᶻ)", range: 0...1, steepestPoint: 0,
    traits: ActivationTraits(
      saturation: .beyond(logOf199), levelAtZero: 0.5, closedSlope: .logistic,
      probabilities: .bernoulli, symbol: "σ"),
    values: { z, a, count in
      Kernels.sigmoid(z, into: a, count: count)
    },
    derivatives: { _, a, derivative, count in
      mapLanes(a, into: derivative, count: count) { a in a * (1 - a) }
    })

  /// The hyperbolic tangent: `a = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)`, `da/dz = 1 - a²`, at most 1.
  ///
  /// - Source: LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.4.
  public static let tanh = Activation(
    name: "tanh", formula: "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", range: -1...1, steepestPoint: 0,
    traits: ActivationTraits(
      saturation: .beyond(logOf199 / 2), levelAtZero: 0, closedSlope: .oneMinusSquare,
      hasSignedTargets: true),
    values: { z, a, count in
      Kernels.tanh(z, into: a, count: count)
    },
    derivatives: { _, a, derivative, count in
      mapLanes(a, into: derivative, count: count) { a in 1 - a * a }
    })

  /// The rectified linear unit: `a = max(0, z)`; `da/dz` is 1 above 0, and 0 from 0 down.
  ///
  /// - Source: Nair & Hinton 2010, Rectified Linear Units Improve Restricted Boltzmann Machines.
  public static let relu = Activation(
    name: "relu", formula: "max(0, z)", range: 0...Double.infinity, steepestPoint: 1,
    traits: ActivationTraits(
      kinks: [0], saturation: Saturation(below: 0), zeroBelow: 0, gateLabel: "ReLU"),
    values: { z, a, count in
      mapLanes(z, into: a, count: count) { z in z.replacing(with: 0, where: z .<= 0) }
    },
    derivatives: { z, _, derivative, count in
      mapLanes(z, into: derivative, count: count) { z in
        z.replacing(with: 1, where: z .> 0).replacing(with: 0, where: z .<= 0)
      }
    })

  /// The leaky rectified linear unit of slope 0.01.
  public static let leakyReLU = leakyReLU(slope: 0.01)

  /// The leaky rectified linear unit: `a = z` above 0, and `slope z` from 0 down.
  ///
  /// `da/dz` is 1 above 0, and `slope` from 0 down; `slope` is from 0 to 1.
  ///
  /// - Source: Maas, Hannun & Ng 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models.
  public static func leakyReLU(slope: Double) -> Activation {
    precondition(slope >= 0 && slope <= 1, "a slope of \(slope) is not from 0 to 1")
    return Activation(
      name: slope == 0.01 ? "leaky-relu" : "leaky-relu(\(slope))", formula: "max(\(slope) z, z)",
      range: (slope == 0 ? 0 : -Double.infinity)...Double.infinity, steepestPoint: 1,
      traits: ActivationTraits(
        kinks: slope == 1 ? [] : [0], saturation: slope == 0 ? Saturation(below: 0) : .none,
        zeroBelow: slope == 0 ? 0 : nil, levelAtZero: slope == 0 ? nil : 0),
      values: { z, a, count in
        mapLanes(z, into: a, count: count) { z in z.replacing(with: z * slope, where: z .<= 0) }
      },
      derivatives: { z, _, derivative, count in
        mapLanes(z, into: derivative, count: count) { z in
          z.replacing(with: 1, where: z .> 0).replacing(with: slope, where: z .<= 0)
        }
      })
  }

  /// The exponential linear unit of α = 1.
  public static let elu = elu(alpha: 1)

  /// The exponential linear unit: `a = z` above 0, and `α (eᶻ − 1)` from 0 down.
  ///
  /// `da/dz` is 1 above 0, and `a + α` from 0 down; α is positive.
  ///
  /// - Source: Clevert, Unterthiner & Hochreiter 2016, Fast and Accurate Deep Network Learning by ELUs.
  public static func elu(alpha: Double) -> Activation {
    precondition(alpha > 0 && alpha.isFinite, "an alpha of \(alpha) is not positive")
    return Activation(
      name: alpha == 1 ? "elu" : "elu(\(alpha))",
      formula: "z (z > 0), \(alpha == 1 ? "" : "\(alpha) · ")(eᶻ − 1) (z ≤ 0)",
      range: -alpha...Double.infinity, steepestPoint: alpha > 1 ? 0 : 1,
      traits: ActivationTraits(
        kinks: alpha == 1 ? [] : [0],
        saturation: Saturation(
          below: min(0, Elementary.log(Saturation.slopeShare * max(alpha, 1) / alpha))),
        levelAtZero: 0),
      values: { z, a, count in
        mapLanes(z, into: a, count: count) { z in
          z.replacing(with: alpha * Elementary.expm1(z.limited(to: 0)), where: z .<= 0)
        }
      },
      derivatives: { _, a, derivative, count in
        mapLanes(a, into: derivative, count: count) { a in
          (a + alpha).replacing(with: 1, where: a .> 0)
        }
      })
  }

  /// The Gaussian error linear unit: `a = z Φ(z)`, `da/dz = Φ(z) + z φ(z)`.
  ///
  /// φ and Φ are the density and the distribution function of the standard normal distribution;
  /// `Φ(z) = erfc(-z/√2) / 2`. The derivative is largest at √2, where its own derivative
  /// `φ(z) (2 - z²)` is 0.
  ///
  /// - Source: Hendrycks & Gimpel 2016, Gaussian Error Linear Units, section 2.
  public static let gelu = Activation(
    name: "gelu", formula: "z Φ(z)", range: geluMinimum...Double.infinity,
    steepestPoint: squareRootOfTwo,
    traits: ActivationTraits(saturation: Saturation(below: geluKnee), levelAtZero: 0),
    values: { z, a, count in
      mapLanes(z, into: a, count: count) { z in
        // From -40 down Φ is 0 in doubles, and infinity times 0 would be NaN.
        let z = z.limited(from: -40)
        return z * normalDistribution(z)
      }
    },
    derivatives: { z, _, derivative, count in
      mapLanes(z, into: derivative, count: count) { z in
        let z = z.limited(from: -40).limited(to: 40)
        return normalDistribution(z) + z * (normalPeak * Elementary.exp(-0.5 * z * z))
      }
    })

  /// The smooth ramp: `a = ln(1 + eᶻ)`, `da/dz = 1 / (1 + e⁻ᶻ)`, which approaches 1.
  ///
  /// - Source: Dugas, Bengio, Bélisle, Nadeau & Garcia 2001, Incorporating Second-Order Functional Knowledge.
  public static let softplus = Activation(
    name: "softplus", formula: "ln(1 + eᶻ)", range: 0...Double.infinity,
    steepestPoint: .infinity,
    traits: ActivationTraits(
      saturation: Saturation(below: softplusKnee), levelAtZero: Elementary.log(2)),
    values: { z, a, count in
      Kernels.softplus(z, into: a, count: count)
    },
    derivatives: { z, _, derivative, count in
      Kernels.sigmoid(z, into: derivative, count: count)
    })

  /// The sigmoid linear unit, or swish: `a = z σ(z)`, `da/dz = σ(z) (1 + z (1 - σ(z)))`.
  ///
  /// σ is the logistic function. The derivative is largest where `z tanh(z/2) = 2`.
  ///
  /// - Source: Elfwing, Uchibe & Doya 2018, Sigmoid-Weighted Linear Units, eq. 6 and 7.
  public static let silu = Activation(
    name: "silu", formula: "z / (1 + e⁻ᶻ)", range: siluMinimum...Double.infinity,
    steepestPoint: 2.3993572805154677,
    traits: ActivationTraits(saturation: Saturation(below: siluKnee), levelAtZero: 0),
    values: { z, a, count in
      mapLanes(z, into: a, count: count) { z in
        // From -800 down σ is 0 in doubles, and infinity times 0 would be NaN.
        let z = z.limited(from: -800)
        return z * Elementary.sigmoid(z)
      }
    },
    derivatives: { z, _, derivative, count in
      mapLanes(z, into: derivative, count: count) { z in
        let z = z.limited(from: -800).limited(to: 800)
        let sigmoid = Elementary.sigmoid(z)
        return sigmoid * (1 + z * (1 - sigmoid))
      }
    })

  /// Probabilities of the units of a sample: `aᵢ = e^(zᵢ) / Σⱼ e^(zⱼ)`.
  ///
  /// `dL/dzᵢ = aᵢ (dL/daᵢ - Σⱼ aⱼ dL/daⱼ)`.
  ///
  /// - Source: Bridle 1990, Probabilistic Interpretation of Feedforward Classification Network Outputs.
  public static let softmax = Activation(softmaxNamed: "softmax", formula: "eᶻ / Σ eᶻ")

  /// The least `z Φ(z)`, where `Φ(z) = -z φ(z)`.
  private static var geluMinimum: Double {
    let z = Lanes(repeating: -0.7517915246935645)
    return (z * normalDistribution(z))[0]
  }

  /// The least `z σ(z)`, where `z (1 - σ(z)) = -1`.
  private static var siluMinimum: Double {
    -1.278464542761074 * Elementary.sigmoid(-1.278464542761074)
  }

  /// The distribution function Φ of the standard normal distribution.
  @inline(__always)
  private static func normalDistribution(_ z: Lanes) -> Lanes {
    0.5 * Elementary.erfc(z * (-0.5 * squareRootOfTwo))
  }
}

/// The softmax of each row of a matrix, and its derivative.
enum Softmax {
  /// Writes the softmax of each row of `z`, `[rows x columns]`, to `a`.
  ///
  /// The largest element of a row is taken off first, so that nothing overflows. A row with an
  /// infinity (other than some of -infinity) or a NaN becomes NaN.
  static func write(
    _ z: UnsafePointer<Double>, rows: Int, columns: Int, into a: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows {
      let first = row * columns
      var largest = -Double.infinity
      for index in first..<(first + columns) where z[index] > largest { largest = z[index] }
      for index in first..<(first + columns) { a[index] = z[index] - largest }
    }
    Elementary.exp(a, into: a, count: rows * columns)
    for row in 0..<rows {
      let first = row * columns
      var sum = 0.0
      for index in first..<(first + columns) { sum += a[index] }
      for index in first..<(first + columns) { a[index] /= sum }
    }
  }

  /// Writes the derivatives by the pre-activations, from those by the activations `a`, to `dz`.
  static func differentiate(
    _ a: UnsafePointer<Double>, _ da: UnsafePointer<Double>, rows: Int, columns: Int,
    into dz: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows {
      let first = row * columns
      var mean = 0.0
      for index in first..<(first + columns) { mean += a[index] * da[index] }
      for index in first..<(first + columns) { dz[index] = a[index] * (da[index] - mean) }
    }
  }
}
