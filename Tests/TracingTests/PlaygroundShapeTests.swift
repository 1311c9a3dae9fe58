import Networks
import Testing
import Tracing

/// The definitions of TensorFlow Playground's `src/dataset.ts`, checked on noise-free rows.
struct PlaygroundShapeTests {
  private func rows(_ shape: DatasetShape, noise: Double = 0) -> [(x: Double, y: Double, t: Double)]
  {
    let dataset = shape.dataset(["rows": 500, "noise": noise], seed: 11)
    return (0..<500).map { (dataset.inputs[$0, 0], dataset.inputs[$0, 1], dataset.targets[$0, 0]) }
  }

  @Test func `the circle is a disc of half the radius in a ring`() {
    for (x, y, target) in rows(.playgroundCircle) {
      let radius = (x * x + y * y).squareRoot()
      // The radius is recomputed from rounded coordinates.
      let ring = target == 1 ? 0...2.5 : (3.5 - 1e-12)...(5 + 1e-12)
      #expect(ring.contains(radius))
    }
    #expect(rows(.playgroundCircle).count { $0.t == 1 } == 250)
  }

  @Test func `the exclusive or is positive where signs agree and keeps off the axes`() {
    for (x, y, target) in rows(.playgroundXor) {
      #expect(target == (x * y >= 0 ? 1 : 0))
      #expect(abs(x) >= 0.3 && abs(y) >= 0.3 && abs(x) <= 5.3 && abs(y) <= 5.3)
    }
  }

  @Test(arguments: [(0.0, 0.5), (0.5, 4.0)])
  func `the clouds have the variance of the noise`(noise: Double, variance: Double) {
    let rows = rows(.playgroundGauss, noise: noise)
    var squares = 0.0
    for row in rows {
      let center: Double = row.t == 1 ? 2 : -2
      squares += (row.x - center) * (row.x - center) + (row.y - center) * (row.y - center)
    }
    let measured = squares / 1000
    // The standard error of a variance from 1000 draws is √(2/1000) of it; five of them.
    #expect(abs(measured - variance) < 5 * variance * (2.0 / 1000).squareRoot())
  }

  @Test func `the spiral arms are opposite and reach radius five in a turn and three quarters`() {
    let rows = rows(.playgroundSpiral)
    for (x, y, target) in rows {
      let radius = (x * x + y * y).squareRoot()
      let angle = 1.75 * radius / 5 * 2 * Double.pi + (target == 1 ? 0 : Double.pi)
      // Rounding of the radius is magnified by the angle, 2.2 radians for each unit of it.
      #expect(abs(x - radius * Elementary.sin(angle)) < 1e-12)
      #expect(abs(y - radius * Elementary.cos(angle)) < 1e-12)
    }
    #expect(rows.count { $0.t == 1 } == 250)
  }

  @Test func `the plane is a tenth of the sum of the inputs`() {
    for (x, y, target) in rows(.playgroundPlane) { #expect(target == (x + y) / 10) }
  }

  @Test func `the bumps alternate in sign, are one at most, and zero between`() {
    let rows = rows(.playgroundMultiGauss)
    let bumps: [(x: Double, y: Double, sign: Double)] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    for row in rows {
      var expected = 0.0
      for bump in bumps {
        let (dx, dy) = (row.x - bump.x, row.y - bump.y)
        let height = max(0, 1 - (dx * dx + dy * dy).squareRoot() / 2)
        if height > abs(expected) { expected = bump.sign * height }
      }
      #expect(row.t == expected)
    }
    #expect(rows.contains { $0.t > 0.5 } && rows.contains { $0.t < -0.5 })
  }

  @Test(arguments: [
    DatasetShape.playgroundCircle, .playgroundXor, .playgroundPlane, .playgroundMultiGauss,
  ])
  func `noise moves labels and leaves points in place`(shape: DatasetShape) {
    let (clean, noisy) = (rows(shape), rows(shape, noise: 0.4))
    #expect(zip(clean, noisy).allSatisfy { $0.x == $1.x && $0.y == $1.y })
    #expect(zip(clean, noisy).contains { $0.t != $1.t })
  }

  @Test(arguments: [DatasetShape.playgroundGauss, .playgroundSpiral])
  func `noise moves points and leaves labels`(shape: DatasetShape) {
    let (clean, noisy) = (rows(shape), rows(shape, noise: 0.4))
    #expect(zip(clean, noisy).allSatisfy { $0.t == $1.t })
    #expect(zip(clean, noisy).contains { $0.x != $1.x })
  }
}
