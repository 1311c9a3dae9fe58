import Networks

extension DatasetShape {
  /// The six data sets of TensorFlow Playground, with its formulas and its senses of noise.
  ///
  /// Its noise slider of 0 to 50 stands for `noise` 0 to 0.5. In the circle, the exclusive or, the
  /// plane and the six bumps noise moves the *label*: it is that of a nearby point, while the point
  /// stays in place. In the two clouds and the spirals noise moves the *point*. Its class −1 is the
  /// first class and +1 the second. Rows are shuffled once.
  ///
  /// - Source: TensorFlow Playground, `src/dataset.ts`
  static let playground: [DatasetShape] = [
    playgroundCircle, playgroundXor, playgroundGauss, playgroundSpiral, playgroundPlane,
    playgroundMultiGauss,
  ]

  /// A disc of radius 2.5 (class +1) in a ring from 3.5 to 5 (class −1); noise moves the label.
  ///
  /// - Source: TensorFlow Playground, `classifyCircleData`
  public static let playgroundCircle = DatasetShape(
    "playground-circle", "a disc in a ring; noise changes labels near the border",
    classNames: signs, parameters: [.rows(500), labelShift(5)],
    truth: .boundary { _ in { x, y in 2.5 - (x * x + y * y).squareRoot() } }
  ) { draw in
    var rows = ShapeRows()
    for row in 0..<draw.rows {
      let isInner = row < draw.rows / 2
      let radius = isInner ? draw.uniform(0, 2.5) : draw.uniform(3.5, 5)
      let angle = draw.uniform(0, 2 * Double.pi)
      let (x, y) = (radius * Elementary.sin(angle), radius * Elementary.cos(angle))
      let (dx, dy) = (draw.uniform(-5, 5) * draw.noise, draw.uniform(-5, 5) * draw.noise)
      let distance = ((x + dx) * (x + dx) + (y + dy) * (y + dy)).squareRoot()
      rows.append([x, y], class: distance < 2.5 ? 1 : 0)
    }
    return draw.reordered(rows)
  }

  /// Four squares, class +1 where the signs of the coordinates agree; noise moves the label.
  ///
  /// Note the sign: the product of the signs, which is the negation of XOR.
  ///
  /// - Source: TensorFlow Playground, `classifyXORData`
  public static let playgroundXor = DatasetShape(
    "playground-xor", "four squares, +1 where the signs agree; noise changes labels near the axes",
    classNames: signs, parameters: [.rows(500), labelShift(5)],
    truth: .boundary { _ in { x, y in x * y } }
  ) { draw in
    var rows = ShapeRows()
    for _ in 0..<draw.rows {
      var (x, y) = (draw.uniform(-5, 5), draw.uniform(-5, 5))
      x += x > 0 ? 0.3 : -0.3
      y += y > 0 ? 0.3 : -0.3
      let (dx, dy) = (draw.uniform(-5, 5) * draw.noise, draw.uniform(-5, 5) * draw.noise)
      rows.append([x, y], class: (x + dx) * (y + dy) >= 0 ? 1 : 0)
    }
    return draw.reordered(rows)
  }

  /// Clouds around (2, 2), class +1, and (−2, −2), class −1; noise widens them.
  ///
  /// - Source: TensorFlow Playground, `classifyTwoGaussData`: variance 0.5 + 7·noise on each axis
  public static let playgroundGauss = DatasetShape(
    "playground-gauss", "two clouds; noise widens them",
    classNames: signs,
    parameters: [
      .rows(500), .noise(0, upTo: 0.8, "widens each cloud: its variance is 0.5 + 7·noise per axis"),
    ], truth: .boundary { _ in { x, y in x + y } }
  ) { draw in
    let deviation = (0.5 + 7 * draw.noise).squareRoot()
    var rows = ShapeRows()
    for row in 0..<draw.rows {
      let label = row < draw.rows / 2 ? 1 : 0
      let center = label == 1 ? 2.0 : -2
      let x = center + deviation * draw.generator.normal()
      let y = center + deviation * draw.generator.normal()
      rows.append([x, y], class: label)
    }
    return draw.reordered(rows)
  }

  /// Two arms of a spiral of radius 5 and 1.75 turns, the first of class +1; noise moves points.
  ///
  /// - Source: TensorFlow Playground, `classifySpiralData`
  public static let playgroundSpiral = DatasetShape(
    "playground-spiral", "two arms of a spiral; noise shifts the points",
    classNames: signs,
    parameters: [
      .rows(500),
      .noise(0, upTo: 0.8, "largest shift of a coordinate, uniform to both sides"),
    ], truth: .none
  ) { draw in
    var rows = ShapeRows()
    let inner = draw.rows / 2
    for (label, count) in [(1, inner), (0, draw.rows - inner)] {
      for index in 0..<count {
        let share = Double(index) / Double(count)
        let radius = 5 * share
        let angle = 1.75 * share * 2 * Double.pi + (label == 1 ? 0 : Double.pi)
        let x = radius * Elementary.sin(angle) + draw.uniform(-1, 1) * draw.noise
        let y = radius * Elementary.cos(angle) + draw.uniform(-1, 1) * draw.noise
        rows.append([x, y], class: label)
      }
    }
    return draw.reordered(rows)
  }

  /// Regression on a plane, (x₁ + x₂)/10, over ±6; noise moves the value.
  ///
  /// - Source: TensorFlow Playground, `regressPlane`
  public static let playgroundPlane = regression(
    "playground-plane", "a tilted plane, (x₁ + x₂)/10; noise changes the value"
  ) { x, y in (x + y) / 10 }

  /// Regression on six bumps of alternating sign, over ±6; noise moves the value.
  ///
  /// Of the bumps sign·max(0, 1 − distance/2) the one largest in size counts.
  ///
  /// - Source: TensorFlow Playground, `regressGaussian`
  public static let playgroundMultiGauss = regression(
    "playground-multi-gauss", "six bumps of alternating sign; noise changes the value", value: bump)

  /// The largest in size of the six bumps at a point.
  @Sendable
  private static func bump(_ x: Double, _ y: Double) -> Double {
    var value = 0.0
    for (centerX, centerY, sign) in bumps {
      let distance = ((x - centerX) * (x - centerX) + (y - centerY) * (y - centerY)).squareRoot()
      let bump = sign * max(0, 1 - distance / 2)
      if abs(bump) > abs(value) { value = bump }
    }
    return value
  }

  private static let bumps: [(Double, Double, Double)] = [
    (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
  ]

  private static let signs: @Sendable ([String: Double]) -> [String] = { _ in ["−1", "+1"] }

  private static func labelShift(_ radius: Int) -> ShapeParameter {
    .noise(
      0, upTo: 0.8,
      "the label is that of a point up to \(radius)·noise away on each axis; points stay in place")
  }

  private static func regression(
    _ name: String, _ summary: String, value: @escaping @Sendable (Double, Double) -> Double
  ) -> DatasetShape {
    DatasetShape(
      name, summary, classNames: { _ in [] }, parameters: [.rows(1200), labelShift(6)],
      truth: .value { value($0[0], $0[1]) }
    ) { draw in
      var rows = ShapeRows()
      for _ in 0..<draw.rows {
        let (x, y) = (draw.uniform(-6, 6), draw.uniform(-6, 6))
        let (dx, dy) = (draw.uniform(-6, 6) * draw.noise, draw.uniform(-6, 6) * draw.noise)
        rows.append([x, y], value: value(x + dx, y + dy))
      }
      return draw.reordered(rows)
    }
  }
}

extension ShapeDraw {
  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    generator.uniform(in: low, high)
  }

  mutating func reordered(_ rows: ShapeRows) -> ShapeRows {
    rows.reordered(generator.shuffled(rows.inputs.count))
  }
}
