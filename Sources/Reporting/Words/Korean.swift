extension PageWords {
  /// The words of pages in Korean.
  public static let korean = PageWords(language: "ko") { word in
    switch word {
    case .languageName: "한국어"
    case .figure: "그림\u{A0}{0}"
    case .download: "내려받기"
    case .openLarge: "크게 보기"
    case .inMotion: "움직이는 그림"
    case .play: "재생"
    case .pause: "멈춤"
    case .frame: "장면"
    case .frames: "모든 장면의 표"
    case .filmstrip: "필름 띠"
    case .framePages: "장면 모음"
    case .skip: "본문으로 건너뛰기"
    case .languages: "언어"
    case .course: "강좌"
    case .lessons: "강의"
    case .previous: "이전 강의"
    case .next: "다음 강의"
    case .numbers: "그림에 쓰인 수치"
    case .numbersNote: "이 쪽의 그림은 모두 계산한 값으로 그렸다. 그 값은 다음 파일에 있다."
    case .momentOf: "{0}의 값"
    case .moment: "이 순간의 값"
    case .sections: "이 쪽의 차례"
    case .sources: "이 강의의 원본"
    case .sourcesNote: "숫자를 하나 바꾸고 다시 만들면 그림이 어떻게 달라지는지 볼 수 있다."
    case .table: "표"
    }
  }
}
