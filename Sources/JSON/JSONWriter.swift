extension JSONValue {
  /// The value as text in UTF-8, without a line break at its end.
  public func bytes(_ form: JSONForm = .compact) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, form)
    return bytes
  }

  /// The value as text, without a line break at its end.
  public func text(_ form: JSONForm = .compact) -> String {
    String(decoding: bytes(form), as: UTF8.self)
  }

  /// Appends the value as text in UTF-8.
  public func write(to bytes: inout [UInt8], _ form: JSONForm = .compact) {
    JSONWriter(form: form).write(self, level: 0, to: &bytes)
  }
}

/// Writes values in one form.
private struct JSONWriter {
  let form: JSONForm

  /// Writes a value that stands in `level` arrays and objects.
  func write(_ value: JSONValue, level: Int, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): quote(text, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        separate(index, level: level, to: &bytes)
        write(item, level: level + 1, to: &bytes)
      }
      close("]", isEmpty: items.isEmpty, level: level, to: &bytes)
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let ordered = form.sortsMembers ? members.inOrderOfKeys : members
      for (index, member) in ordered.enumerated() {
        separate(index, level: level, to: &bytes)
        quote(member.key, to: &bytes)
        bytes += form.colon.utf8
        write(member.value, level: level + 1, to: &bytes)
      }
      close("}", isEmpty: members.isEmpty, level: level, to: &bytes)
    }
  }

  /// What stands before the item `index` of a list at `level`.
  private func separate(_ index: Int, level: Int, to bytes: inout [UInt8]) {
    if index > 0 { bytes += form.comma.utf8 }
    if form.isIndented { breakLine(level: level + 1, to: &bytes) }
  }

  private func close(
    _ bracket: Unicode.Scalar, isEmpty: Bool, level: Int, to bytes: inout [UInt8]
  ) {
    if form.isIndented, !isEmpty || form.opensEmpty {
      if isEmpty { bytes.append(UInt8(ascii: "\n")) }
      breakLine(level: level, to: &bytes)
    }
    bytes.append(UInt8(ascii: bracket))
  }

  private func breakLine(level: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
  }

  private func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly every text has nothing to escape.
    guard text.utf8.contains(where: mayBeEscaped) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\0"..."\u{1F}": escape(scalar, to: &bytes)
      case _ where form.isSafeInScripts && Self.isMarkup(scalar): escape(scalar, to: &bytes)
      case _ where scalar.isASCII: bytes.append(UInt8(ascii: scalar))
      default: bytes += String(scalar).utf8
      }
    }
  }

  /// Whether a character that a byte begins may have to be escaped.
  private func mayBeEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    // The line separators of JavaScript begin with E2 in UTF-8.
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0xE2: form.isSafeInScripts
    default: false
    }
  }

  /// Whether a character can begin or end something in HTML, or a line in JavaScript.
  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Writes a character by its number, of four digits at most.
  private func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    bytes += "\\u".utf8
    bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes += digits.utf8
  }
}
