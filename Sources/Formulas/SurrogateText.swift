extension String {
  /// Text of an interpreter that writes each half of a surrogate pair as three bytes.
  ///
  /// Halves without a partner become U+FFFD.
  init(fromSurrogateBytes bytes: [UInt8]) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var index = 0
    func next(_ distance: Int) -> UInt16 {
      index + distance < bytes.count ? UInt16(bytes[index + distance] & 0x3F) : 0
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0..<0x80:
        units.append(UInt16(byte))
        index += 1
      case 0xC0..<0xE0:
        units.append(UInt16(byte & 0x1F) << 6 | next(1))
        index += 2
      case 0xE0..<0xF0:
        units.append(UInt16(byte & 0x0F) << 12 | next(1) << 6 | next(2))
        index += 3
      default:
        // A whole scalar outside of the basic plane in four bytes.
        let value =
          UInt32(byte & 0x07) << 18 | UInt32(next(1)) << 12 | UInt32(next(2)) << 6
          | UInt32(next(3))
        if let scalar = Unicode.Scalar(value) { units += Array(String(scalar).utf16) }
        index += 4
      }
    }
    self.init(decoding: units, as: UTF16.self)
  }
}
