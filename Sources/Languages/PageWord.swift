/// A piece of text of the pages themselves; each language says all of them, with a place `{0}`.
public enum PageWord: String, CaseIterable, Sendable {
  // What the language calls itself
  case languageName
  // Figures
  case figure, download, openLarge
  // Frames
  case inMotion, play, pause, frame, frames, filmstrip, framePages, moment, momentOf
  // The way around
  case skip, languages, course, lessons, previous, next, sections
  // Numbers
  case numbers, numbersNote, sources, sourcesNote
  // Tables
  case table
  // Documents
  case documents, deck, handout, exercises, answers
  case studentName, date, seeExercises
}

/// A piece of text of the panel that `serve` lays over a page, and of what stands in for a page.
public enum PanelWord: String, CaseIterable, Sendable {
  /// How many errors there are: of one, and of more, with `{0}` for the number.
  case one, many
  /// What is seen below, and how it goes on.
  case note
  /// How the panel is put away, and the help that goes with an error.
  case close, help
  /// That the server has gone, and that there is no page yet.
  case gone, notBuilt
}

/// A piece of text that a new course or lesson begins with.
public enum LessonWord: String, CaseIterable, Sendable {
  case courseTitle, lessonTitle, caption, alternative, invitation
}
