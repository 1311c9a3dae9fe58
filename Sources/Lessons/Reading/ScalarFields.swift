extension SectionReader {
  /// The scalar of field `name` as it was written; nil if the field is absent.
  ///
  /// - Throws: A `LessonError` if it holds a list or a section, or nothing.
  public mutating func value(_ name: String) throws(LessonError) -> LocatedText? {
    guard let value = try take(name) else { return nil }
    return try scalar(value, "'\(name)'", wants: kind(of: name).wanted)
  }

  /// The text of a required field.
  public mutating func string(_ name: String) throws(LessonError) -> String {
    guard let text = try optionalString(name) else { throw missing(name) }
    return text
  }

  /// The text of a field, or `default` if it is absent.
  public mutating func string(_ name: String, default: String) throws(LessonError) -> String {
    try optionalString(name) ?? `default`
  }

  /// The text of a field; nil if it is absent.
  public mutating func optionalString(_ name: String) throws(LessonError) -> String? {
    try value(name)?.text
  }

  /// The scalar of a required field as it was written.
  public mutating func requiredValue(_ name: String) throws(LessonError) -> LocatedText {
    guard let value = try value(name) else { throw missing(name) }
    return value
  }

  /// The whole number of a required field.
  public mutating func integer(_ name: String, in range: ClosedRange<Int>? = nil)
    throws(LessonError) -> Int
  {
    guard let number = try optionalInteger(name, in: range) else { throw missing(name) }
    return number
  }

  /// The whole number of a field, or `default` if it is absent.
  public mutating func integer(
    _ name: String, in range: ClosedRange<Int>? = nil, default: Int
  ) throws(LessonError) -> Int {
    try optionalInteger(name, in: range) ?? `default`
  }

  /// The whole number of a field; nil if it is absent.
  public mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>? = nil)
    throws(LessonError) -> Int?
  {
    try value(name)?.integer("'\(name)'", in: range ?? kind(of: name).integerLimits)
  }

  /// The number of a required field.
  public mutating func number(_ name: String, in range: ClosedRange<Double>? = nil)
    throws(LessonError) -> Double
  {
    guard let number = try optionalNumber(name, in: range) else { throw missing(name) }
    return number
  }

  /// The number of a field, or `default` if it is absent.
  public mutating func number(
    _ name: String, in range: ClosedRange<Double>? = nil, default: Double
  ) throws(LessonError) -> Double {
    try optionalNumber(name, in: range) ?? `default`
  }

  /// The number of a field; nil if it is absent.
  public mutating func optionalNumber(_ name: String, in range: ClosedRange<Double>? = nil)
    throws(LessonError) -> Double?
  {
    let limits = range.map { NumberLimits(range: $0) } ?? kind(of: name).numberLimits
    return try value(name)?.number("'\(name)'", in: limits)
  }

  /// The truth value of a required field.
  public mutating func boolean(_ name: String) throws(LessonError) -> Bool {
    guard let value = try value(name) else { throw missing(name) }
    return try value.boolean("'\(name)'")
  }

  /// The truth value of a field, or `default` if it is absent.
  public mutating func boolean(_ name: String, default: Bool) throws(LessonError) -> Bool {
    try value(name)?.boolean("'\(name)'") ?? `default`
  }

  /// The member of `known` that a required field names; `kind` is what is named: `activation`.
  public mutating func choice<T>(
    _ name: String, of kind: String, from known: [T], naming: (T) -> String
  ) throws(LessonError) -> T {
    guard let value = try value(name) else { throw missing(name) }
    return try value.choice(of: kind, from: known, naming: naming)
  }

  /// The member of `known` that a field names, or `default` if it is absent.
  public mutating func choice<T>(
    _ name: String, of kind: String, from known: [T], naming: (T) -> String, default: T
  ) throws(LessonError) -> T {
    try optionalChoice(name, of: kind, from: known, naming: naming) ?? `default`
  }

  /// The member of `known` that a field names; nil if it is absent.
  public mutating func optionalChoice<T>(
    _ name: String, of kind: String, from known: [T], naming: (T) -> String
  ) throws(LessonError) -> T? {
    try value(name)?.choice(of: kind, from: known, naming: naming)
  }

  func scalar(_ value: Value, _ what: String, wants wanted: String) throws(LessonError)
    -> LocatedText
  {
    guard case .text(let text) = value.content else { throw illTyped(value, what, wants: wanted) }
    return text
  }

  func illTyped(_ value: Value, _ what: String, wants wanted: String) -> LessonError {
    var help: String?
    if case .text(let text) = value.content { help = Typography.help(for: text.text) }
    return section.source.error(
      "\(what) wants \(wanted), found \(value.description)", at: value.location, help: help)
  }
}
