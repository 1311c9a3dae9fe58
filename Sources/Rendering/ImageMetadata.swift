/// What an image file says about itself.
public struct ImageMetadata: Sendable {
  /// Id of the figure: prefixes every id inside an SVG, so that two inlined ones cannot collide.
  public var id: String
  /// What the figure is, in a few words.
  public var title: String
  /// What the figure shows, for those who cannot see it.
  public var description: String
  /// BCP 47 tag of the language of the words, as `ko`.
  public var language: String
  /// The program that made the file, with its version.
  public var software: String
  /// Further facts in a fixed order, as ("Source", "lesson.yaml#loss").
  public var extra: [(key: String, value: String)]
  /// Seconds since 1970 that a PDF states as its creation date; never the clock's.
  public var creationTime: Int

  /// Makes metadata; the creation time defaults to the first second of the year 2000.
  public init(
    id: String, title: String, description: String, language: String = "en",
    software: String = "Chalkline", extra: [(key: String, value: String)] = [],
    creationTime: Int = 946_684_800
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.language = language
    self.software = software
    self.extra = extra
    self.creationTime = creationTime
  }
}
