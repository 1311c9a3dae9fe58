import CKernels
import Networks

/// A dense layer so small that C has loops of its own for it, and the products that it must equal.
struct TinyLayerPair: Sendable, CustomStringConvertible {
  let fanIn: Int
  let fanOut: Int
  let samples: Int

  var description: String { "\(samples) samples through \(fanIn)-\(fanOut)" }

  /// Each number of inputs that the C code is unrolled for, and one more.
  static let all = (1...6).flatMap { fanIn in
    [1, 2, 3, 5].flatMap { fanOut in
      [0, 1, 3, 4].map { TinyLayerPair(fanIn: fanIn, fanOut: fanOut, samples: $0) }
    }
  }

  private var layer: kernel_layer {
    kernel_layer(fan_in: fanIn, fan_out: fanOut, samples: samples)
  }

  /// `z = x·Wᵀ + b` in C.
  func nativeForward(_ x: [Double], _ weights: [Double], _ biases: [Double]) -> [UInt64] {
    var z = [Double](repeating: -77, count: samples * fanOut)
    kernel_tiny_forward(layer, x, weights, biases, &z)
    return z.sumBits
  }

  /// The same by a portable product.
  func portableForward(_ x: [Double], _ weights: [Double], _ biases: [Double]) -> [UInt64] {
    product(samples, fanIn, fanOut, x, weights, turned: [false, true, false]).enumerated()
      .map { Double(bitPattern: $1) + biases[$0 % fanOut] }.sumBits
  }

  /// `dW = dzᵀ·x` and `db = Σ dz` in C.
  func nativeBackward(_ dz: [Double], _ x: [Double]) -> [UInt64] {
    var dW = [Double](repeating: -77, count: fanIn * fanOut)
    var db = [Double](repeating: -77, count: fanOut)
    kernel_tiny_backward(layer, dz, x, &dW, &db)
    return (dW + db).sumBits
  }

  /// The same by a portable product.
  func portableBackward(_ dz: [Double], _ x: [Double]) -> [UInt64] {
    let sums = (0..<fanOut).map { unit in
      (0..<samples).reduce(0) { $0 + dz[$1 * fanOut + unit] }
    }
    return product(fanOut, samples, fanIn, dz, x, turned: [true, false, false]) + sums.sumBits
  }

  /// `dx = dz·W` in C.
  func nativeBackwardToInput(_ dz: [Double], _ weights: [Double]) -> [UInt64] {
    var dx = [Double](repeating: -77, count: samples * fanIn)
    kernel_tiny_backward_to_input(layer, dz, weights, &dx)
    return dx.sumBits
  }

  /// The same by a portable product.
  func portableBackwardToInput(_ dz: [Double], _ weights: [Double]) -> [UInt64] {
    product(samples, fanOut, fanIn, dz, weights, turned: [false, false, false])
  }

  private func product(
    _ rows: Int, _ depth: Int, _ columns: Int, _ left: [Double], _ right: [Double], turned: [Bool]
  ) -> [UInt64] {
    ProductPair(rows: rows, depth: depth, columns: columns, turned: turned).portable(left, right)
  }
}
