import Testing
import Wording

struct ReplacementTests {
  @Test(arguments: [
    ("", "a"), ("a", "a"), ("aXXa", "XX"), ("XXaXXXX", "XX"), ("XXX", "XX"), ("가·나·", "·"),
    ("e\u{301}e", "e"), ("\r\n\n", "\n"), ("a · b · c", " · "), ("🇰🇷🇺🇸", "🇰🇷"), ("abc", "abcd"),
  ])
  func `pieces are those of the standard library`(text: String, separator: String) {
    #expect(
      text.pieces(between: separator)
        == text.split(separator: separator, omittingEmptySubsequences: false))
    #expect(
      text.replacing(every: separator, with: "<>") == text.replacing(separator, with: "<>"))
  }

  @Test func `an empty separator is nowhere`() {
    #expect("abc".pieces(between: "") == ["abc"])
    #expect("abc".replacing(every: "", with: "-") == "abc")
  }

  @Test func `what is put in is not looked through`() {
    #expect("aa".replacing(every: "a", with: "aa") == "aaaa")
  }
}
