/// How values are bent before they are laid along an axis: a function and its inverse.
public struct ScaleTransform: Sendable, Equatable, CustomStringConvertible {
  /// The word in lesson files.
  public let name: String
  /// Bends a value; must grow with it.
  let forward: @Sendable (Double) -> Double
  /// Undoes `forward`.
  let backward: @Sendable (Double) -> Double

  /// The name.
  public var description: String { name }

  /// Equal names mean equal transforms.
  public static func == (a: ScaleTransform, b: ScaleTransform) -> Bool { a.name == b.name }

  /// No bending.
  public static let linear = ScaleTransform(name: "linear", forward: { $0 }, backward: { $0 })

  /// Base-10 logarithm, for positive values; others become NaN or −∞ and are not drawn.
  public static let log = ScaleTransform(
    name: "log", forward: { Logarithm.base10($0) }, backward: { Logarithm.power10($0) })

  /// Linear near 0 and logarithmic far from it, for values of both signs: sign(x)·ln(1 + |x|).
  public static let symlog = ScaleTransform(
    name: "symlog",
    forward: { $0 < 0 ? -Logarithm.natural(1 - $0) : Logarithm.natural(1 + $0) },
    backward: { $0 < 0 ? 1 - Logarithm.exponential(-$0) : Logarithm.exponential($0) - 1 })

  /// Every transform.
  public static let all = [linear, log, symlog]

  /// The transform of that name, if there is one.
  public static func named(_ name: String) -> ScaleTransform? { all.first { $0.name == name } }
}
