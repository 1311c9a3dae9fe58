import Wording

extension LocatedText {
  /// The text as a whole number; `2e3` and `20.0` count.
  ///
  /// - Parameters:
  ///   - what: How the error calls it: `'epochs'`, or `the number of units`.
  ///   - range: The numbers that are allowed.
  /// - Returns: The number.
  /// - Throws: A `LessonError` that says what was found, or the range.
  public func integer(_ what: String, in range: ClosedRange<Int> = .min ... .max)
    throws(LessonError) -> Int
  {
    let wanted = "a whole number"
    guard !isQuoted, let number = Numeral.number(text) else { throw notANumber(what, wanted) }
    guard number.rounded(.towardZero) == number else {
      throw error("\(what) wants \(wanted), found \(text)")
    }
    guard number.magnitude < 0x1p63 || range.upperBound < .max else {
      throw error("\(what) is \(Printable.short(text)), which is too large for a whole number")
    }
    guard let value = Numeral.integer(text), range.contains(value) else {
      throw outside(what, Self.words(for: range))
    }
    return value
  }

  /// The text as a finite number.
  ///
  /// - Parameters:
  ///   - what: How the error calls it: `'rate'`, or `the slope`.
  ///   - range: The numbers that are allowed.
  /// - Returns: The number.
  /// - Throws: A `LessonError` that says what was found, or the range.
  public func number(_ what: String, in range: ClosedRange<Double> = -.infinity ... .infinity)
    throws(LessonError) -> Double
  {
    try number(what, in: NumberLimits(range: range))
  }

  /// The text as `true` or `false`.
  ///
  /// - Throws: A `LessonError` for any other word, also for YAML 1.1's `yes` and `on`.
  public func boolean(_ what: String) throws(LessonError) -> Bool {
    if !isQuoted, text == "true" { return true }
    if !isQuoted, text == "false" { return false }
    let meant =
      switch text.lowercased() {
      case "true", "yes", "on", "y": "true"
      case "false", "no", "off", "n": "false"
      default: ""
      }
    let offer = meant.isEmpty ? "" : "; write \(meant)"
    throw error("\(what) wants true or false, found \(Value.describe(self))\(offer)")
  }

  /// The member of `known` that the text names.
  ///
  /// - Parameters:
  ///   - kind: What is named, in the singular: `activation`.
  ///   - known: All there are, in the order they are listed.
  ///   - naming: The name of one.
  /// - Returns: The one with exactly that name.
  /// - Throws: A `LessonError` with the nearest name, or all names if none is near.
  public func choice<T>(of kind: String, from known: [T], naming: (T) -> String)
    throws(LessonError) -> T
  {
    if let found = known.first(where: { naming($0) == text }) { return found }
    throw unknown(kind, among: known.map(naming))
  }

  /// The error for a text that names no `kind` of `known`, with the nearest name.
  public func unknown(_ kind: String, among known: [String]) -> LessonError {
    let message = "no \(kind) named '\(Printable.short(text))'"
    if let help = Typography.help(forName: text) { return error(message, help: help) }
    let words = text.split(separator: " ").map { String($0) }
    if words.count > 1, words.allSatisfy({ known.contains($0) }) {
      return error(message, help: "name one of them: \(words.joined(separator: " or "))")
    }
    if let near = NearestWord.find(text, among: known) {
      return error("\(message); did you mean '\(near)'?")
    }
    let list = known.isEmpty ? "there are none here" : "one of: \(known.joined(separator: ", "))"
    return error(message, help: list)
  }

  func number(_ what: String, in limits: NumberLimits) throws(LessonError) -> Double {
    guard !isQuoted, let value = Numeral.number(text) else { throw notANumber(what, "a number") }
    guard value.isFinite else {
      throw error("\(what) is \(Printable.short(text)), which is too large for a number")
    }
    guard limits.contains(value) else { throw outside(what, limits.description) }
    return value
  }

  private func notANumber(_ what: String, _ wanted: String) -> LessonError {
    error("\(what) wants \(wanted), found \(Value.describe(self))", help: numberHelp)
  }

  private func outside(_ what: String, _ limits: String) -> LessonError {
    error("\(what) is \(Printable.short(text)); it must be \(limits)")
  }

  private var numberHelp: String? {
    if isQuoted, Numeral.number(text) != nil { return "write \(text) without the quotes" }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].count != 3, Numeral.number(parts.joined(separator: ".")) != nil {
      return "write a decimal point: \(parts.joined(separator: "."))"
    }
    let bare = text.filter { $0 != "," && $0 != "_" }
    if bare != text, Numeral.number(bare) != nil { return "write \(bare)" }
    let word = text.lowercased().filter { $0.isLetter }
    if ["inf", "infinity", "nan"].contains(word) { return "a number here must be finite" }
    return nil
  }

  private static func words(for range: ClosedRange<Int>) -> String {
    if range.upperBound == .max { return "\(range.lowerBound) or more" }
    if range.lowerBound == .min { return "\(range.upperBound) or less" }
    return "from \(range.lowerBound) to \(range.upperBound)"
  }
}
