extension ScalarField {
  /// Every function that a lesson can name.
  public static let all: [ScalarField] = [
    doubleWell, quadraticBowl, saddle, monkeySaddle, himmelblau, sixHumpCamel, rastrigin, beale,
    rosenbrock,
  ]

  /// The function of a name, with hyphens or underscores; nil if there is none.
  public static func named(_ name: String) -> ScalarField? {
    let hyphenated = String(name.map { $0 == "_" ? "-" : $0 })
    return all.first { $0.name == hyphenated }
  }

  /// Two valleys of different depth: `x⁴ - 3x² + x`.
  public static let doubleWell = ScalarField(
    name: "double-well", formula: "x⁴ - 3x² + x", domain: [-2.2...2.2],
    value: { x, _ in x * x * (x * x - 3) + x },
    slopes: { x, _ in (x * (4 * x * x - 6) + 1, 0) },
    curvatures: { x, _ in (12 * x * x - 6, 0, 0) })

  /// A bowl ten times as steep in one direction: `(x² + 10y²)/2`, curvatures 1 and 10.
  ///
  /// Gradient descent converges for rates below 2/10.
  public static let quadraticBowl = ScalarField(
    name: "quadratic-bowl", formula: "(x² + 10y²)/2", domain: [-3...3, -2...2],
    stationary: [[0, 0]],
    value: { x, y in 0.5 * (x * x + 10 * y * y) },
    slopes: { x, y in (x, 10 * y) },
    curvatures: { _, _ in (1, 0, 10) })

  /// The simplest saddle: `x² - y²`, without a lower bound.
  public static let saddle = ScalarField(
    name: "saddle", formula: "x² - y²", domain: [-2...2, -2...2], stationary: [[0, 0]],
    value: { x, y in x * x - y * y },
    slopes: { x, y in (2 * x, -2 * y) },
    curvatures: { _, _ in (2, 0, -2) })

  /// A saddle for two legs and a tail: `x³ - 3xy²`, without any curvature at its center.
  public static let monkeySaddle = ScalarField(
    name: "monkey-saddle", formula: "x³ - 3xy²", domain: [-1.5...1.5, -1.5...1.5],
    stationary: [[0, 0]],
    value: { x, y in x * (x * x - 3 * y * y) },
    slopes: { x, y in (3 * (x * x - y * y), -6 * x * y) },
    curvatures: { x, y in (6 * x, -6 * y, -6 * x) })

  /// Four minima of value 0: `(x² + y - 11)² + (x + y² - 7)²`.
  ///
  /// - Source: Himmelblau 1972, Applied Nonlinear Programming
  public static let himmelblau = ScalarField(
    name: "himmelblau", formula: "(x² + y - 11)² + (x + y² - 7)²", domain: [-5...5, -5...5],
    value: { x, y in
      let (first, second) = (x * x + y - 11, x + y * y - 7)
      return first * first + second * second
    },
    slopes: { x, y in
      let (first, second) = (x * x + y - 11, x + y * y - 7)
      return (4 * x * first + 2 * second, 2 * first + 4 * y * second)
    },
    curvatures: { x, y in
      (12 * x * x + 4 * y - 42, 4 * (x + y), 12 * y * y + 4 * x - 26)
    })

  /// Six minima, two of them deepest: `(4 - 2.1x² + x⁴/3)x² + xy + (4y² - 4)y²`.
  ///
  /// - Source: Dixon & Szegő 1978, The Global Optimization Problem: An Introduction
  public static let sixHumpCamel = ScalarField(
    name: "six-hump-camel", formula: "(4 - 2.1x² + x⁴/3)x² + xy + (4y² - 4)y²",
    domain: [-2...2, -1.2...1.2],
    value: { x, y in
      let (u, v) = (x * x, y * y)
      return (4 - 2.1 * u + u * u / 3) * u + x * y + (4 * v - 4) * v
    },
    slopes: { x, y in
      let (u, v) = (x * x, y * y)
      return (x * (8 - 8.4 * u + 2 * u * u) + y, x + y * (16 * v - 8))
    },
    curvatures: { x, y in
      let (u, v) = (x * x, y * y)
      return (8 - 25.2 * u + 10 * u * u, 1, 48 * v - 8)
    })

  /// A bowl full of dents: `20 + x² + y² - 10 cos 2πx - 10 cos 2πy`, 25 minima in [-2, 2]².
  ///
  /// - Source: Rastrigin 1974, Systems of Extremal Control
  public static let rastrigin = ScalarField(
    name: "rastrigin", formula: "20 + x² + y² - 10 cos(2πx) - 10 cos(2πy)",
    domain: [-2...2, -2...2],
    value: { x, y in
      20 + x * x + y * y - 10 * Elementary.cos(2 * .pi * x) - 10 * Elementary.cos(2 * .pi * y)
    },
    slopes: { x, y in
      let factor = 20 * Double.pi
      return (
        2 * x + factor * Elementary.sin(2 * .pi * x), 2 * y + factor * Elementary.sin(2 * .pi * y)
      )
    },
    curvatures: { x, y in
      let factor = 40 * Double.pi * Double.pi
      return (
        2 + factor * Elementary.cos(2 * .pi * x), 0, 2 + factor * Elementary.cos(2 * .pi * y)
      )
    })

  /// A flat valley with steep corners: `(1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²`.
  ///
  /// Its minimum is 0 at (3, 1/2); besides it has two saddles, one at (0, 1).
  ///
  /// - Source: Beale 1958, On an Iterative Method for Finding a Local Minimum of a Function
  public static let beale = ScalarField(
    name: "beale", formula: "(1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²",
    domain: [-4.5...4.5, -4.5...4.5],
    value: { x, y in
      BealeTerm.all(x, y).reduce(0) { $0 + $1.value * $1.value }
    },
    slopes: { x, y in
      BealeTerm.all(x, y).reduce((0, 0)) { sum, term in
        (sum.0 + 2 * term.value * term.byX, sum.1 + 2 * term.value * term.byY)
      }
    },
    curvatures: { x, y in
      BealeTerm.all(x, y).reduce((0, 0, 0)) { sum, term in
        (
          sum.0 + 2 * term.byX * term.byX,
          sum.1 + 2 * (term.byX * term.byY + term.value * term.byXY),
          sum.2 + 2 * (term.byY * term.byY + term.value * term.byYY)
        )
      }
    })

  /// A bent valley: `(1 - x)² + 100(y - x²)²`, minimum 0 at (1, 1).
  ///
  /// - Source: Rosenbrock 1960, An Automatic Method for Finding the Greatest or Least Value of a
  ///   Function
  public static let rosenbrock = ScalarField(
    name: "rosenbrock", formula: "(1 - x)² + 100(y - x²)²", domain: [-2...2, -1...3],
    stationary: [[1, 1]],
    value: { x, y in
      let (first, second) = (1 - x, y - x * x)
      return first * first + 100 * second * second
    },
    slopes: { x, y in
      let second = y - x * x
      return (-2 * (1 - x) - 400 * x * second, 200 * second)
    },
    curvatures: { x, y in (2 + 1200 * x * x - 400 * y, -400 * x, 200) })
}

/// One of the squared terms `c - x + xyᵏ` of Beale's function, with its derivatives.
private struct BealeTerm {
  let value, byX, byY, byXY, byYY: Double

  static func all(_ x: Double, _ y: Double) -> [BealeTerm] {
    [
      BealeTerm(
        value: 1.5 - x + x * y, byX: y - 1, byY: x, byXY: 1, byYY: 0),
      BealeTerm(
        value: 2.25 - x + x * y * y, byX: y * y - 1, byY: 2 * x * y, byXY: 2 * y, byYY: 2 * x),
      BealeTerm(
        value: 2.625 - x + x * y * y * y, byX: y * y * y - 1, byY: 3 * x * y * y, byXY: 3 * y * y,
        byYY: 6 * x * y),
    ]
  }
}
