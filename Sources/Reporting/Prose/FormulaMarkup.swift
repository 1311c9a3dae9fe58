import Prose

/// The formulas of a prose as pages show them.
struct FormulaMarkup {
  /// MathML by the byte at which its formula begins.
  private let mathML: [Int: String]

  init(_ formulas: [FormulaReport]) {
    mathML = formulas.reduce(into: [:]) { $0[$1.range.lowerBound] = $1.mathML }
  }

  /// The MathML of a formula; nil if it was not set.
  ///
  /// A long one on a line of its own scrolls where it is too wide, also by keyboard.
  func markup(of formula: ProseText.Formula) -> String? {
    guard let markup = mathML[formula.range.lowerBound] else { return nil }
    guard formula.isDisplay, formula.source.count > 40, markup.hasPrefix("<math") else {
      return markup
    }
    return "<math tabindex=\"0\"" + markup.dropFirst("<math".count)
  }

  /// A formula as the letters and signs that it shows.
  func spoken(_ formula: ProseText.Formula) -> String {
    guard let markup = mathML[formula.range.lowerBound] else { return formula.source }
    var letters = ""
    var rest = (markup.split(separator: "<annotation").first ?? "")[...]
    while let open = rest.firstIndex(of: "<") {
      letters += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: close)...]
    }
    // A hat stands above its letter.
    return letters.replacing("^", with: "\u{302}")
  }
}
