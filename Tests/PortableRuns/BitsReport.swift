/// Lists of numbers by their bits, as text: a line for each list, with its name and sixteen digits a number.
///
/// Made of bytes rather than strings, so that a browser needs no tables of Unicode for it.
public struct BitsReport {
  /// The text, in ASCII.
  public private(set) var bytes: [UInt8] = []

  init() {}

  /// Adds a line.
  ///
  /// Every NaN is written as `nan`: WebAssembly leaves its sign open.
  mutating func add(_ name: String, _ numbers: [Double]) {
    write(name)
    for number in numbers {
      bytes.append(0x20)
      if number.isNaN {
        write("nan")
      } else {
        write(number.bitPattern)
      }
    }
    bytes.append(0x0A)
  }

  /// Adds a line with the checksum (FNV-1a) of so many numbers that nobody would read them.
  mutating func addSum(_ name: String, _ numbers: [Double]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for number in numbers {
      hash = (hash ^ (number.isNaN ? Double.nan : number).bitPattern) &* 0x100_0000_01b3
    }
    write(name)
    write(" sum ")
    write(hash)
    bytes.append(0x0A)
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ bits: UInt64) {
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
