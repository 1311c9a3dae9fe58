import GoldenNumbers
import Networks
import Testing

struct ElementaryTests {
  @Test(arguments: ElementaryFunction.all)
  func `values are within two units in the last place`(of function: ElementaryFunction) throws {
    for point in try ReferencePoint.points(of: function.description) {
      let got = function.value(point.argument)
      #expect(distance(got, point.value) <= 2, "at \(point.argument)")
    }
  }

  @Test(arguments: ElementaryFunction.vectorized, 0...33)
  func `a buffer of any length holds the bits of single values`(
    function: ElementaryFunction, count: Int
  ) {
    // At every alignment to eight elements, over arguments of all kinds.
    for offset in 0..<8 {
      let arguments = [Double](repeating: 0, count: offset) + arguments(count, from: offset)
      let expected = arguments[offset...].map { function.value($0).bitPattern }
      #expect(bits(of: function, arguments, from: offset) == expected)
    }
  }

  @Test(arguments: ElementaryFunction.vectorized)
  func `a buffer can be its own result`(function: ElementaryFunction) {
    var buffer = arguments(21, from: 0)
    let expected = buffer.map { function.value($0).bitPattern }
    buffer.withUnsafeMutableBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      function.write?(base, base, elements.count)
    }
    #expect(buffer.map(\.bitPattern) == expected)
  }

  @Test(arguments: ElementaryFunction.all)
  func `not a number stays so`(in function: ElementaryFunction) {
    #expect(function.value(.nan).isNaN)
    #expect(function.value(-.nan).isNaN)
  }

  @Test(arguments: ElementaryFunction.all)
  func `no argument traps`(function: ElementaryFunction) {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<100_000 { _ = function.value(Double(bitPattern: generator.next())) }
  }

  @Test(arguments: ElementaryFunction.all)
  func `the bits never change`(of function: ElementaryFunction) throws {
    // A sum over 20,000 arguments that differs if any bit of any value does.
    var generator = SeededGenerator(seed: 3)
    var sum: UInt64 = 0
    for _ in 0..<20_000 {
      let value = function.value(20 * generator.uniform() - 4)
      if !value.isNaN { sum = (sum &+ value.bitPattern) &* 0x0100_0000_01b3 }
    }
    #expect(String(sum, radix: 16) == (try ReferencePoint.fingerprints()[function.description]))
  }

  @Test(arguments: ["tanh", "erf", "sin", "expm1", "log1p"])
  func `zero keeps its sign`(in name: String) throws {
    let function = try #require(ElementaryFunction.all.first { $0.description == name })
    #expect(function.value(-0.0).bitPattern == (-0.0).bitPattern)
    #expect(function.value(0).bitPattern == 0)
  }

  @Test(arguments: ["tanh", "erf", "sin"])
  func `odd functions are odd to the last bit`(name: String) throws {
    let function = try #require(ElementaryFunction.all.first { $0.description == name })
    for x in arguments(200, from: 0) where !x.isNaN {
      #expect(function.value(-x) == -function.value(x) || x.isInfinite)
    }
  }

  @Test func `sine and cosine of a huge angle lie on the unit circle`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<10_000 {
      let angle = Double(bitPattern: generator.next())
      guard angle.isFinite else { continue }
      let (sine, cosine) = (Elementary.sin(angle), Elementary.cos(angle))
      // Two squares of at most 1, each off by two units of 2⁻⁵³ and rounded.
      #expect(abs(sine * sine + cosine * cosine - 1) < 0x1p-50)
    }
  }

  @Test func `the naive sigmoid agrees where nothing overflows`() {
    for z in stride(from: -30.0, through: 30, by: 0.25) {
      let value = Elementary.sigmoid(z)
      // A few roundings more than the careful one.
      #expect(abs(Elementary.naiveSigmoid(z) - value) <= 0x1p-50 * value)
      #expect(abs(Elementary.naiveSigmoidOfPositiveExponent(z) - value) <= 0x1p-50 * value)
    }
  }

  @Test func `the naive sigmoids overflow in their own ways`() {
    #expect(Elementary.naiveSigmoid(-720) == 0)
    #expect(Elementary.sigmoid(-720) > 0)
    #expect(Elementary.naiveSigmoidOfPositiveExponent(720).isNaN)
    #expect(Elementary.sigmoid(720) == 1)
  }

  /// Arguments of all kinds: ordinary, huge, tiny, infinite, NaN, both zeros.
  private func arguments(_ count: Int, from offset: Int) -> [Double] {
    let odd = [0, -0.0, .infinity, -.infinity, .nan, 0x1p-1074, -0x1p-1060, 800, -745, 0.5, -1]
    var generator = SeededGenerator(seed: UInt64(offset))
    return (0..<count).map { index in
      (index + offset) % 5 == 0
        ? odd[generator.uniform(below: odd.count)] : generator.uniform(in: -4, 4)
    }
  }

  private func bits(
    of function: ElementaryFunction, _ arguments: [Double], from offset: Int
  ) -> [UInt64] {
    var result = arguments
    arguments.withUnsafeBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        guard let from = input.baseAddress, let to = output.baseAddress else { return }
        function.write?(from + offset, to + offset, arguments.count - offset)
      }
    }
    return result[offset...].map(\.bitPattern)
  }

  /// How many doubles lie between two, the second included; 0 for two NaN.
  private func distance(_ left: Double, _ right: Double) -> UInt64 {
    if left.isNaN || right.isNaN { return left.isNaN && right.isNaN ? 0 : .max }
    return (place(left) - place(right)).magnitude
  }

  /// The rank of a double among all, 0 for both zeros.
  private func place(_ x: Double) -> Int64 {
    let magnitude = Int64(x.magnitude.bitPattern)
    return x.sign == .minus ? -magnitude : magnitude
  }
}

/// A correctly rounded value of an elementary function.
private struct ReferencePoint {
  let argument: Double
  let value: Double

  static func points(of function: String) throws -> [ReferencePoint] {
    let golden = try golden("elementary", as: Golden.self)
    return try #require(golden.functions[function]).map { line in
      let columns = line.split(separator: " ").map { word in
        UInt64(word, radix: 16).map { Double(bitPattern: $0) } ?? .nan
      }
      return ReferencePoint(argument: columns[0], value: columns[1])
    }
  }

  static func fingerprints() throws -> [String: String] {
    try golden("elementary", as: Golden.self).fingerprints
  }

  private struct Golden: Decodable {
    let functions: [String: [String]]
    let fingerprints: [String: String]
  }
}
