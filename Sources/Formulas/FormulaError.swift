/// Why a formula cannot be set.
public struct FormulaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, one line without a period.
  public let message: String
  /// The place in the formula, in Unicode scalars from 0; nil if it has none.
  public let offset: Int?

  /// Makes the error of a formula that nothing can set.
  public init(_ message: String) {
    self.message = message
    offset = nil
  }

  init(_ message: String, atUTF16 position: Int?, in tex: String) {
    self.message = Self.bare(message)
    offset = position.map { position in
      let units = tex.utf16
      let index = units.index(
        units.startIndex, offsetBy: max(0, position), limitedBy: units.endIndex)
      return tex.unicodeScalars.distance(
        from: tex.startIndex, to: index ?? tex.endIndex)
    }
  }

  /// A message of KaTeX without its own name and without the place, which it tells in its own way.
  private static func bare(_ text: String) -> String {
    var text = text.split(whereSeparator: \.isNewline).joined(separator: " ")[...]
    if let prefix = text.firstRange(of: "KaTeX parse error: "), prefix.lowerBound == text.startIndex
    {
      text = text[prefix.upperBound...]
    }
    for mark in [" at position ", " at end of input"] {
      if let range = text.firstRange(of: mark) { text = text[..<range.lowerBound] }
    }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }

  /// The message.
  public var description: String { message }
}
