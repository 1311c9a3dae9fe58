import Lessons

/// The scenarios that a figure names.
enum ScenarioChoice {
  static func field(_ name: String) -> Field {
    Field(name, .string, summary: "the scenario to draw")
  }

  static func listField(_ name: String) -> Field {
    Field(name, .list(of: .string), summary: "several scenarios to draw, in order")
  }

  /// Decodes the field `scenario`, which must be there.
  static func decode(_ reader: inout SectionReader) throws(LessonError) -> LocatedText {
    try reader.requiredValue("scenario")
  }

  /// Decodes `scenario` or `scenarios`, exactly one of which must be there.
  static func decodeOneOrMore(_ reader: inout SectionReader) throws(LessonError) -> [LocatedText] {
    guard reader.has("scenarios") else { return [try decode(&reader)] }
    if reader.has("scenario") {
      throw reader.error(
        "both 'scenario' and 'scenarios' are given", at: "scenario", help: "keep one of them")
    }
    let names = try reader.values("scenarios")
    guard !names.isEmpty else {
      throw reader.error("'scenarios' is empty", at: "scenarios", help: "name at least one")
    }
    return names
  }
}
