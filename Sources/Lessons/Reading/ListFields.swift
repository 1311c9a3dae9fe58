extension SectionReader {
  /// The scalars of field `name`, each at its own place; one scalar counts as a list of one.
  ///
  /// Empty if the field is absent, or holds an empty list.
  /// - Throws: A `LessonError` at the first item that is not a scalar.
  public mutating func values(_ name: String) throws(LessonError) -> [LocatedText] {
    var texts: [LocatedText] = []
    for (item, what) in try labeledItems(name) {
      let wanted = kind(of: name).itemKind.wanted
      let text = try scalar(item, what, wants: wanted)
      guard !text.isEmpty else { throw text.error("\(what) has no value") }
      texts.append(text)
    }
    return texts
  }

  /// The texts of a field, or `default` if it is absent; a required field if there is no default.
  public mutating func strings(_ name: String, default: [String]? = nil) throws(LessonError)
    -> [String]
  {
    if let absent = try absent(name, default: `default`) { return absent }
    return try values(name).map { $0.text }
  }

  /// The whole numbers of a field, or `default` if it is absent; required without a default.
  public mutating func integers(
    _ name: String, in range: ClosedRange<Int>? = nil, default: [Int]? = nil
  ) throws(LessonError) -> [Int] {
    if let absent = try absent(name, default: `default`) { return absent }
    let limits = range ?? kind(of: name).integerLimits
    var numbers: [Int] = []
    for (text, what) in try labeledValues(name) {
      numbers.append(try text.integer(what, in: limits))
    }
    return numbers
  }

  /// The numbers of a field, or `default` if it is absent; required without a default.
  public mutating func numbers(
    _ name: String, in range: ClosedRange<Double>? = nil, default: [Double]? = nil
  ) throws(LessonError) -> [Double] {
    if let absent = try absent(name, default: `default`) { return absent }
    let limits = range.map { NumberLimits(range: $0) } ?? kind(of: name).numberLimits
    var numbers: [Double] = []
    for (text, what) in try labeledValues(name) {
      numbers.append(try text.number(what, in: limits))
    }
    return numbers
  }

  /// The members of `known` that a field names, in file order; empty if it is absent.
  public mutating func choices<T>(
    _ name: String, of kind: String, from known: [T], naming: (T) -> String
  ) throws(LessonError) -> [T] {
    var found: [T] = []
    for text in try values(name) {
      found.append(try text.choice(of: kind, from: known, naming: naming))
    }
    return found
  }

  /// The items of field `name` and how errors call them: `'rates'`, or `item 2 of 'rates'`.
  mutating func labeledItems(_ name: String) throws(LessonError) -> [(Value, String)] {
    guard let value = try take(name) else { return [] }
    guard case .list(let items) = value.content else { return [(value, "'\(name)'")] }
    return items.enumerated().map { ($0.element, "item \($0.offset + 1) of '\(name)'") }
  }

  private mutating func labeledValues(_ name: String) throws(LessonError) -> [(LocatedText, String)]
  {
    let names = try labeledItems(name).map { $0.1 }
    return Array(zip(try values(name), names))
  }

  /// The scalars of a required field.
  public mutating func requiredValues(_ name: String) throws(LessonError) -> [LocatedText] {
    if let absent = try absent(name, default: [LocatedText]?.none) { return absent }
    return try values(name)
  }

  private mutating func absent<T>(_ name: String, default: T?) throws(LessonError) -> T? {
    if try take(name) != nil { return nil }
    guard let value = `default` else { throw missing(name) }
    return value
  }
}

extension Field.Kind {
  /// The kind of one item, for a list; the kind itself for anything else.
  var itemKind: Field.Kind {
    switch self {
    case .list(let kind): kind
    case .oneOf(let kinds):
      .oneOf(kinds.filter { if case .list = $0 { false } else { true } })
    default: self
    }
  }
}
