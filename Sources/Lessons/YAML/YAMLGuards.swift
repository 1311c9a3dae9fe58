/// Characters that no lesson file may hold.
enum ForbiddenCharacters {
  /// An error at the first control character that is not a tab or a line break; nil if none.
  static func error(in source: SourceText) -> LessonError? {
    guard source.text.unicodeScalars.contains(where: isForbidden) else { return nil }
    for number in 1...source.lineCount {
      let scalars = source.line(number).unicodeScalars
      for (offset, scalar) in scalars.enumerated() where isForbidden(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        return source.error(
          scalar.value == 0
            ? "a NUL byte is in this file" : "the control character \(code) is in this file",
          at: source.location(line: number, column: offset + 1),
          help: "delete it; it may have come with copied text")
      }
    }
    return nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// Guards against files in which many aliases stand for aliases of aliases.
///
/// Yams compares the names of a section while it reads, and a name made of such aliases would make
/// that take forever. Anchors and aliases are refused anyway, but only after reading.
enum YAMLExpansion {
  /// So few aliases cannot stand for more than some hundred copies of what they name.
  private static let aliasLimit = 15

  /// An error at the first anchor of a file that seems to have more aliases than that.
  static func error(in source: SourceText) -> LessonError? {
    guard source.text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var anchor: SourceLocation?
    var aliases = 0
    for number in 1...source.lineCount {
      let scalars = Array(source.line(number).unicodeScalars)
      for (offset, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
        guard offset + 1 < scalars.count, !isBlank(scalars[offset + 1]) else { continue }
        if scalar == "*" {
          aliases += beginsValue(offset, in: scalars) ? 1 : 0
        } else if anchor == nil, offset == 0 || isOpening(scalars[offset - 1]) {
          anchor = source.location(line: number, column: offset + 1)
        }
      }
    }
    guard let anchor, aliases > aliasLimit else { return nil }
    return sharedError(at: anchor, in: source)
  }

  /// The error for an anchor or an alias.
  static func sharedError(at location: SourceLocation, in source: SourceText) -> LessonError {
    source.error(
      "anchors (&name) and aliases (*name) are not part of lesson files", at: location,
      help: "write the value out at each place; quote a text that begins with '&' or '*'")
  }

  private static func beginsValue(_ offset: Int, in scalars: [Unicode.Scalar]) -> Bool {
    scalars[..<offset].last { !isBlank($0) }.map(isOpening) ?? true
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || "[{,-?:".unicodeScalars.contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t"
  }
}
