import Foundation

/// Reads the golden file `name` (without `.json`) of `Tests/Fixtures`.
public func golden<Body: Decodable>(_ name: String, as type: Body.Type = Body.self) throws -> Body {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/\(name).json")
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// The pass rule of a golden file: `|got - want| <= (abs + rel * |want|) * max(1, amplification)`.
public struct Tolerance: Decodable, Sendable {
  /// Allowed absolute error.
  public let abs: Double
  /// Allowed error relative to the wanted value.
  public let rel: Double

  /// Makes a tolerance.
  public init(abs: Double, rel: Double) {
    self.abs = abs
    self.rel = rel
  }

  /// Whether `got` is close enough to `want`; never true of a NaN.
  public func accepts(_ got: Double, _ want: Double, amplification: Double = 1) -> Bool {
    Swift.abs(got - want) <= (abs + rel * Swift.abs(want)) * max(1, amplification)
  }

  /// The first place where the two lists differ by more than the tolerance, in words; nil if none.
  public func mismatch(_ got: [Double], _ want: [Double], amplification: Double = 1) -> String? {
    guard got.count == want.count else { return "\(got.count) numbers, wanted \(want.count)" }
    for (index, pair) in zip(got, want).enumerated()
    where !accepts(pair.0, pair.1, amplification: amplification) {
      return "[\(index)]: got \(pair.0), wanted \(pair.1)"
    }
    return nil
  }
}
