import Networks

/// A function of `Elementary` in both its forms, for tests that hold for all of them.
struct ElementaryFunction: Sendable, CustomStringConvertible {
  typealias Buffer = @Sendable (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void

  let description: String
  let value: @Sendable (Double) -> Double
  /// The form for buffers; nil if there is none.
  let write: Buffer?

  static let all =
    vectorized + [
      ElementaryFunction(description: "sin", value: { Elementary.sin($0) }, write: nil),
      ElementaryFunction(description: "cos", value: { Elementary.cos($0) }, write: nil),
    ]

  static let vectorized = [
    ElementaryFunction(
      description: "exp", value: { Elementary.exp($0) },
      write: { Elementary.exp($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "expm1", value: { Elementary.expm1($0) },
      write: { Elementary.expm1($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "log", value: { Elementary.log($0) },
      write: { Elementary.log($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "log1p", value: { Elementary.log1p($0) },
      write: { Elementary.log1p($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "tanh", value: { Elementary.tanh($0) },
      write: { Elementary.tanh($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "sigmoid", value: { Elementary.sigmoid($0) },
      write: { Elementary.sigmoid($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "softplus", value: { Elementary.softplus($0) },
      write: { Elementary.softplus($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "erf", value: { Elementary.erf($0) },
      write: { Elementary.erf($0, into: $1, count: $2) }),
    ElementaryFunction(
      description: "erfc", value: { Elementary.erfc($0) },
      write: { Elementary.erfc($0, into: $1, count: $2) }),
  ]
}
