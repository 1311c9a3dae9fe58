import GoldenNumbers
import Networks
import Testing

private struct Optima: Decodable {
  let tolerance: Tolerance
  let functions: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let function: String
    let dimension: Int
    let counts: [String: Int]
    let points: [Point]

    var description: String { function }
    /// `sixHumpCamel` is our `six-hump-camel`.
    var field: ScalarField? {
      ScalarField.named(
        function.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined())
    }
  }

  struct Point: Decodable, Sendable {
    let kind: String
    let position, hessianEigenvalues: [Double]
    let hessian: [[Double]]
    let value: Double
  }
}

private func golden() throws -> Optima { try GoldenNumbers.golden("local-optima") }

struct ScalarFieldTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  @Test(arguments: try golden().functions)
  private func `stationary points in the order of the golden file`(item: Optima.Item) throws {
    let field = try #require(item.field)
    #expect(field.dimension == item.dimension)
    #expect(field.stationaryPoints.map { "\($0.kind)" } == item.points.map(\.kind))
    for (point, want) in zip(field.stationaryPoints, item.points) {
      #expect(tolerance.mismatch(point.position, want.position) == nil)
      #expect(tolerance.accepts(point.value, want.value))
      #expect(tolerance.mismatch(point.eigenvalues, want.hessianEigenvalues) == nil)
    }
  }

  @Test(arguments: try golden().functions)
  private func `Hessians at stationary points`(item: Optima.Item) throws {
    let field = try #require(item.field)
    for want in item.points {
      let hessian = field.hessian(want.position).values
      #expect(tolerance.mismatch(hessian, want.hessian.flatMap(\.self)) == nil)
    }
  }

  /// A few places inside the domain that are not special.
  private func places(in field: ScalarField) -> [[Double]] {
    [(0.21, 0.83), (0.47, 0.12), (0.78, 0.64)].map { shares in
      zip(field.domain, [shares.0, shares.1]).map { range, share in
        range.lowerBound + share * (range.upperBound - range.lowerBound)
      }
    }
  }

  @Test(arguments: ScalarField.all)
  func `gradients match central differences`(field: ScalarField) {
    for position in places(in: field) {
      for axis in 0..<field.dimension {
        let slope = slope(at: position, along: axis) { [field.value($0)] }
        // Step 1e-5: values up to 1e5 round to 1e-11, over the step 1e-6 of at most 1e5.
        let want = field.gradient(position)[axis]
        #expect(abs(slope[0] - want) < 1e-8 * max(100, abs(want)))
      }
    }
  }

  @Test(arguments: ScalarField.all)
  func `Hessians match central differences of gradients`(field: ScalarField) {
    for position in places(in: field) {
      for axis in 0..<field.dimension {
        let slopes = slope(at: position, along: axis) { field.gradient($0) }
        for (slope, want) in zip(slopes, field.hessian(position).row(axis)) {
          #expect(abs(slope - want) < 1e-8 * max(100, abs(want)))
        }
      }
    }
  }

  private func slope(
    at position: [Double], along axis: Int, of value: ([Double]) -> [Double]
  ) -> [Double] {
    var (above, below) = (position, position)
    above[axis] += 1e-5
    below[axis] -= 1e-5
    return zip(value(above), value(below)).map { ($0 - $1) / 2e-5 }
  }

  @Test(arguments: ScalarField.all)
  func `the gradient vanishes at stationary points`(field: ScalarField) {
    #expect(!field.stationaryPoints.isEmpty)
    for point in field.stationaryPoints {
      // A position is known to an ulp, times curvatures up to 1000.
      #expect(field.gradient(point.position).allSatisfy { abs($0) < 1e-11 })
    }
  }

  @Test(arguments: [
    (ScalarField.saddle, "saddle"), (.monkeySaddle, "degenerate"), (.quadraticBowl, "minimum"),
    (.rosenbrock, "minimum"),
  ])
  func `a function with one stationary point`(field: ScalarField, kind: String) {
    #expect(field.stationaryPoints.map { "\($0.kind)" } == [kind])
  }

  @Test func `the minimum and both saddles of Beale's function`() {
    let points = ScalarField.beale.stationaryPoints
    #expect(points.map(\.kind) == [.minimum, .saddle, .saddle])
    #expect(tolerance.mismatch(points[0].position, [3, 0.5]) == nil)
    #expect(points.contains { tolerance.mismatch($0.position, [0, 1]) == nil })
  }

  @Test(arguments: ScalarField.all)
  func `a function is found by its name`(field: ScalarField) {
    #expect(ScalarField.named(field.name) == field)
  }

  @Test func `an expression has the stationary points of the same function`() throws {
    let expression = try Expression(parsing: "(y^2 + x - 7)^2 + (x^2 + y - 11)^2")
    let field = try #require(ScalarField(expression, domain: ScalarField.himmelblau.domain))
    let want = ScalarField.himmelblau.stationaryPoints
    #expect(field.stationaryPoints.map(\.kind) == want.map(\.kind))
    for (point, want) in zip(field.stationaryPoints, want) {
      #expect(tolerance.mismatch(point.position, want.position) == nil)
      #expect(tolerance.mismatch(point.eigenvalues, want.eigenvalues) == nil)
    }
  }

  @Test func `an expression of one variable`() throws {
    let expression = try Expression(parsing: "E = w^4 - 3*w^2 + w")
    let field = try #require(ScalarField(expression, domain: [-2.2...2.2]))
    let want = ScalarField.doubleWell.stationaryPoints
    #expect(field.name == "E" && field.dimension == 1)
    #expect(field.stationaryPoints.map(\.kind) == want.map(\.kind))
  }

  @Test(arguments: ["3", "x*y*z", "x"])
  func `an expression of too many or too few variables`(text: String) throws {
    #expect(ScalarField(try Expression(parsing: text), domain: [-1...1, -1...1]) == nil)
  }

  @Test(arguments: ["x^2 + 0*y", "(x - y)^2", "0*x*y"])
  func `a line or plane of level points is not listed`(text: String) throws {
    let field = try #require(
      ScalarField(try Expression(parsing: text), domain: [-1...1, -1...1]))
    #expect(field.stationaryPoints.isEmpty)
  }
}
