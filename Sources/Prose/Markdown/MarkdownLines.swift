/// The lines of a prepared text as cmark counts them: they end at `\n`, `\r\n` or `\r`.
struct MarkdownLines {
  /// The prepared text.
  let bytes: [UInt8]
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where Self.isLineEnd(byte) {
      let isHalf = byte == UInt8(ascii: "\r") && bytes[safely: index + 1] == UInt8(ascii: "\n")
      if !isHalf { starts.append(index + 1) }
    }
  }

  /// The bytes of line `number`, counted from 1, without its end; empty where there is no such line.
  func range(_ number: Int) -> Range<Int> {
    guard starts.indices.contains(number - 1) else { return 0..<0 }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, Self.isLineEnd(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

extension RandomAccessCollection {
  /// The element at `index`; nil outside the collection.
  subscript(safely index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it is one of the spaces of C.
  var isSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }

  /// Whether it is punctuation of ASCII, which a backslash before it makes plain.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
