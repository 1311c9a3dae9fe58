/// Steps of a compressed picture, each a pixel as it is, a stretch of earlier pixels or the beginning
/// of a row, with the counts that their code is made of.
///
/// - Source: RFC 1951, sections 3.2.5 to 3.2.7.
struct DeflateBlock: ~Copyable {
  /// Pixels of the longest stretch: 258 bytes.
  static let longest = 86
  /// Bytes that a stretch may reach back.
  static let window = 32768
  /// Steps of a block; fewer would cost headers, more would mix what has different frequencies.
  static let capacity = 1 << 15

  // Addresses, not arrays: one step is a few instructions, and there are millions.
  private let steps = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  private var stepCount = 0
  private let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: symbolCount)
  private let distanceCounts = UnsafeMutablePointer<UInt32>.allocate(capacity: distanceCount)

  private static let symbolCount = 286
  private static let distanceCount = 30

  private static let rowStart: UInt32 = 1 << 24
  private static let stretchFlag: UInt32 = 1 << 31

  init() { clear() }

  deinit {
    steps.deallocate()
    counts.deallocate()
    distanceCounts.deallocate()
  }

  private mutating func clear() {
    stepCount = 0
    counts.update(repeating: 0, count: Self.symbolCount)
    distanceCounts.update(repeating: 0, count: Self.distanceCount)
  }

  /// Whether the block must be written before more is added.
  var isFull: Bool { stepCount == Self.capacity }

  @inline(__always)
  private mutating func append(_ step: UInt32) {
    steps[stepCount] = step
    stepCount += 1
  }

  /// Adds the byte that says that a row is not filtered.
  mutating func addRowStart() {
    append(Self.rowStart)
    counts[0] += 1
  }

  /// Adds a pixel `0xRRGGBB`.
  @inline(__always)
  mutating func add(pixel: UInt32) {
    append(pixel)
    counts[Int(pixel >> 16)] += 1
    counts[Int(pixel >> 8 & 255)] += 1
    counts[Int(pixel & 255)] += 1
  }

  /// Adds a stretch of 1 to `longest` pixels that stood `distance` bytes before, `window` at most.
  @inline(__always)
  mutating func add(stretch pixels: Int, distance: Int) {
    append(Self.stretchFlag | UInt32(pixels) << 16 | UInt32(distance - 1))
    counts[257 + Self.lengthCode(pixels * 3)] += 1
    distanceCounts[Self.distanceCode(distance - 1)] += 1
  }

  /// Writes the steps in a code of their own and forgets them.
  mutating func write(to out: inout BitStream, isLast: Bool) {
    counts[256] = 1
    // At least one distance must have a word, also where none occurs.
    let hasDistance = (0..<Self.distanceCount).contains { distanceCounts[$0] > 0 }
    if !hasDistance { distanceCounts[0] = 1 }
    let code = HuffmanCode(
      counts: (0..<Self.symbolCount).map { counts[$0] }, limit: 15)
    let distanceCode = HuffmanCode(
      counts: (0..<Self.distanceCount).map { distanceCounts[$0] }, limit: 15)
    out.add(isLast ? 1 : 0, 1)
    out.add(2, 2)
    DeflateHeader(code, distanceCode).write(to: &out)
    let words = zip(code.words, code.lengths).map { Word($0, $1) }
    let distanceWords = zip(distanceCode.words, distanceCode.lengths).map { Word($0, $1) }
    words.withUnsafeBufferPointer { words in
      distanceWords.withUnsafeBufferPointer { distances in
        Self.lengthCodes.withUnsafeBufferPointer { lengths in
          for index in 0..<stepCount {
            Self.write(steps[index], words, distances, lengths, to: &out)
          }
        }
      }
    }
    out.add(UInt64(words[256].bits), Int(words[256].count))
    clear()
  }

  private struct Word {
    let bits: UInt16
    let count: UInt8

    init(_ bits: UInt16, _ count: UInt8) { (self.bits, self.count) = (bits, count) }
  }

  @inline(__always)
  private static func write(
    _ step: UInt32, _ words: UnsafeBufferPointer<Word>, _ distances: UnsafeBufferPointer<Word>,
    _ lengths: UnsafeBufferPointer<LengthCode>, to out: inout BitStream
  ) {
    if step & stretchFlag != 0 {
      let length = lengths[Int(step >> 16 & 127)]
      let word = words[257 + Int(length.code)]
      out.add(
        UInt64(word.bits) | UInt64(length.extra) << UInt64(word.count),
        Int(word.count) + Int(length.extraCount))
      let distance = Int(step & 0xFFFF)
      let code = distanceCode(distance)
      let (base, extraCount) = distanceBase(code)
      let distanceWord = distances[code]
      out.add(
        UInt64(distanceWord.bits) | UInt64(distance - base) << UInt64(distanceWord.count),
        Int(distanceWord.count) + extraCount)
    } else if step == rowStart {
      out.add(UInt64(words[0].bits), Int(words[0].count))
    } else {
      let (red, green) = (words[Int(step >> 16)], words[Int(step >> 8 & 255)])
      let blue = words[Int(step & 255)]
      out.add(
        UInt64(red.bits) | UInt64(green.bits) << UInt64(red.count),
        Int(red.count) + Int(green.count))
      out.add(UInt64(blue.bits), Int(blue.count))
    }
  }

  /// The code of a number of bytes, less 257, and the bits that follow it.
  private struct LengthCode {
    var code: UInt8 = 0
    var extra: UInt8 = 0
    var extraCount: UInt8 = 0
  }

  @inline(__always)
  private static func lengthCode(_ bytes: Int) -> Int {
    guard bytes < 258 else { return 28 }
    guard bytes > 10 else { return bytes - 3 }
    // Four codes share each number of extra bits.
    let bits = Int.bitWidth - 3 - (bytes - 3).leadingZeroBitCount
    return 4 * bits + (bytes - 3) >> bits
  }

  /// By number of pixels.
  private static let lengthCodes: [LengthCode] = (0...longest).map { pixels in
    let bytes = max(pixels * 3, 3)
    let code = lengthCode(bytes)
    let bits = code < 8 || code == 28 ? 0 : code / 4 - 1
    return LengthCode(
      code: UInt8(code), extra: UInt8((bytes - 3) & (1 << bits - 1)), extraCount: UInt8(bits))
  }

  /// The code of a distance, given less 1: two codes share each number of extra bits.
  @inline(__always)
  private static func distanceCode(_ distance: Int) -> Int {
    guard distance > 3 else { return distance }
    let bits = Int.bitWidth - 1 - distance.leadingZeroBitCount
    return 2 * bits + (distance >> (bits - 1) & 1)
  }

  /// The least distance of a code, less 1, and the number of bits that follow the code.
  @inline(__always)
  private static func distanceBase(_ code: Int) -> (base: Int, extraCount: Int) {
    guard code > 3 else { return (code, 0) }
    let extraCount = code / 2 - 1
    return ((2 + code % 2) << extraCount, extraCount)
  }
}
