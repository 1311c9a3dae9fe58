import JSON

/// The words that are laid over a page in one language.
struct ReloadWords: Sendable {
  /// How many errors there are: of one, and of more, with `{0}` for the number.
  let one, many: String
  /// What is seen below, and how it goes on.
  let note: String
  /// How the panel is put away, and the mark that takes its place.
  let close: String
  /// The help that goes with an error.
  let help: String
  /// That the server has gone.
  let gone: String

  /// By the language of the page; the script takes English where there is none.
  static let all = ["en": english, "ko": korean]

  static let english = ReloadWords(
    one: "1 error", many: "{0} errors",
    note: "The page behind is the last one that could be built. It follows as soon as the file is "
      + "mended.",
    close: "Close", help: "Help",
    gone: "Not connected: chalkline serve has ended. The page waits for it to come back.")

  static let korean = ReloadWords(
    one: "오류 1개", many: "오류 {0}개",
    note: "뒤에 보이는 것은 마지막으로 빌드된 페이지입니다. 파일을 고치면 곧바로 바뀝니다.",
    close: "닫기", help: "도움말",
    gone: "연결이 끊겼습니다. chalkline serve가 끝났습니다. 다시 시작되면 이어집니다.")

  /// What the script reads.
  var json: JSONValue {
    [
      "close": .string(close), "gone": .string(gone), "help": .string(help),
      "many": .string(many), "note": .string(note), "one": .string(one),
    ]
  }
}
