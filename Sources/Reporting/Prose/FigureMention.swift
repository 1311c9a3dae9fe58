/// The places of a text that mention figures as `@fig-NAME`.
///
/// The rule is that of `Lessons.Prose`: no letter before the `@`, no hyphen at the end of the name.
enum FigureMention {
  /// A piece of text, or the name of a figure mentioned there.
  enum Piece: Equatable {
    case text(String)
    case figure(String)
  }

  /// `text` taken apart.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "@fig-") {
      plain += rest[..<start.lowerBound]
      var name = rest[start.upperBound...].prefix {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
      while name.last == "-" { name.removeLast() }
      let isMail = plain.unicodeScalars.last?.properties.isAlphabetic ?? false
      if name.isEmpty || isMail {
        plain += rest[start]
        rest = rest[start.upperBound...]
      } else {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.figure(String(name)))
        rest = rest[name.endIndex...]
      }
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// The figure whose image lies at `path`, `figures/NAME.svg`; nil for any other path.
  static func figure(at path: String) -> String? {
    var rest = path[...]
    if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    guard rest.hasPrefix("figures/"), let dot = rest.lastIndex(of: ".") else { return nil }
    let name = rest[..<dot].dropFirst("figures/".count)
    guard ["svg", "png", "pdf"].contains(rest[dot...].dropFirst()) else { return nil }
    return name.isEmpty ? nil : String(name)
  }
}
