/// Why a drawing could not become an image.
public enum RenderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A character of `text` has no glyph, or only an empty one, in the pinned fonts.
  case missingGlyph(character: Character, text: String)
  /// A pinned font file is not installed; `package` is the Debian package that has it.
  case missingFont(String, package: String)
  /// What was asked for cannot be drawn, such as a document without pages; the words say why.
  case invalid(String)
  /// A library (Cairo, Pango, Fontconfig, QPDF, libdeflate) failed or found no memory; the words name it.
  case library(String)

  /// The reason in one line, with what to do about it where that is known.
  public var description: String {
    switch self {
    case .missingGlyph(let character, let text):
      let codes = character.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
      return "no glyph for \(codes.joined(separator: " ")) of \(text.debugDescription)"
    case .missingFont(let font, let package):
      return "the font \(font) is not installed; apt-get install \(package)"
    case .invalid(let reason), .library(let reason):
      return reason
    }
  }
}
