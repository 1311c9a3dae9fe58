/// The rule for the names of lessons, scenarios and figures, which become names of files.
public enum Identifier {
  /// The rule as a regular expression of JSON Schema.
  public static let pattern = "^[a-z0-9][a-z0-9-]*$"
  /// The longest name, in characters.
  public static let lengthLimit = 64

  /// Names no file may have: Windows keeps its devices there, and LaTeX stops at `par`.
  public static let reserved: Set<String> = Set(
    ["par", "con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Whether `name` is made of `a` to `z`, digits and inner hyphens, and is not reserved.
  public static func isValid(_ name: String) -> Bool { problem(with: name) == nil }

  /// A valid name near to `name`: lower case, hyphens for other characters; nil if nothing is left.
  public static func suggestion(for name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      if isAllowed(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasPrefix("-") { result.removeFirst() }
    while result.hasSuffix("-") { result.removeLast() }
    if reserved.contains(result) { result += "-1" }
    return isValid(result) ? result : nil
  }

  /// Checks that `name` can be the name of a `what`, such as a figure.
  ///
  /// - Throws: A `LessonError` at the name, with a valid one where there is one.
  public static func check(_ name: LocatedText, of what: String) throws(LessonError) {
    guard let problem = problem(with: name.text) else { return }
    let shown = Printable.short(name.text)
    let offer = suggestion(for: name.text).map { "; try '\($0)'" } ?? ""
    throw name.error(
      "'\(shown)' cannot name a \(what): \(problem)\(offer)",
      help: "the name becomes a file's name: a to z, 0 to 9, and hyphens between them")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }

  private static func problem(with name: String) -> String? {
    if name.isEmpty { return "it is empty" }
    if name.unicodeScalars.count > lengthLimit { return "it is longer than \(lengthLimit)" }
    if reserved.contains(name.lowercased()) { return "Windows or LaTeX keeps that name" }
    if let bad = name.unicodeScalars.first(where: { !isAllowed($0) }) {
      if bad == " " { return "it has a space" }
      let what = ("A"..."Z").contains(bad) ? "capital" : "character"
      return "it has the \(what) '\(Printable.scalar(bad))'"
    }
    if name.hasPrefix("-") || name.hasSuffix("-") { return "a hyphen is at its end" }
    return nil
  }
}
