/// Eight doubles on which a function works at once.
///
/// Every elementary function is written once, for lanes and without branches. The function of a
/// single double is lane 0 of that, of which the compiler keeps only the part it needs.
typealias Lanes = SIMD8<Double>

/// The bit patterns of lanes.
typealias LaneBits = SIMD8<UInt64>

extension SIMD8<Double> {
  /// The doubles with the given bit patterns.
  @inline(__always)
  init(bits: LaneBits) {
    self = unsafeBitCast(bits, to: SIMD8<Double>.self)
  }

  /// The bit pattern of each lane.
  @inline(__always)
  var bits: LaneBits { unsafeBitCast(self, to: LaneBits.self) }

  /// The lanes without their sign.
  @inline(__always)
  var magnitudes: Lanes { Lanes(bits: bits & 0x7fff_ffff_ffff_ffff) }

  /// The first 26 significant bits of each lane; the product of two such numbers is exact.
  @inline(__always)
  var upperHalves: Lanes { Lanes(bits: bits & 0xffff_ffff_f800_0000) }

  /// The lanes with the sign of `other` added to their own, which must be positive.
  @inline(__always)
  func withSign(of other: Lanes) -> Lanes {
    Lanes(bits: bits | (other.bits & 0x8000_0000_0000_0000))
  }

  /// The lanes, at most `limit`; NaN stays NaN.
  @inline(__always)
  func limited(to limit: Double) -> Lanes {
    replacing(with: limit, where: self .> limit)
  }

  /// The lanes, at least `limit`; NaN stays NaN.
  @inline(__always)
  func limited(from limit: Double) -> Lanes {
    replacing(with: limit, where: self .< limit)
  }
}

/// `a + b x`, a piece of a polynomial in `x²`: its pieces do not wait for each other.
@inline(__always)
func line(_ a: Double, _ b: Double, _ x: Lanes) -> Lanes {
  a + b * x
}

/// Writes `kernel` of each of the `count` elements of `input` to `output`.
@inline(__always)
func mapLanes(
  _ input: UnsafePointer<Double>, into output: UnsafeMutablePointer<Double>, count: Int,
  _ kernel: (Lanes) -> Lanes
) {
  var place = 0
  while place < count {
    let width = count &- place
    if width >= Lanes.scalarCount {
      let lanes = UnsafeRawPointer(input + place).loadUnaligned(as: Lanes.self)
      UnsafeMutableRawPointer(output + place).storeBytes(of: kernel(lanes), as: Lanes.self)
    } else {
      store(kernel(load(input + place, width)), output + place, width)
    }
    place &+= Lanes.scalarCount
  }
}

/// The first `width` lanes from memory, the others 0.
@inline(never)
private func load(_ input: UnsafePointer<Double>, _ width: Int) -> Lanes {
  var lanes = Lanes()
  for lane in 0..<width { lanes[lane] = input[lane] }
  return lanes
}

/// Writes the first `width` lanes to memory.
@inline(never)
private func store(_ lanes: Lanes, _ output: UnsafeMutablePointer<Double>, _ width: Int) {
  for lane in 0..<width { output[lane] = lanes[lane] }
}
