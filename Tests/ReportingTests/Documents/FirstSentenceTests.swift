import Reporting
import Testing

struct FirstSentenceTests {
  @Test(arguments: [
    ("One line. Two lines.", "One line."),
    ("No stop at all", "No stop at all"),
    ("Only one.", "Only one."),
    ("", ""),
    ("Is it so? Yes.", "Is it so?"),
    ("Look! There.", "Look!"),
    ("Wait… Now.", "Wait…"),
    ("Two\nlines of\n  one sentence. More.", "Two lines of one sentence."),
  ])
  func `a sentence ends at its stop`(text: String, sentence: String) {
    #expect(FirstSentence.of(text) == sentence)
  }

  @Test(arguments: [
    ("The loss is 0.5 at first. Then it falls.", "The loss is 0.5 at first."),
    ("The loss ends at 0.5. Then it rests.", "The loss ends at 0.5."),
    ("A rate, e.g. 0.1, is enough. Try it.", "A rate, e.g. 0.1, is enough."),
    ("Squares vs. Circles, by hand. Next.", "Squares vs. Circles, by hand."),
    ("See Fig. 3 for more. Then go on.", "See Fig. 3 for more."),
    ("R. Fisher measured irises. So did others.", "R. Fisher measured irises."),
    ("1. First of all. 2. Then.", "1. First of all."),
    (
      "Three points (see Sec. B. There.) are right. One is not.",
      "Three points (see Sec. B. There.) are right."
    ),
    ("It says \"stop.\" Then it goes on.", "It says \"stop.\""),
    ("The point belongs to class A. The other does not.", "The point belongs to class A."),
  ])
  func `stops of numbers, abbreviations and parentheses end nothing`(
    text: String, sentence: String
  ) {
    #expect(FirstSentence.of(text) == sentence)
  }

  @Test(arguments: [
    ("직선 하나이다. 둘은 아니다.", "직선 하나이다."),
    ("손실은 0.705이다. 줄어든다.", "손실은 0.705이다."),
    ("정말 그럴까? 그렇다.", "정말 그럴까?"),
    ("유닛(unit. 곧 노드)이 셋이다. 끝.", "유닛(unit. 곧 노드)이 셋이다."),
  ])
  func `Korean sentences end as well`(text: String, sentence: String) {
    #expect(FirstSentence.of(text) == sentence)
  }
}
