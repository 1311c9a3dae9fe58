import CKernels
import Networks

/// A function of a whole buffer, in C and in Swift.
struct KernelPair: Sendable {
  typealias Kernel =
    @Sendable (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void

  let name: String
  let native: Kernel
  let portable: Kernel

  static let all = [
    KernelPair(
      name: "exp", native: { kernel_exp($0, $1, $2) },
      portable: { PortableKernels.exp($0, into: $1, count: $2) }),
    KernelPair(
      name: "expm1", native: { kernel_expm1($0, $1, $2) },
      portable: { PortableKernels.expm1($0, into: $1, count: $2) }),
    KernelPair(
      name: "log", native: { kernel_log($0, $1, $2) },
      portable: { PortableKernels.log($0, into: $1, count: $2) }),
    KernelPair(
      name: "log1p", native: { kernel_log1p($0, $1, $2) },
      portable: { PortableKernels.log1p($0, into: $1, count: $2) }),
    KernelPair(
      name: "tanh", native: { kernel_tanh($0, $1, $2) },
      portable: { PortableKernels.tanh($0, into: $1, count: $2) }),
    KernelPair(
      name: "sigmoid", native: { kernel_sigmoid($0, $1, $2) },
      portable: { PortableKernels.sigmoid($0, into: $1, count: $2) }),
    KernelPair(
      name: "softplus", native: { kernel_softplus($0, $1, $2) },
      portable: { PortableKernels.softplus($0, into: $1, count: $2) }),
  ]
}

/// Lengths around those of vectors, and two that fill many.
let kernelSizes = Array(0...17) + [31, 32, 33, 64, 1001]

/// Numbers of all kinds, and among any few of them some that are not finite or at a function's limits.
func wild(_ count: Int, seed: UInt64) -> [Double] {
  let odd = [
    .nan, .infinity, -.infinity, 0, -0.0, 0x1p-1074, -0x1p-1060, 1e-20, -1, 0.5, 710, -746, 1e300,
    -1e300, .greatestFiniteMagnitude,
  ]
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { index in
    index % 4 == 3
      ? odd[generator.uniform(below: odd.count)]
      : generator.normal() * Double(sign: .plus, exponent: index % 12 - 6, significand: 1)
  }
}

/// Numbers of moderate size, which stay so in sums of products.
func mild(_ count: Int, seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in generator.normal() }
}

extension [Double] {
  /// The bits of sums, in which every NaN counts as one: a sum of two NaN has the sign of either, and
  /// neither IEEE 754 nor the compiler says of which.
  var sumBits: [UInt64] { map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern } }

  /// The bits that a kernel writes of these numbers, to a buffer as long.
  func written(
    by kernel: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) -> [UInt64] {
    var result = [Double](repeating: -77, count: count)
    kernel(self, &result)
    return result.map(\.bitPattern)
  }
}
