/// One word of a section's vocabulary: its name, what it may hold, and what it is for.
///
/// The list of a section's fields is what misspelt names are compared with, what the JSON schema
/// of lesson files is written from, and what a `SectionReader` allows its owner to take.
public struct Field: Equatable, Sendable {
  /// What a field may hold.
  public indirect enum Kind: Equatable, Sendable {
    /// A text.
    case string
    /// A whole number, from `min` to `max`.
    case integer(min: Int? = nil, max: Int? = nil)
    /// A finite number, from `min` to `max`, or strictly above `above`.
    case number(min: Double? = nil, max: Double? = nil, above: Double? = nil)
    /// `true` or `false`.
    case boolean
    /// A text, or a text for each language: `{en: .., ko: ..}`.
    case localizedText
    /// Any number of values in `[..]`; one value counts as a list of one.
    case list(of: Kind)
    /// One of a few words.
    case choice([String])
    /// A nested section with a vocabulary of its own.
    case section([Field])
    /// Sections with one vocabulary under names that the author chooses.
    case sectionMap([Field])
    /// Sections under names that the author chooses, of at least this vocabulary: what else one may
    /// hold follows from what it says, and its owner checks it.
    case openSectionMap([Field])
    /// Values of one kind under names that the author chooses: `{w: 0.6, b: 0.2}`.
    case map(of: Kind)
    /// Any of several forms, as in a shape's name or a section that describes it.
    case oneOf([Kind])
  }

  /// The name, in lower case with hyphens.
  public let name: String
  /// What the field may hold.
  public let kind: Kind
  /// Whether a section is refused without it.
  public let isRequired: Bool
  /// What the field is for, in one line of a guide.
  public let summary: String
  /// What counts if it is left out, as the author would write it; nil if there is no such value.
  public let defaultText: String?

  /// Declares a field.
  public init(
    _ name: String, _ kind: Kind, isRequired: Bool = false, summary: String,
    defaultText: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.summary = summary
    self.defaultText = defaultText
  }
}

extension Field.Kind {
  /// The vocabulary of the sections this kind allows, in a list or as one of several forms; nil if
  /// it allows none.
  var sectionFields: [Field]? {
    switch self {
    case .section(let fields), .sectionMap(let fields), .openSectionMap(let fields): return fields
    case .list(let kind): return kind.sectionFields
    case .oneOf(let kinds):
      var fields: [Field] = []
      for field in kinds.flatMap({ $0.sectionFields ?? [] })
      where !fields.contains(where: { $0.name == field.name }) {
        fields.append(field)
      }
      return fields.isEmpty ? nil : fields
    case .string, .integer, .number, .boolean, .localizedText, .choice, .map: return nil
    }
  }

  /// What an author is told to write here, with its article.
  var wanted: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .localizedText: "a text, or one for each language"
    case .list(let kind): "a list, each item \(kind.wanted)"
    case .choice(let words): words.count > 6 ? "a name" : words.joined(separator: " or ")
    case .section(let fields):
      "a section such as {\(fields.prefix(2).map { "\($0.name): .." }.joined(separator: ", "))}"
    case .sectionMap, .openSectionMap: "a section for each name"
    case .map: "a section such as {name: 1}"
    case .oneOf(let kinds): kinds.map(\.wanted).joined(separator: ", or ")
    }
  }

  /// The limits this kind sets to whole numbers, in a list or as one of several forms.
  var integerLimits: ClosedRange<Int> {
    switch self {
    case .integer(let min, let max): (min ?? .min)...(max ?? .max)
    case .list(let kind): kind.integerLimits
    case .oneOf(let kinds):
      kinds.lazy.map(\.integerLimits).first { $0 != Int.min...Int.max } ?? Int.min...Int.max
    default: Int.min...Int.max
    }
  }

  /// The limits this kind sets to numbers, in a list or as one of several forms.
  var numberLimits: NumberLimits {
    switch self {
    case .number(let min, let max, let above):
      NumberLimits(range: (above ?? min ?? -.infinity)...(max ?? .infinity), isOpen: above != nil)
    case .list(let kind): kind.numberLimits
    case .oneOf(let kinds):
      kinds.lazy.map(\.numberLimits).first { $0 != NumberLimits() } ?? NumberLimits()
    default: NumberLimits()
    }
  }
}

/// A range of numbers whose lower end may be left out.
struct NumberLimits: Equatable {
  var range: ClosedRange<Double> = -.infinity ... .infinity
  var isOpen = false

  func contains(_ value: Double) -> Bool {
    range.contains(value) && !(isOpen && value == range.lowerBound)
  }

  /// The limits in words: `from 0 to 1`, `above 0`, `0 or more`.
  var description: String {
    let low = Numeral.text(range.lowerBound)
    let high = Numeral.text(range.upperBound)
    if range.upperBound == .infinity { return isOpen ? "above \(low)" : "\(low) or more" }
    if range.lowerBound == -.infinity { return "\(high) or less" }
    return isOpen ? "above \(low) and up to \(high)" : "from \(low) to \(high)"
  }
}
