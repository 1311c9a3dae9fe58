import Archives
import Testing

struct PackedBytesTests {
  @Test(arguments: [0, 1, 2, 7, 8, 100, 70_000])
  func `packed bytes are unpacked as they were`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
    let packed = PackedBytes.pack(bytes)
    #expect(PackedBytes.unpack(packed[...]) == bytes)
    let zeros = [UInt8](repeating: 0, count: count)
    #expect(PackedBytes.unpack(PackedBytes.pack(zeros)[...]) == zeros)
  }

  @Test func `what repeats takes little room`() {
    #expect(PackedBytes.pack([UInt8](repeating: 7, count: 100_000)).count < 1000)
  }

  @Test func `what is cut off, or has a false length, is refused`() {
    let packed = PackedBytes.pack(Array("one two three one two three".utf8))
    for count in 0..<packed.count - 1 {
      let cut = PackedBytes.unpack(packed[..<count])
      #expect(cut == nil || count == 8, "\(count) bytes")
    }
    var longer = packed
    longer[7] = 0x7F
    #expect(PackedBytes.unpack(longer[...]) == nil)
    var shorter = packed
    shorter[0] -= 1
    #expect(PackedBytes.unpack(shorter[...]) == nil)
  }
}
