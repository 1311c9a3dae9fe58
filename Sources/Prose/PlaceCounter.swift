import Lessons

/// Turns bytes of a text into places; quickly as long as they come in order.
struct PlaceCounter {
  private let source: SourceText
  private let bytes: [UInt8]
  private var line = 1
  private var offset = 0
  private var column = 1

  /// - Parameters:
  ///   - source: The text.
  ///   - bytes: The bytes of the text.
  init(_ source: SourceText, _ bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// The place of the byte at `target`.
  mutating func location(of target: Int) -> SourceLocation {
    let number = source.lineNumber(ofByte: target)
    if number != line || target < offset {
      (line, offset, column) = (number, source.byteRange(ofLine: number).lowerBound, 1)
    }
    // The bytes of a scalar after its first one begin with the bits 10.
    column += bytes[offset..<target].count { $0 & 0xC0 != 0x80 }
    offset = target
    return source.location(line: line, column: column)
  }
}
