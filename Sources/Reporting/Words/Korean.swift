extension PageWords {
  /// The words of pages in Korean.
  static let korean = PageWords(language: "ko") { word in
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
    case .table: "표"
    case .documents: "수업 자료"
    case .deck: "슬라이드"
    case .handout: "유인물"
    case .exercises: "연습 문제지"
    case .answers: "정답지"
    case .studentName: "이름"
    case .date: "날짜"
    case .seeExercises: "따로 나누어 주는 문제지"
    }
  }
}
