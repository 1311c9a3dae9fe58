import Foundation

/// JSON with sorted keys, a line a value: the same text for the same value.
enum SortedJSON {
  /// The text, without a line break at the end.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The bytes of a file, which ends with a line break.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    Array(try text(of: value).utf8) + [0x0A]
  }
}
