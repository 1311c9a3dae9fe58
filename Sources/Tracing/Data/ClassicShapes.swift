import Networks

extension DatasetShape {
  /// Two half circles that interleave.
  ///
  /// Outer: (cos t, sin t); inner: (1 − cos t, 1/2 − sin t); t evenly spaced in 0...π. The first
  /// class has half of the rows, rounded down.
  ///
  /// - Source: scikit-learn, `sklearn.datasets.make_moons`
  public static let moons = DatasetShape(
    "moons", "two interleaving half circles; noise shifts the points",
    parameters: [.rows(100), .noise(0.1, positionNoise)],
    truth: .boundary { _ in { x, y in outerMoon(x, y) - outerMoon(1 - x, 0.5 - y) } }
  ) { draw in
    draw.shuffled(counts: draw.halves) { label, index, count in
      let turn = Double.pi * Double(index) / Double(max(1, count - 1))
      let (x, y) = (Elementary.cos(turn), Elementary.sin(turn))
      return label == 0 ? [x, y] : [1 - x, 0.5 - y]
    }
  }

  /// A circle of radius 1 around a smaller one of radius `factor`.
  ///
  /// The first class is the outer circle and has half of the rows, rounded down.
  ///
  /// - Source: scikit-learn, `sklearn.datasets.make_circles` (whose default factor is 0.8)
  public static let circles = DatasetShape(
    "circles", "a circle in a circle; noise shifts the points",
    parameters: [
      .rows(100), .noise(0.1, positionNoise),
      ShapeParameter(
        name: "factor", summary: "radius of the inner circle; the outer one has radius 1",
        defaultValue: 0.5, range: 0...0.99, isInteger: false),
    ],
    truth: .boundary { parameters in
      let middle = (1 + (parameters["factor"] ?? 0.5)) / 2
      return { x, y in middle - (x * x + y * y).squareRoot() }
    }
  ) { draw in
    let factor = draw["factor"]
    return draw.shuffled(counts: draw.halves) { label, index, count in
      let turn = 2 * Double.pi * Double(index) / Double(count)
      let radius = label == 0 ? 1 : factor
      return [radius * Elementary.cos(turn), radius * Elementary.sin(turn)]
    }
  }

  /// Round clouds, one a class, their centers evenly spaced on a circle of radius 2.
  ///
  /// Row i is of class i mod `centers`, so that fewer rows are a prefix of more rows. The centers
  /// are fixed, unlike those of scikit-learn's `make_blobs`, which are drawn and may overlap.
  public static let blobs = DatasetShape(
    "blobs", "round clouds, one a class, centers on a circle of radius 2; noise is their width",
    classNames: { values in (0..<Int(values["centers"] ?? 3)).map { String($0) } },
    parameters: [
      .rows(100), .noise(0.5, "standard deviation of each cloud along each axis"),
      ShapeParameter(
        name: "centers", summary: "number of clouds and of classes", defaultValue: 3,
        range: 2...12, isInteger: true),
    ], truth: .none
  ) { draw in
    let centers = Int(draw["centers"])
    var rows = ShapeRows()
    for row in 0..<draw.rows {
      let label = row % centers
      let turn = Double.pi * (0.5 + 2 * Double(label) / Double(centers))
      let center = [2 * Elementary.cos(turn), 2 * Elementary.sin(turn)]
      rows.append(draw.shifted(center), class: label)
    }
    return rows
  }

  /// Arms of a spiral around the origin, one a class: radius i/n, angle 2π(turns·i/n + arm/arms).
  public static let spirals = DatasetShape(
    "spirals", "arms of a spiral, one a class, within radius 1; noise shifts the points",
    classNames: { values in (0..<Int(values["arms"] ?? 2)).map { String($0) } },
    parameters: [
      .rows(200), .noise(0.03, positionNoise),
      ShapeParameter(
        name: "arms", summary: "number of arms and of classes", defaultValue: 2, range: 2...6,
        isInteger: true),
      ShapeParameter(
        name: "turns", summary: "turns of an arm around the origin", defaultValue: 1.25,
        range: 0...5, isInteger: false),
    ], truth: .none
  ) { draw in
    let (arms, turns, rows) = (Int(draw["arms"]), draw["turns"], draw.rows)
    let counts = (0..<arms).map { rows / arms + ($0 < rows % arms ? 1 : 0) }
    return draw.shuffled(counts: counts) { label, index, count in
      let radius = Double(index) / Double(count)
      let turn = 2 * Double.pi * (turns * radius + Double(label) / Double(arms))
      return [radius * Elementary.cos(turn), radius * Elementary.sin(turn)]
    }
  }

  /// Points of the curve y = sin x with noise on y: regression on one input.
  ///
  /// x is uniform in (−π, π), drawn row by row, so that fewer rows are a prefix of more rows.
  public static let sine = DatasetShape(
    "sine", "y = sin x for x uniform between −π and π; noise shifts y",
    inputNames: ["x"], classNames: { _ in [] },
    parameters: [.rows(50), .noise(0.1, "standard deviation of a normal shift of y")],
    truth: .value { Elementary.sin($0[0]) }
  ) { draw in
    var rows = ShapeRows()
    for _ in 0..<draw.rows {
      let x = draw.generator.uniform(in: -Double.pi, Double.pi)
      let y = Elementary.sin(x) + draw.noise * draw.generator.normal()
      rows.append([x], value: y)
    }
    return rows
  }

  /// Points of the line y = 2x − 1 with noise on y: regression whose loss over two numbers is a bowl.
  ///
  /// x is uniform in (0, 2), drawn row by row, so that fewer rows are a prefix of more rows; as its
  /// mean is not 0, weight and bias depend on each other, and the bowl is a slanting valley.
  public static let line = DatasetShape(
    "line", "y = 2x − 1 for x uniform between 0 and 2; noise shifts y",
    inputNames: ["x"], classNames: { _ in [] },
    parameters: [.rows(50), .noise(0.3, "standard deviation of a normal shift of y")],
    truth: .value { 2 * $0[0] - 1 }
  ) { draw in
    var rows = ShapeRows()
    for _ in 0..<draw.rows {
      let x = draw.generator.uniform(in: 0, 2)
      rows.append([x], value: 2 * x - 1 + draw.noise * draw.generator.normal())
    }
    return rows
  }

  /// The distance from the upper half of the circle of radius 1 around the origin.
  ///
  /// The other moon is this one turned about (1/2, 1/4).
  private static func outerMoon(_ x: Double, _ y: Double) -> Double {
    if y >= 0 { return ((x * x + y * y).squareRoot() - 1).magnitude }
    let side = x.magnitude - 1
    return (side * side + y * y).squareRoot()
  }

  private static let positionNoise = "standard deviation of a normal shift of each coordinate"
}

extension ShapeDraw {
  /// Rows of each of two classes; the first has the smaller half.
  var halves: [Int] { [rows / 2, rows - rows / 2] }

  /// Points of each class, shifted by the noise, then put in a random order.
  ///
  /// - Parameters:
  ///   - counts: Number of rows of each class.
  ///   - point: The point of a class (first argument) with an index below the class's count.
  /// - Returns: The rows of all classes.
  mutating func shuffled(
    counts: [Int], _ point: (_ label: Int, _ index: Int, _ count: Int) -> [Double]
  ) -> ShapeRows {
    var rows = ShapeRows()
    for (label, count) in counts.enumerated() {
      for index in 0..<count { rows.append(shifted(point(label, index, count)), class: label) }
    }
    return rows.reordered(generator.shuffled(rows.inputs.count))
  }
}
