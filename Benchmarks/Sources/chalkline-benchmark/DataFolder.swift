import Foundation
import Networks

/// The folder of inputs that all programs of the comparison share: raw little-endian numbers.
struct DataFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The points of the two moons, `[400 x 2]`, and their classes, `[400 x 1]`.
  func moons() throws -> (inputs: Matrix, targets: Matrix) {
    let values = try doubles("moons.f64")
    let table = Matrix(rows: values.count / 3, columns: 3, values: values)
    return (
      Matrix(zip(table.column(0), table.column(1)).map { [$0, $1] }),
      Matrix(table.column(2).map { [$0] })
    )
  }

  /// The order of the points in each epoch.
  func orders() throws -> [[Int]] {
    let numbers: [Int32] = try read("perm.i32")
    return stride(from: 0, to: numbers.count, by: 400).map { start in
      numbers[start..<start + 400].map { Int($0) }
    }
  }

  /// The network of tanh units with a sigmoid output whose first parameters are in a file.
  func network(_ name: String, sizes: [Int]) throws -> Network {
    var values = try doubles(name)[...]
    let layers = zip(sizes, sizes.dropFirst()).enumerated().map { index, size in
      let (fanIn, fanOut) = size
      let weights = Matrix(
        rows: fanOut, columns: fanIn, values: Array(values.prefix(fanIn * fanOut)))
      values.removeFirst(fanIn * fanOut)
      let biases = Array(values.prefix(fanOut))
      values.removeFirst(fanOut)
      let isLast = index == sizes.count - 2
      return Layer(weights: weights, biases: biases, activation: isLast ? .sigmoid : .tanh)
    }
    return Network(layers: layers)
  }

  func doubles(_ name: String) throws -> [Double] { try read(name) }

  private func read<Number: BitwiseCopyable>(_ name: String) throws -> [Number] {
    let bytes = try Data(contentsOf: URL(filePath: path).appending(path: name))
    return bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / MemoryLayout<Number>.stride).map {
        bytes.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Number>.stride, as: Number.self)
      }
    }
  }
}

/// The folder that the results go to.
struct OutputFolder {
  private let path: String

  init(_ path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try bytes.withUnsafeBytes { try write($0, name) }
  }

  func write(_ numbers: [Double], _ name: String) throws {
    try numbers.withUnsafeBytes { try write($0, name) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, _ name: String) throws {
    let file = fopen(path + "/" + name, "w")
    guard let file else { throw CocoaError(.fileWriteUnknown) }
    let written = fwrite(bytes.baseAddress, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw CocoaError(.fileWriteUnknown) }
  }
}
