import Figures
import Testing

struct WordsTests {
  @Test(arguments: Words.all)
  func `every word is said`(words: Words) {
    for word in Word.allCases { #expect(!words(word).isEmpty, "\(word)") }
  }

  @Test func `no two languages have the same code`() {
    #expect(Set(Words.all.map { $0.language }).count == Words.all.count)
  }

  @Test(arguments: Words.all, Word.allCases)
  func `a word has the same places in every language`(words: Words, word: Word) {
    #expect(places(in: words(word)) == places(in: Words.english(word)))
  }

  @Test(arguments: Words.all, Word.allCases)
  func `places are counted from 0 without a gap`(words: Words, word: Word) {
    let places = places(in: words(word))
    #expect(places == Set((0..<places.count).map { "{\($0)}" }))
  }

  @Test(arguments: Word.allCases)
  func `Korean words are written in Hangul`(word: Word) {
    // Formulas are the same in every language.
    let formulas: Set<Word> = [
      .value, .derivative, .predicted, .formOne, .formTwo, .formula, .halfSquaredError,
    ]
    guard !formulas.contains(word) else { return }
    let needsWords = Words.english(word).contains { $0.isLetter }
    #expect(!needsWords || Words.korean(word).contains(/[가-힣]/))
  }

  @Test(arguments: Word.allCases)
  func `English words have no Hangul`(word: Word) {
    #expect(!Words.english(word).contains(/[가-힣]/))
  }

  @Test(arguments: Words.all, Word.allCases)
  func `nothing is left of a place that is filled`(words: Words, word: Word) {
    let text = words(word, "A", "B", "C")
    #expect(!text.contains("{") && !text.contains("}"))
  }

  @Test func `several places are filled in order`() {
    #expect(Words.english(.oneCycle, "4", "3") == "one cycle: 4 presentations, 3 updates")
    #expect(Words.korean(.oneCycle, "4", "3") == "한 순환: 제시 4번, 갱신 3번")
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
