import Networks
import Testing
import Tracing

/// Rounding of sums of some tens of products of numbers about 1.
private let rounding = 1e-12

struct GradientNoiseTests {
  private let network = sampleNetwork()
  private let loss = Loss.binaryCrossEntropy
  /// Six rows with labels that no line parts.
  private let data = Dataset(
    name: "six", inputNames: ["x₁", "x₂"],
    inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1], [0.3, 2], [-1, 0.4]]),
    classNames: ["0", "1"], classes: [0, 1, 1, 0, 1, 0])
  private let plane = SurfacePlane(
    origin: [Double](repeating: 0, count: 13), first: (0..<13).map { Double($0 % 3) - 0.7 },
    second: (0..<13).map { Double($0 % 5) * 0.4 - 0.5 })

  /// All pairs of six rows.
  private let pairs = (0..<6).flatMap { first in (first + 1..<6).map { [first, $0] } }

  @Test func `the gradient is that of all rows`() {
    let noise = GradientNoise.ofBatches(network, data: data, loss: loss, batchSize: 2)
    let pass = network.forward(data.inputs)
    #expect(noise.gradient == network.backward(pass, against: data.targets, through: loss).flat)
  }

  @Test func `the factor for finite populations gives what all pairs of rows give`() {
    let formula = GradientNoise.ofBatches(network, data: data, loss: loss, batchSize: 2)
    let counted = GradientNoise.ofSlices(network, data: data, loss: loss, slices: pairs)
    #expect(abs(formula.totalVariance - counted.totalVariance) < rounding)
    let (left, right) = (formula.ellipse(on: plane), counted.ellipse(on: plane))
    for (left, right) in [(left.xx, right.xx), (left.xy, right.xy), (left.yy, right.yy)] {
      #expect(abs(left - right) < rounding)
    }
  }

  @Test(arguments: [6, 7, 100])
  func `all rows together have no noise`(batchSize: Int) {
    let noise = GradientNoise.ofBatches(network, data: data, loss: loss, batchSize: batchSize)
    #expect(noise.totalVariance == 0)
    #expect(noise.signalToNoise == .infinity)
    #expect(noise.ellipse(on: plane).majorDeviation == 0)
  }

  @Test func `the slices of an epoch balance about the full gradient`() {
    let slices = MiniBatches(rows: 6, size: 2).slices(of: [3, 0, 5, 1, 4, 2])
    let noise = GradientNoise.ofSlices(network, data: data, loss: loss, slices: slices)
    for parameter in 0..<network.parameterCount {
      let mean = noise.draws.column(parameter).reduce(0, +) / 3
      #expect(abs(mean - noise.gradient[parameter]) < rounding)
    }
  }

  @Test func `a single row has no noise and traps nowhere`() {
    let one = Dataset(
      name: "one", inputNames: ["x₁", "x₂"], inputs: Matrix([[1, 2]]), classNames: ["0", "1"],
      classes: [1])
    #expect(
      GradientNoise.ofBatches(network, data: one, loss: loss, batchSize: 1).totalVariance == 0)
  }

  @Test func `updates are measured beside the weights, layer by layer`() {
    var after = network
    after.layers[1].weights.values = network.layers[1].weights.values.map { $0 * 1.001 }
    let ratios = UpdateRatio.ofLayers(before: network, after: after)
    #expect(ratios[0] == 0)
    // The change is a difference of nearly equal numbers: three digits are lost.
    #expect(abs(ratios[1] - 0.001) < 1e-12)
  }
}

struct NoiseEllipseTests {
  @Test(arguments: [0, 0.3, 1, 1.5, -0.2, -1.2])
  func `axes and angle come back from a covariance made of them`(angle: Double) {
    let (cosine, sine) = (Elementary.cos(angle), Elementary.sin(angle))
    // Deviations 3 and 0.5 along and across.
    let ellipse = NoiseEllipse(
      center: SIMD2(1, 2), xx: 9 * cosine * cosine + 0.25 * sine * sine,
      xy: (9 - 0.25) * cosine * sine, yy: 9 * sine * sine + 0.25 * cosine * cosine)
    #expect(abs(ellipse.majorDeviation - 3) < rounding)
    #expect(abs(ellipse.minorDeviation - 0.5) < rounding)
    #expect(abs(ellipse.angle - angle) < rounding)
    #expect(abs(ellipse.majorDirection.x - cosine) < rounding)
  }

  @Test func `an ellipse on end points up`() {
    let ellipse = NoiseEllipse(center: SIMD2(0, 0), xx: 1, xy: 0, yy: 4)
    #expect(ellipse.majorDirection == SIMD2(0, 1))
    #expect(abs(ellipse.angle - Double.pi / 2) < rounding)
  }

  @Test func `points of the outline are as many deviations away as asked for`() {
    let ellipse = NoiseEllipse(center: SIMD2(5, -1), xx: 2, xy: 0.8, yy: 1)
    let determinant = 2 - 0.8 * 0.8
    let points = ellipse.outline(deviations: 2, count: 16)
    #expect(points.count == 17)
    #expect(points[0] == points[16])
    for point in points {
      let (x, y) = (point.x - 5, point.y + 1)
      // The squared distance in units of the covariance, by its inverse.
      let square = (x * x - 2 * 0.8 * x * y + 2 * y * y) / determinant
      #expect(abs(square - 4) < rounding)
    }
  }

  @Test func `no noise is a point, and NaN stays NaN`() {
    let point = NoiseEllipse(center: SIMD2(0, 0), xx: 0, xy: 0, yy: 0)
    #expect(point.majorDeviation == 0 && point.minorDeviation == 0 && point.angle == 0)
    let broken = NoiseEllipse(center: SIMD2(0, 0), xx: .nan, xy: 0, yy: 1)
    #expect(broken.majorDeviation.isNaN && broken.minorDeviation.isNaN && broken.angle.isNaN)
    #expect(broken.outline().count == 73)
  }
}
