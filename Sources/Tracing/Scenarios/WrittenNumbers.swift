import Lessons

/// Which numbers of a scenario a build writes beside the pages.
public enum WrittenNumbers: String, CaseIterable, Sendable {
  /// What pages show and offer.
  case shown
  /// Everything that is kept, in every form.
  case all
  /// None.
  case none

  static let field = Field(
    "numbers", .choice(allCases.map { $0.rawValue }),
    summary: "the files of numbers beside the page: what it shows, all that is kept, or none",
    defaultText: "shown")

  /// Reads the field `numbers`.
  init(from reader: inout SectionReader) throws(LessonError) {
    self = try reader.choice(
      "numbers", of: "choice of numbers", from: Self.allCases, naming: { $0.rawValue },
      default: .shown)
  }
}
