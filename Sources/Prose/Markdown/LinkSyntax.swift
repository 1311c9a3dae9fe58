/// What follows the text of a link or an image: `](address "title")`, `][label]`, `][]` or `]`.
///
/// It must end where cmark ends it.
/// - Source: CommonMark 0.29, section 6.6.
struct LinkSyntax {
  /// The bytes of the address, without the angle brackets around it; nil for a reference.
  let address: Range<Int>?
  /// Where the text goes on.
  let end: Int

  /// Reads on in `bytes` after a closing bracket.
  init(in bytes: [UInt8], after closing: Int) {
    if let inline = Self.inline(bytes, closing) {
      self = inline
    } else {
      address = nil
      end = Self.labelEnd(bytes, closing) ?? closing
    }
  }

  private init(address: Range<Int>, end: Int) {
    self.address = address
    self.end = end
  }

  private static func inline(_ bytes: [UInt8], _ start: Int) -> LinkSyntax? {
    guard bytes[safely: start] == UInt8(ascii: "(") else { return nil }
    let begin = skippingSpaces(bytes, start + 1)
    let isBracketed = bytes[safely: begin] == UInt8(ascii: "<")
    guard let end = isBracketed ? bracketedEnd(bytes, begin) : plainEnd(bytes, begin) else {
      return nil
    }
    let address = isBracketed ? begin + 1..<end - 1 : begin..<end
    var index = skippingSpaces(bytes, end)
    if index > end, let titleEnd = titleEnd(bytes, index) {
      index = skippingSpaces(bytes, titleEnd)
    }
    guard bytes[safely: index] == UInt8(ascii: ")") else { return nil }
    return LinkSyntax(address: address, end: index + 1)
  }

  private static func skippingSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while let byte = bytes[safely: index], byte.isSpace { index += 1 }
    return index
  }

  /// The end of an address between angle brackets that begin at `start`.
  private static func bracketedEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The end of an address without brackets, in which parentheses come in pairs.
  private static func plainEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count, !bytes[index].isSpace {
      switch bytes[index] {
      case UInt8(ascii: "\\") where bytes[safely: index + 1]?.isPunctuation == true: index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0: return index
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
    }
    return index > start && index < bytes.count ? index : nil
  }

  /// The end of a title that begins at `start`.
  private static func titleEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let close: UInt8
    switch bytes[safely: start] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == close { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The end of a label between brackets that begin at `start`.
  private static func labelEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[safely: start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    // cmark reads no longer label.
    while index < min(bytes.count, start + 1002) {
      switch bytes[index] {
      case UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\") where bytes[safely: index + 1]?.isPunctuation == true: index += 2
      default: index += 1
      }
    }
    return nil
  }
}
