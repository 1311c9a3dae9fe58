import Lessons

/// Prose as it is given to cmark, and where each of its bytes comes from.
///
/// One character of private use stands for each formula, whose TeX Markdown would take for its own marks,
/// and one more follows whatever `HangulRepair` closes.
struct PreparedText {
  /// The Markdown to parse.
  let text: String
  /// For each byte of `text`, and for its end, the byte of the file that it stands for.
  let origins: [Int]
  private let original: [UInt8]
  private let formulas: [ProseText.Formula]
  private let firstSign: UInt32
  private let hasRepairs: Bool

  /// - Parameters:
  ///   - original: The bytes of the prose.
  ///   - formulas: Formulas in it, in order, none within another.
  init(_ original: [UInt8], _ formulas: [ProseText.Formula] = []) {
    let prose = String(decoding: original, as: UTF8.self)
    let signs = Self.freeSigns(for: formulas.count, in: prose)
    self.original = original
    self.formulas = Array(formulas.prefix(signs.count))
    firstSign = signs.lowerBound

    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    scalars.reserveCapacity(original.count)
    places.reserveCapacity(original.count)
    var offset = 0
    var next = 0
    for scalar in prose.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      if next < self.formulas.count, offset >= self.formulas[next].range.lowerBound {
        let range = self.formulas[next].range
        if offset == range.lowerBound, let sign = Unicode.Scalar(firstSign + UInt32(next)) {
          scalars.append(sign)
          places.append(offset)
        }
        if offset + UTF8.width(scalar) >= range.upperBound { next += 1 }
        continue
      }
      // cmark would put the same character there, of another length.
      scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
      places.append(offset)
    }

    let repairs = HangulRepair.places(in: scalars)
    hasRepairs = !repairs.isEmpty
    var bytes: [UInt8] = []
    var origins: [Int] = []
    bytes.reserveCapacity(original.count)
    origins.reserveCapacity(original.count + 1)
    var repair = repairs.startIndex
    for (index, scalar) in scalars.enumerated() {
      if repair < repairs.endIndex, repairs[repair] == index {
        bytes += UTF8.encode(HangulRepair.sign) ?? UTF8.encodedReplacementCharacter
        repair += 1
      }
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
      while origins.count < bytes.count { origins.append(places[index]) }
    }
    origins.append(original.count)
    text = String(decoding: bytes, as: UTF8.self)
    self.origins = origins
  }

  /// The characters of private use, at most `count`, that follow those that the prose itself uses.
  private static func freeSigns(for count: Int, in prose: String) -> Range<UInt32> {
    let limits: Range<UInt32> = 0xF0000..<0x10FFFE
    let used = prose.unicodeScalars.lazy.map { $0.value }.filter { limits.contains($0) }
    let start = used.max().map { $0 + 1 } ?? limits.lowerBound
    return start..<min(limits.upperBound, start + UInt32(count))
  }

  /// The formula that a character of `text` stands for; nil for any other character.
  func formula(_ sign: Unicode.Scalar) -> ProseText.Formula? {
    guard sign.value >= firstSign, sign.value - firstSign < UInt32(formulas.count) else {
      return nil
    }
    return formulas[Int(sign.value - firstSign)]
  }

  /// Whether the character was put in by `HangulRepair`.
  func isRepair(_ scalar: Unicode.Scalar) -> Bool { hasRepairs && scalar == HangulRepair.sign }

  /// A piece of what was parsed as it was written: code and addresses hold no formulas.
  func restored(_ piece: String) -> String {
    // All signs take four bytes.
    guard piece.utf8.contains(where: { $0 >= 0xF0 }) else { return piece }
    var result = String.UnicodeScalarView()
    for scalar in piece.unicodeScalars where !isRepair(scalar) {
      if let formula = formula(scalar) {
        result.append(contentsOf: source(formula.range).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A piece of the file.
  func source(_ range: Range<Int>) -> String {
    String(decoding: original[range], as: UTF8.self)
  }
}
