import CKernels
import Networks
import Testing

/// The kernels in Swift, which a browser runs, against those in C on any vectors: the same bits.
///
/// In the suite of `KernelTests`, because the vectors in use are one setting for the whole program.
extension KernelTests {
  @Test(arguments: kernelSizes)
  func `a portable function has the bits of the C one`(count: Int) {
    let arguments = wild(count, seed: 1)
    for pair in KernelPair.all {
      let expected = arguments.written { pair.portable($0, $1, count) }
      for vectors in vectors {
        let got = using(vectors) { arguments.written { pair.native($0, $1, count) } }
        #expect(got == expected, "\(pair.name) on \(vectors)")
      }
    }
  }

  @Test(arguments: kernelSizes)
  func `a portable function can write over its argument`(count: Int) {
    let arguments = wild(count, seed: 2)
    for pair in KernelPair.all {
      let expected = arguments.written { pair.portable($0, $1, count) }
      var buffer = arguments
      buffer.withUnsafeMutableBufferPointer { buffer in
        if let base = buffer.baseAddress { pair.portable(base, base, count) }
      }
      #expect(buffer.map(\.bitPattern) == expected, "\(pair.name)")
    }
  }

  @Test(arguments: kernelSizes)
  func `the portable cross-entropy and its slope have the bits of the C ones`(count: Int) {
    let z = wild(count, seed: 3)
    let targets = (0..<count).map { [0, 1, 0.25, -0.0, .nan, 7][$0 % 6] }
    let losses = z.written {
      PortableKernels.sigmoidCrossEntropy($0, targets, into: $1, count: count)
    }
    let slopes = z.written {
      PortableKernels.sigmoidCrossEntropySlope($0, targets, into: $1, count: count)
    }
    for vectors in vectors {
      using(vectors) {
        let gotLosses = z.written { kernel_sigmoid_cross_entropy($0, targets, $1, count) }
        let gotSlopes = z.written { kernel_sigmoid_cross_entropy_slope($0, targets, $1, count) }
        #expect(gotLosses == losses, "on \(vectors)")
        #expect(gotSlopes == slopes, "on \(vectors)")
      }
    }
  }

  @Test(arguments: [-700, -40, -1, 0, 0.5, 40, 700.0], [0, 0.25, 1.0])
  func `the slope of the cross-entropy is that of its formula`(z: Double, target: Double) {
    // (1 - y) / (1 - a) - y / a, where 1 / (1 - a) = 1 + e^z and 1 / a = 1 + e^-z.
    let (no, yes) = (1 + Elementary.exp(z), 1 + Elementary.exp(-z))
    let expected = (1 - target) * no - target * yes
    for vectors in vectors {
      let bits = using(vectors) {
        [z].written { kernel_sigmoid_cross_entropy_slope($0, [target], $1, 1) }
      }
      // The kernel takes e^|z| for 1 / e^-|z|: a few more roundings in each term.
      let margin = 8 * 0x1p-53 * ((1 - target) * no + target * yes)
      #expect((Double(bitPattern: bits[0]) - expected).magnitude <= margin, "on \(vectors)")
    }
  }

  @Test(arguments: kernelSizes, [1, 2, 7, 64])
  func `portable counts are those of the C kernel`(count: Int, bins: Int) {
    let numbers = wild(count, seed: 4)
    for range in [-1.0...1.0, 0.0...0.0, -1e308...1.7e308, 0.1...0.3, -0x1p-1070...0x1p-1074] {
      let expected = PortableKernels.binCounts(numbers, in: range, bins: bins)
      #expect(expected.reduce(0, +) == count)
      for vectors in vectors {
        var tables = [Int](repeating: 0, count: 4 * (bins + 3))
        using(vectors) {
          tables.withUnsafeMutableBufferPointer { tables in
            tables.withMemoryRebound(to: UInt.self) { tables in
              kernel_bin_counts(
                numbers, count, range.lowerBound, range.upperBound, bins, tables.baseAddress)
            }
          }
        }
        #expect(Array(tables[..<(bins + 3)]) == expected, "\(range) on \(vectors)")
      }
    }
  }

  @Test(arguments: ProductPair.all)
  func `a portable product has the bits of the C one`(pair: ProductPair) {
    for numbers in [mild, wild] {
      let left = numbers(pair.rows * pair.depth, 5)
      let right = numbers(pair.depth * pair.columns, 6)
      let expected = pair.portable(left, right)
      for vectors in vectors {
        let got = using(vectors) { pair.native(left, right) }
        #expect(got == expected, "on \(vectors)")
      }
    }
  }

  @Test(arguments: TinyLayerPair.all)
  func `a tiny layer in C has the bits of portable products`(pair: TinyLayerPair) {
    for numbers in [mild, wild] {
      let x = numbers(pair.samples * pair.fanIn, 7)
      let dz = numbers(pair.samples * pair.fanOut, 8)
      let weights = numbers(pair.fanIn * pair.fanOut, 9)
      let biases = numbers(pair.fanOut, 10)
      #expect(pair.nativeForward(x, weights, biases) == pair.portableForward(x, weights, biases))
      #expect(pair.nativeBackward(dz, x) == pair.portableBackward(dz, x))
      #expect(pair.nativeBackwardToInput(dz, weights) == pair.portableBackwardToInput(dz, weights))
    }
  }
}
