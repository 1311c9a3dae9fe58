extension PageWords {
  /// The words of pages in English.
  static let english = PageWords(language: "en") { word in
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
    case .table: "Table"
    case .documents: "For the classroom"
    case .deck: "Slides"
    case .handout: "Handout"
    case .exercises: "Exercise sheets"
    case .answers: "Answer key"
    case .studentName: "Name"
    case .date: "Date"
    case .seeExercises: "a sheet to fill in, handed out separately"
    }
  }
}
