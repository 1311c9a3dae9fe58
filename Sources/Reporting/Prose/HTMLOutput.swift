/// HTML as it is written, in the manner of cmark.
struct HTMLOutput {
  /// A formula, and the text around it that is kept on its line.
  private struct Formula {
    let before: String
    let markup: String
    /// Text after it without blanks.
    var tail = ""
  }

  private var text = ""
  /// The last formula as long as nothing but such text follows it.
  private var formula: Formula?

  /// What was written.
  mutating func finished() -> String {
    finishFormula()
    return text
  }

  /// Writes a piece of HTML as it is.
  mutating func markup(_ markup: String) {
    guard !markup.isEmpty else { return }
    finishFormula()
    text += markup
  }

  /// Starts a new line unless one was just started.
  mutating func startLine() {
    finishFormula()
    if let last = text.utf8.last, last != UInt8(ascii: "\n") { text += "\n" }
  }

  /// Writes a piece of HTML on lines of its own.
  mutating func line(_ markup: String) {
    startLine()
    text += markup
    text += "\n"
  }

  /// Writes text.
  mutating func escaped(_ words: String) {
    guard formula != nil else { return escape(words) }
    let tail = words.unicodeScalars.prefix { scalar in
      !scalar.properties.isWhitespace && !"<>&\"".unicodeScalars.contains(scalar)
    }
    formula?.tail += String(tail)
    guard tail.endIndex < words.endIndex else { return }
    finishFormula()
    escape(String(words[tail.endIndex...]))
  }

  private mutating func escape(_ words: String) {
    guard words.utf8.contains(where: { Self.entity(of: $0) != nil }) else {
      text += words
      return
    }
    for scalar in words.unicodeScalars {
      if scalar.isASCII, let entity = Self.entity(of: UInt8(scalar.value)) {
        text += entity
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func entity(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  /// Writes the address of a link; nothing for one that would run a script.
  mutating func address(_ target: String) {
    guard !Self.isDangerous(target) else { return }
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "&"): text += "&amp;"
      case UInt8(ascii: "'"): text += "&#x27;"
      case _ where Self.isSafe(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
    }
  }

  private static func isDangerous(_ target: String) -> Bool {
    let start = target.prefix(16).lowercased()
    let isImage = ["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    return !isImage
      && ["javascript:", "vbscript:", "file:", "data:"].contains { start.hasPrefix($0) }
  }

  /// Writes a formula within a line: it keeps the parenthesis before it and the comma or the particle after
  /// it on its line, and whatever else stands between it and the next blank, if that is not much.
  mutating func formula(_ markup: String) {
    finishFormula()
    var before = ""
    if let last = text.unicodeScalars.last, "([“‘".unicodeScalars.contains(last) {
      text.unicodeScalars.removeLast()
      before = String(last)
    }
    formula = Formula(before: before, markup: markup)
  }

  private mutating func finishFormula() {
    guard let last = formula else { return }
    formula = nil
    let characters = last.tail.unicodeScalars
    let kept = characters.count <= 8 ? characters[...] : characters.prefix(1)
    let isAlone = last.before.isEmpty && kept.isEmpty
    let whole = "\(last.before)\(last.markup)\(String(kept))"
    text += isAlone ? last.markup : "<span class=\"formula\">\(whole)</span>"
    escape(String(characters[kept.endIndex...]))
  }
}
