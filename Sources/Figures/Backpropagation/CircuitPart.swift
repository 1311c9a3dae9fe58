import Lessons

/// Which of the two directions a circuit shows.
enum CircuitPart: String, CaseIterable, Sendable {
  case forward, backward, both

  var showsValues: Bool { self != .backward }
  var showsGradients: Bool { self != .forward }

  static let field = Field(
    "show", .choice(allCases.map(\.rawValue)),
    summary: "values of the forward pass, gradients of the backward pass, or both",
    defaultText: "both")

  /// Decodes the field `show`.
  static func decode(_ reader: inout SectionReader) throws(LessonError) -> CircuitPart {
    try reader.choice(
      "show", of: "direction", from: allCases, naming: { $0.rawValue }, default: .both)
  }
}
