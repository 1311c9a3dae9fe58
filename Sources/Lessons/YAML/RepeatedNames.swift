import Yams

/// Names that were given twice, marked in the text so that it can be parsed nevertheless.
///
/// Yams reports the first place of a repeated name and no other. Its first character is replaced by
/// one from the private-use area, so that the next parse gets further, until every place is known.
struct RepeatedNames {
  private static let base: UInt32 = 0xE000
  /// How many are found in one run; each costs another parse.
  private static let limit: UInt32 = 12
  private var originals: [Unicode.Scalar] = []

  /// `text` with the name at `mark` altered; nil if it cannot be, or too many were.
  mutating func rename(at mark: Mark, in text: String, of source: SourceText) -> String? {
    guard originals.count < RepeatedNames.limit,
      let stand = Unicode.Scalar(RepeatedNames.base + UInt32(originals.count))
    else { return nil }
    var scalars = Array(text.unicodeScalars)
    guard var index = offset(of: mark, in: scalars) else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, isLetter(scalars[index]) else { return nil }
    originals.append(scalars[index])
    scalars[index] = stand
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// `name` as the file has it.
  func original(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, first.value >= RepeatedNames.base,
      Int(first.value - RepeatedNames.base) < originals.count
    else { return name }
    let letter = originals[Int(first.value - RepeatedNames.base)]
    return String(letter) + String(name.unicodeScalars.dropFirst())
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private func offset(of mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while line < mark.line, index < scalars.count {
      if SourceText.isLineBreak(scalars[index]) {
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
          index += 1
        }
        line += 1
      }
      index += 1
    }
    index += mark.column - 1
    return scalars.indices.contains(index) ? index : nil
  }
}
