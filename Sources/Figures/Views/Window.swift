import Lessons

/// The part of the plane that a figure shows, where the lesson fixes it.
struct Window: Sendable {
  var x: ClosedRange<Double>?
  var y: ClosedRange<Double>?

  /// Nothing fixed.
  init() {}

  /// Decodes the fields `x` and `y`, each a list of two numbers.
  init(in reader: inout SectionReader) throws(LessonError) {
    x = try Self.range("x", in: &reader)
    y = try Self.range("y", in: &reader)
  }

  static func field(_ name: String) -> Field {
    Field(
      name, .list(of: .number(min: -1e12, max: 1e12)),
      summary: "the least and the greatest \(name) shown, such as [-1, 2]",
      defaultText: "what the data span")
  }

  /// The fixed sides, and the given ones where none is fixed.
  func resolved(_ natural: (x: ClosedRange<Double>, y: ClosedRange<Double>))
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)
  {
    (x ?? natural.x, y ?? natural.y)
  }

  /// Whether equal units give a panel of a useful form: no more than 2.5 times longer one way.
  static func isSquareEnough(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Bool {
    let ratio = (y.upperBound - y.lowerBound) / (x.upperBound - x.lowerBound)
    return ratio >= 0.4 && ratio <= 2.5
  }

  private static func range(_ name: String, in reader: inout SectionReader) throws(LessonError)
    -> ClosedRange<Double>?
  {
    guard reader.has(name) else { return nil }
    let ends = try reader.numbers(name)
    guard ends.count == 2, ends[0] < ends[1] else {
      throw reader.error(
        "'\(name)' wants two numbers, the smaller first", at: name, help: "for example [-1, 2]")
    }
    return ends[0]...ends[1]
  }
}

/// How many panels stand in a row, where the lesson fixes it.
struct PanelGrid: Sendable {
  var columns: Int?

  /// Decodes the field `columns`.
  init(in reader: inout SectionReader) throws(LessonError) {
    columns = try reader.optionalInteger("columns")
  }

  static let field = Field(
    "columns", .integer(min: 1, max: 12), summary: "panels in a row", defaultText: "as many as fit")
}
