extension PageWords {
  /// The words of pages in English.
  public static let english = PageWords(language: "en") { word in
    switch word {
    case .languageName: "English"
    case .figure: "Figure\u{A0}{0}"
    case .download: "Download"
    case .openLarge: "Open at full size"
    case .inMotion: "in motion"
    case .play: "Play"
    case .pause: "Pause"
    case .frame: "Frame"
    case .frames: "All frames as a table"
    case .filmstrip: "filmstrip"
    case .framePages: "frames"
    case .skip: "Skip to the text"
    case .languages: "Languages"
    case .course: "Course"
    case .lessons: "Lessons"
    case .previous: "Previous lesson"
    case .next: "Next lesson"
    case .numbers: "The numbers behind the figures"
    case .numbersNote: "Everything drawn on this page was computed; these files hold the values."
    case .momentOf: "Values at {0}"
    case .moment: "Values at this moment"
    case .sections: "On this page"
    case .sources: "The lesson itself"
    case .sourcesNote: "Change a number, build again, and see what it does."
    case .table: "Table"
    }
  }
}
