import Figures
import Languages
import Testing

struct WordsTests {
  /// A word.
  struct Entry: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let say: @Sendable (Words, String, String, String) -> String
    let sayBare: @Sendable (Words) -> String
  }

  private static let entries =
    FigureWord.allCases.map { word in
      Entry(
        testDescription: "\(word)", say: { $0(word, $1, $2, $3) }, sayBare: { $0(word) })
    }

  @Test(arguments: Language.all.map { $0.code })
  func `every word is said in every language`(code: String) throws {
    let language = try #require(Language.named(code))
    for word in FigureWord.allCases { #expect(language[word]?.isEmpty == false, "\(word)") }
    for word in PageWord.allCases { #expect(language[word]?.isEmpty == false, "\(word)") }
    for word in PanelWord.allCases { #expect(language[word]?.isEmpty == false, "\(word)") }
    for word in LessonWord.allCases { #expect(language[word]?.isEmpty == false, "\(word)") }
  }

  @Test func `no two languages have the same code`() {
    #expect(Set(Words.all.map { $0.language }).count == Words.all.count)
  }

  @Test(arguments: Words.all, entries)
  func `a word has the same places in every language`(words: Words, word: Entry) {
    #expect(places(in: word.sayBare(words)) == places(in: word.sayBare(.english)))
  }

  @Test(arguments: Words.all, entries)
  func `places are counted from 0 without a gap`(words: Words, word: Entry) {
    let places = places(in: word.sayBare(words))
    #expect(places == Set((0..<places.count).map { "{\($0)}" }))
  }

  @Test(arguments: entries)
  func `Korean words are written in Hangul`(word: Entry) {
    // Formulas are the same in every language.
    let formulas: Set<FigureWord> = [
      .value, .derivative, .predicted, .formOne, .formTwo, .formula, .halfSquaredError,
    ]
    guard !formulas.contains(where: { "\($0)" == word.testDescription }) else { return }
    let needsWords = word.sayBare(.english).contains { $0.isLetter }
    #expect(!needsWords || word.sayBare(.korean).contains(/[가-힣]/))
  }

  @Test(arguments: entries)
  func `English words have no Hangul`(word: Entry) {
    #expect(!word.sayBare(.english).contains(/[가-힣]/))
  }

  @Test(arguments: Words.all, entries)
  func `nothing is left of a place that is filled`(words: Words, word: Entry) {
    let text = word.say(words, "A", "B", "C")
    #expect(!text.contains("{") && !text.contains("}"))
  }

  @Test func `several places are filled in order`() {
    #expect(Words.english(.oneCycle, "4", "3") == "one cycle: 4 presentations, 3 updates")
    #expect(Words.korean(.oneCycle, "4", "3") == "한 순환: 제시 4번, 갱신 3번")
  }

  @Test(arguments: [("1", "1 row"), ("2", "2 rows"), ("+1", "+1 row")])
  func `an English noun follows its number`(count: String, text: String) {
    #expect(Words.english(.dataRows, count) == text)
    #expect(Words.korean(.dataRows, count) == "\(count)행")
  }

  @Test func `a place that is there twice is filled twice`() {
    #expect(Words.english(.noteField, "9").contains("9 × 9"))
  }

  @Test func `a place without a value stays`() {
    #expect(Words.english(.oneCycle, "4") == "one cycle: 4 presentations, {1} updates")
  }

  @Test func `a language that is not known is English`() {
    #expect(Words.of("ko").language == "ko")
    #expect(Words.of("fr").language == "en")
  }

  private func places(in text: String) -> Set<String> {
    Set(text.matches(of: /\{\d+\}/).map { String($0.output) })
  }
}
