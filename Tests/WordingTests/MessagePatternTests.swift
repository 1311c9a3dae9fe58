import Testing
import Wording

struct MessagePatternTests {
  private static let pattern = MessagePattern("{1}: {0} more {0:row|rows}, {1:an update|updates}")

  @Test func `values stand at their places, as often as these are there`() {
    #expect(MessagePattern("{1} {0}×{0}").filled(with: ["a", "b"]) == "b a×a")
  }

  @Test(arguments: [
    ("1", "row"), ("+1", "row"), ("0", "rows"), ("2", "rows"), ("11", "rows"), ("1.0", "rows"),
    ("1-1", "rows"), ("", "rows"),
  ])
  func `a word is singular for 1 alone`(value: String, word: String) {
    #expect(MessagePattern("{0:row|rows}").filled(with: [value]) == word)
  }

  @Test func `each word follows its own number`() {
    #expect(Self.pattern.filled(with: ["1", "2"]) == "2: 1 more row, updates")
    #expect(Self.pattern.filled(with: ["2", "1"]) == "1: 2 more rows, an update")
  }

  @Test func `no place is seen in a value`() {
    #expect(MessagePattern("{0}{1}").filled(with: ["{1}", "{0:a|b}"]) == "{1}{0:a|b}")
  }

  @Test func `places without a value stay`() {
    #expect(Self.pattern.filled(with: ["1"]) == "{1}: 1 more row, {1:an update|updates}")
    #expect(Self.pattern.filled(with: []) == "{1}: {0} more {0:row|rows}, {1:an update|updates}")
  }

  @Test(arguments: [
    "", "{", "}", "{}", "{a}", "{0:row}", "{0 }", "{0:a|b|c}", "{00}", "{٣}", "{0", "}{",
  ])
  func `what is no place stays`(text: String) {
    #expect(MessagePattern(text).filled(with: ["x"]) == text)
    #expect(MessagePattern(text).values.isEmpty && MessagePattern(text).counts.isEmpty)
  }

  @Test(arguments: [("{a{0}", "{ax"), ("{{0}}", "{x}"), ("{1|{0}|2}", "{1|x|2}")])
  func `a place is found after a brace that opens none`(text: String, filled: String) {
    #expect(MessagePattern(text).filled(with: ["x"]) == filled)
  }

  @Test func `a pattern knows the numbers of its places`() {
    #expect(Self.pattern.values == [0, 1])
    #expect(MessagePattern("{0} {1:a|b} 한글{2}é").values == [0, 2])
    #expect(MessagePattern("{0} {1:a|b}").counts == [1])
  }
}
