import Networks
import Testing
import Tracing

/// Rounding of sums of a few products of numbers about 1 to 10.
private let rounding = 1e-12

struct SurfacePlaneTests {
  /// Axes of lengths 2 and √2 that meet at 45 degrees.
  private let skew = SurfacePlane(origin: [1, 1, 1], first: [2, 0, 0], second: [1, 1, 0])

  @Test func `a point of a skew plane gets its own coordinates back`() {
    let place = skew.project(skew.parameters(alpha: 0.3, beta: -1.7))
    #expect(abs(place.alpha - 0.3) < rounding)
    #expect(abs(place.beta + 1.7) < rounding)
    #expect(place.distance < rounding)
  }

  @Test func `the distance is measured at a right angle to the plane`() {
    let place = skew.project([3, 1, 6])
    #expect(abs(place.alpha - 1) < rounding)
    #expect(abs(place.beta) < rounding)
    #expect(abs(place.distance - 5) < rounding)
  }

  @Test func `axes scaled to a filter do not stretch a path`() {
    // Dividing by the length of an axis, as is right for unit axes only, would give 2.
    let plane = SurfacePlane(origin: [0, 0], first: [2, 0], second: [0, 1])
    #expect(plane.project([2, 0]).alpha == 1)
  }

  @Test func `of parallel axes the first takes all`() {
    let plane = SurfacePlane(origin: [0, 0], first: [1, 1], second: [2, 2])
    let place = plane.project([3, 3])
    #expect(place.alpha == 3)
    #expect(place.beta == 0)
  }

  @Test func `parameters that are not finite have no place`() {
    let place = skew.project([.nan, 0, 0])
    #expect(place.alpha.isNaN && place.distance.isNaN)
  }
}

struct PrincipalComponentsTests {
  /// A bent path in five dimensions whose plane is known: axes 1 and 3, offset along axis 4.
  private let path: [[Double]] = (0..<30).map { step in
    let t = Double(step)
    return [0, 10 - t / 3, 0, 0.01 * (t - 14.5) * (t - 14.5), 7]
  }

  @Test func `a plane path is explained whole by two components`() {
    let components = PrincipalComponents(of: path, dimension: 5)
    #expect(abs(components.explainedVariance.reduce(0, +) - 1) < rounding)
    #expect(components.explainedVariance[0] > 0.9)
    // 10 - t/3 does not covary with the even parabola, so the components are the axes.
    #expect(abs(components.first[1] - 1) < 1e-9)
    #expect(abs(abs(components.second[3]) - 1) < 1e-9)
  }

  @Test func `components are orthogonal and of unit length`() {
    var generator = SeededGenerator(seed: 3)
    let cloud = (0..<40).map { _ in (0..<6).map { Double($0) * generator.normal() } }
    let components = PrincipalComponents(of: cloud, dimension: 6)
    #expect(abs(length(components.first) - 1) < rounding)
    #expect(abs(length(components.second) - 1) < rounding)
    #expect(abs(product(components.first, components.second)) < rounding)
  }

  @Test func `fewer points than coordinates give the same components as repeated points`() {
    var generator = SeededGenerator(seed: 4)
    let few = (0..<5).map { _ in (0..<8).map { Double($0) * generator.normal() } }
    let left = PrincipalComponents(of: few, dimension: 8)
    let right = PrincipalComponents(of: few + few.reversed(), dimension: 8)
    // The sign follows the path, which comes back to its start in the second.
    #expect(abs(abs(product(left.first, right.first)) - 1) < 1e-9)
    #expect(abs(abs(product(left.second, right.second)) - 1) < 1e-9)
    #expect(abs(left.explainedVariance[0] - right.explainedVariance[0]) < 1e-9)
  }

  @Test func `where a path is moved to does not matter`() {
    let moved = path.map { point in point.map { $0 + 100 } }
    let (left, right) = (
      PrincipalComponents(of: path, dimension: 5), PrincipalComponents(of: moved, dimension: 5)
    )
    // Adding 100 costs two of sixteen digits.
    #expect(abs(product(left.first, right.first) - 1) < 1e-9)
    #expect(abs(left.explainedVariance[1] - right.explainedVariance[1]) < 1e-9)
  }

  @Test(arguments: [[], [[1, 2, 3]], [[1, 2, 3], [2, 4, 6]], [[.nan, 0, 0], [1, 2, 3]]])
  func `too little of a path still gives two directions`(path: [[Double]]) {
    let components = PrincipalComponents(of: path, dimension: 3)
    #expect(abs(length(components.first) - 1) < rounding)
    #expect(abs(length(components.second) - 1) < rounding)
    #expect(abs(product(components.first, components.second)) < rounding)
    #expect(components.explainedVariance[1] < rounding)
  }
}
