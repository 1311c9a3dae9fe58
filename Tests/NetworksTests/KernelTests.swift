import CKernels
import Foundation
import Networks
import Testing

/// The vectors of this machine, all of which must give the same bits.
let vectors: [kernel_vectors] =
  kernel_widest_vectors() == KERNEL_VECTORS_AVX2
  ? [KERNEL_VECTORS_BASE, KERNEL_VECTORS_AVX2] : [KERNEL_VECTORS_BASE]

/// One at a time: which vectors are in use is one setting for the whole program.
@Suite(.serialized) struct KernelTests {
  @Test func `the widest vectors are those that the processor has`() throws {
    // An emulator shows the file of its host; `Scripts/check-processors` says what it emulates.
    let emulated = ProcessInfo.processInfo.environment["CHALKLINE_VECTORS"]
    let flags = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let known = emulated ?? (flags.contains(" avx2 ") ? "avx2" : "base")
    #expect(
      kernel_widest_vectors() == (known == "avx2" ? KERNEL_VECTORS_AVX2 : KERNEL_VECTORS_BASE))
  }

  @Test(arguments: [0, 1, 3, 4, 7, 8, 12, 1000])
  func `elementary functions have the bits of the Swift ones on any vectors`(count: Int) {
    let arguments = scattered(count)
    for (name, kernel, value) in functions {
      let expected = arguments.map { value($0).bitPattern }
      for vectors in vectors {
        let got = using(vectors) { mapped(arguments, kernel) }
        #expect(got.map(\.bitPattern) == expected, "\(name) on \(vectors)")
      }
    }
  }

  @Test(arguments: [1, 5, 8, 200])
  func `the cross-entropy of a sigmoid is that of its formula on any vectors`(count: Int) {
    let z = scattered(count)
    let targets = (0..<count).map { [0, 1, 0.25][$0 % 3] }
    let expected = zip(z, targets).map { z, target in
      let factor = z > 0 ? 1 - target : -target
      return (factor == 0 ? 0 : z * factor)
        + Elementary.log1p(Elementary.exp(-z.magnitude))
    }
    for vectors in vectors {
      let got = using(vectors) {
        var losses = z
        kernel_sigmoid_cross_entropy(z, targets, &losses, count)
        return losses
      }
      #expect(got.map(\.bitPattern) == expected.map(\.bitPattern), "on \(vectors)")
    }
  }

  @Test(arguments: [(1, 1, 1), (4, 3, 5), (7, 40, 3), (9, 2, 33), (65, 257, 131), (3, 300, 40)])
  func `products have the bits of the plain triple loop on any vectors`(
    rows: Int, depth: Int, columns: Int
  ) {
    let left = scattered(rows * depth)
    let right = scattered(depth * columns)
    var expected: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0.0
        for term in 0..<depth { sum += left[row * depth + term] * right[term * columns + column] }
        expected.append(sum)
      }
    }
    for vectors in vectors {
      let got = using(vectors) {
        (Matrix(rows: rows, columns: depth, values: left)
          * Matrix(rows: depth, columns: columns, values: right)).values
      }
      #expect(got.map(\.bitPattern) == expected.map(\.bitPattern), "on \(vectors)")
    }
  }

  @Test(arguments: [0, 1, 7, 8, 1001], [-1.0...1.0, 0.0...0.0, -1e308...1.7e308])
  func `numbers are counted alike on any vectors`(count: Int, range: ClosedRange<Double>) {
    let numbers = scattered(count).map { $0 == 0.5 ? .nan : $0 == -0.5 ? .infinity : $0 }
    var expected = [Int](repeating: 0, count: 10)
    let width = range.upperBound / 2 - range.lowerBound / 2
    for number in numbers {
      if !number.isFinite {
        expected[9] += 1
      } else if !range.contains(number) {
        expected[number < range.lowerBound ? 7 : 8] += 1
      } else {
        let place = (number / 2 - range.lowerBound / 2) / width * 7
        expected[place < 6 ? Int(place) : 6] += 1
      }
    }
    for vectors in vectors {
      let got = using(vectors) { BinCounts(of: numbers, in: range, bins: 7) }
      #expect(got.counts + [got.below, got.above, got.nonFinite] == expected, "on \(vectors)")
    }
  }

  @Test func `a training has the same bits on any vectors`() {
    let ends = vectors.map { vectors in using(vectors) { trained().map(\.bitPattern) } }
    #expect(ends.allSatisfy { $0 == ends[0] })
  }
}

private typealias Kernel =
  @Sendable (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void

private let functions: [(String, Kernel, @Sendable (Double) -> Double)] = [
  ("exp", { kernel_exp($0, $1, $2) }, { Elementary.exp($0) }),
  ("expm1", { kernel_expm1($0, $1, $2) }, { Elementary.expm1($0) }),
  ("log", { kernel_log($0, $1, $2) }, { Elementary.log($0) }),
  ("log1p", { kernel_log1p($0, $1, $2) }, { Elementary.log1p($0) }),
  ("tanh", { kernel_tanh($0, $1, $2) }, { Elementary.tanh($0) }),
  ("sigmoid", { kernel_sigmoid($0, $1, $2) }, { Elementary.sigmoid($0) }),
  ("softplus", { kernel_softplus($0, $1, $2) }, { Elementary.softplus($0) }),
]

/// Runs `body` on some vectors, then goes back to the widest.
func using<Result>(_ vectors: kernel_vectors, _ body: () -> Result) -> Result {
  kernel_use_vectors(vectors)
  defer { kernel_use_vectors(kernel_widest_vectors()) }
  return body()
}

private func mapped(_ arguments: [Double], _ kernel: Kernel) -> [Double] {
  var result = arguments
  kernel(arguments, &result, arguments.count)
  return result
}

/// Numbers of many magnitudes, among them the limits at which the functions change their ways.
private func scattered(_ count: Int) -> [Double] {
  var generator = SeededGenerator(seed: UInt64(count))
  let special = [0, -0.0, 1, -1, 1e-320, -1e-20, 0.5, -0.5, 710, -746, 1e300, -1e300]
  return (0..<count).map { index in
    if index % 5 == 4 { return special[index / 5 % special.count] }
    let exponent = Int(generator.next() % 12) - 6
    return generator.normal() * Double(sign: .plus, exponent: exponent, significand: 1)
  }
}

/// Parameters after some updates, on full batches too wide for one vector.
private func trained() -> [Double] {
  var generator = SeededGenerator(seed: 3)
  let network = Network(
    inputCount: 3,
    shapes: [
      LayerShape(units: 9, activation: .tanh), LayerShape(units: 5, activation: .softplus),
      LayerShape(units: 1, activation: .sigmoid),
    ], using: &generator)
  let inputs = Matrix(rows: 20, columns: 3, values: (0..<60).map { _ in generator.normal() })
  let targets = Matrix(rows: 20, columns: 1, values: (0..<20).map { Double($0 % 2) })
  var tape = Tape(of: network, inputs: inputs)
  var optimizer = Optimizer.adam(learningRate: 0.05).start(parameterCount: network.parameterCount)
  for _ in 0..<50 {
    tape.forward()
    tape.backward(against: targets, through: .binaryCrossEntropy)
    tape.update(with: &optimizer)
  }
  return Array(tape.parameters)
}
