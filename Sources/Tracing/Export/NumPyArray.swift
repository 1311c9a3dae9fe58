import Networks

/// An array of 64-bit floats as a `.npy` file.
///
/// - Source: NumPy, `numpy.lib.format`, version 1.0
public struct NumPyArray: Equatable, Sendable {
  /// What the array is called in its archive.
  public let name: String
  /// The length of each axis.
  public let shape: [Int]
  /// The numbers, the last axis running fastest.
  public let values: [Double]

  init(_ name: String, shape: [Int], values: [Double]) {
    self.name = name
    self.shape = shape
    self.values = values
  }

  init(_ name: String, _ values: [Double]) {
    self.init(name, shape: [values.count], values: values)
  }

  init(_ name: String, _ values: [Int]) { self.init(name, values.map { Double($0) }) }

  init(_ name: String, _ matrix: Matrix) {
    self.init(name, shape: [matrix.rows, matrix.columns], values: matrix.values)
  }

  /// The file: magic, version 1.0, a header padded to a multiple of 64, then the values, lowest byte first.
  public var bytes: [UInt8] {
    let axes = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(axes)), }"
    let prefixLength = 10
    while (prefixLength + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    let length = header.utf8.count
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255)]
    bytes.append(UInt8(length >> 8))
    bytes.reserveCapacity(prefixLength + length + 8 * values.count)
    bytes += Array(header.utf8)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
