/// Functions of whole buffers, in Swift alone: for WebAssembly, and what the C kernels must equal.
///
/// They are compiled everywhere, so that tests hold the two against each other.
package enum PortableKernels {
  package static func exp(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.exp($0) } }

  package static func expm1(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.expm1($0) } }

  package static func log(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.log($0) } }

  package static func log1p(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.log1p($0) } }

  package static func tanh(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.tanh($0) } }

  package static func sigmoid(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.sigmoid($0) } }

  package static func softplus(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) { mapLanes(x, into: y, count: count) { Elementary.softplus($0) } }

  /// Writes the cross-entropy of each yes-no target on a sigmoid output with pre-activation `z`.
  package static func sigmoidCrossEntropy(
    _ z: UnsafePointer<Double>, _ targets: UnsafePointer<Double>,
    into losses: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      losses[place] =
        FusedLoss.crossEntropy(
          logit: Lanes(repeating: z[place]), target: Lanes(repeating: targets[place]))[0]
    }
  }

  /// Writes its derivative by the output.
  package static func sigmoidCrossEntropySlope(
    _ z: UnsafePointer<Double>, _ targets: UnsafePointer<Double>,
    into slopes: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      slopes[place] =
        FusedLoss.crossEntropySlope(
          logit: Lanes(repeating: z[place]), target: Lanes(repeating: targets[place]))[0]
    }
  }

  /// Numbers in each of equally wide bins, then below them, above them and not finite.
  package static func binCounts(_ x: [Double], in range: ClosedRange<Double>, bins: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: bins + 3)
    // Halves, as the width itself may overflow.
    let width = range.upperBound / 2 - range.lowerBound / 2
    for value in x {
      if !value.isFinite {
        counts[bins + 2] += 1
      } else if value < range.lowerBound {
        counts[bins] += 1
      } else if value > range.upperBound {
        counts[bins + 1] += 1
      } else {
        let place = (value / 2 - range.lowerBound / 2) / width * Double(bins)
        counts[place < Double(bins - 1) ? Int(place) : bins - 1] += 1
      }
    }
    return counts
  }

  /// Writes the product of `left` `[n x k]` and `right` `[k x m]`.
  package static func multiply(
    _ left: StridedElements, _ right: StridedElements,
    into result: UnsafeMutablePointer<Double>, rowStride: Int, columnStride: Int
  ) {
    multiplyInLanes(
      left, right, into: result, rowStride: rowStride, columnStride: columnStride)
  }
}

// No layer is too small for the products.
extension PortableKernels {
  static func forwardTiny(
    _ layer: DenseLayer, _ x: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
    _ biases: UnsafePointer<Double>, _ z: UnsafeMutablePointer<Double>
  ) -> Bool { false }

  static func backwardTiny(
    _ layer: DenseLayer, _ dz: UnsafePointer<Double>, _ x: UnsafePointer<Double>,
    _ dW: UnsafeMutablePointer<Double>, _ db: UnsafeMutablePointer<Double>
  ) -> Bool { false }

  static func backwardTinyToInput(
    _ layer: DenseLayer, _ dz: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
    _ dx: UnsafeMutablePointer<Double>
  ) -> Bool { false }
}

private let laneCount = Lanes.scalarCount

private func multiplyInLanes(
  _ left: StridedElements, _ right: StridedElements, into result: UnsafeMutablePointer<Double>,
  rowStride: Int, columnStride: Int
) {
  let depth = left.columns
  // One vector for each term of a sum, and one through which results leave.
  withUnsafeTemporaryAllocation(of: Lanes.self, capacity: depth + 1) { scratch in
    guard let packed = scratch.baseAddress else { return }
    var column = 0
    while column < right.columns {
      let width = min(laneCount, right.columns - column)
      pack(right, from: column, width: width, into: packed)
      let corner = result + column * columnStride
      var row = 0
      while row < left.rows {
        let isPair = row + 1 < left.rows
        // An odd last row is computed twice, which is cheaper than a second kernel.
        let first = left.start + row * left.rowStride
        let second = isPair ? first + left.rowStride : first
        let sums = sumProducts(packed, depth, first, second, stride: left.columnStride)
        packed[depth] = sums.0
        store(packed + depth, width, to: corner + row * rowStride, stride: columnStride)
        if isPair {
          packed[depth] = sums.1
          store(packed + depth, width, to: corner + (row + 1) * rowStride, stride: columnStride)
        }
        row += 2
      }
      column += width
    }
  }
}

/// Lays `width` columns of `elements` side by side in lanes, one vector a row; other lanes are 0.
@inline(__always)
private func pack(
  _ elements: StridedElements, from column: Int, width: Int,
  into packed: UnsafeMutablePointer<Lanes>
) {
  let target = UnsafeMutableRawPointer(packed).assumingMemoryBound(to: Double.self)
  var source = elements.start + column * elements.columnStride
  for row in 0..<elements.rows {
    let vector = target + row * laneCount
    if width < laneCount { packed[row] = Lanes() }
    for lane in 0..<width { vector[lane] = source[lane * elements.columnStride] }
    source += elements.rowStride
  }
}

/// The sums over the terms of `packed[term] * first[term]`, and the same of `second`.
@inline(__always)
private func sumProducts(
  _ packed: UnsafeMutablePointer<Lanes>, _ depth: Int, _ first: UnsafePointer<Double>,
  _ second: UnsafePointer<Double>, stride: Int
) -> (Lanes, Lanes) {
  var firstSums = Lanes()
  var secondSums = Lanes()
  var place = 0
  for term in 0..<depth {
    let lanes = packed[term]
    firstSums += lanes * first[place]
    secondSums += lanes * second[place]
    place += stride
  }
  return (firstSums, secondSums)
}

@inline(__always)
private func store(
  _ lanes: UnsafeMutablePointer<Lanes>, _ width: Int, to target: UnsafeMutablePointer<Double>,
  stride: Int
) {
  let source = UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Double.self)
  for lane in 0..<width { target[lane * stride] = source[lane] }
}
