import Lessons

/// Where the parts of a scenario stand in its lesson, for errors that are found late.
struct ScenarioPlaces: Sendable {
  /// A part of a scenario.
  enum Part: Hashable, Sendable {
    case data, take, validation, model, layers, output, loss, parameters, epochs, batch, order
    case trace, sweep
    /// A field of `sweep`.
    case swept(String)
  }

  private let name: String
  private let reader: SectionReader?
  private var locations: [Part: SourceLocation] = [:]

  /// Places of a scenario without a lesson: its errors name the scenario only.
  init(name: String) {
    self.name = name
    reader = nil
  }

  init(_ reader: SectionReader) {
    name = reader.name
    self.reader = reader
  }

  subscript(part: Part) -> SourceLocation? {
    get { locations[part] }
    set { locations[part] = newValue }
  }

  func error(_ message: String, at part: Part, help: String? = nil) -> LessonError {
    guard let reader else {
      return LessonError(
        location: SourceLocation(file: name, line: 1, column: 1), message: message, help: help,
        excerpt: "")
    }
    guard let location = locations[part] else { return reader.error(message, help: help) }
    return reader.error(message, at: location, help: help)
  }
}
