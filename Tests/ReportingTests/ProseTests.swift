import Reporting
import Testing

struct ProseTests {
  /// Bold that CommonMark itself leaves as asterisks, and some that it does not.
  @Test(arguments: [
    ("**경사하강법(gradient descent)**은 쉽다", "경사하강법(gradient descent)"),
    ("이것은 **\"학습\"**이다", "“학습”"),
    ("**정말?**이라고", "정말?"),
    ("**50%**의 확률", "50%"),
    ("**은닉층**(hidden layer)이다", "은닉층"),
    ("괄호 (**경사**) 안", "경사"),
  ])
  func `bold closes before a Korean particle`(markdown: String, bold: String) throws {
    let page = try Sample.page(markdown, in: "ko")
    #expect(page.texts("strong") == [bold])
    #expect(!page.texts("p").joined().contains("**"))
  }

  @Test func `two bold words with particles in a sentence are two`() throws {
    let page = try Sample.page("**가(a)**는 **나(b)**를 **다**로", in: "ko")
    #expect(page.texts("strong") == ["가(a)", "나(b)", "다"])
  }

  @Test func `asterisks before Hangul in code and in paths stay as they are`() throws {
    let page = try Sample.page(
      "`f(x)**가`\n\n```c)**바\n(a)**나 \")\"다\n```\n\n[x](<a)**라> \"b)**마\")", in: "ko")
    #expect(page.texts("code") == ["f(x)**가", "(a)**나 \")\"다\n"])
    let link = try #require(page["a"].first { $0.text == "x" })
    #expect(link.attributes["title"] == "b)**마")
    #expect(link.attributes["href"] == "a)**%EB%9D%BC")
    #expect(page["code"].last?.attributes["class"] == "language-c)**바")
  }

  @Test func `quotation marks are curled, before a Korean particle too`() throws {
    let page = try Sample.page("\"가(a)\"는 '나.'라고", in: "ko")
    #expect(page.texts("p").contains("“가(a)”는 ‘나.’라고"))
  }

  @Test func `escaped asterisks stay`() throws {
    #expect(try Sample.page(#"\*\*가(a)\*\*는"#).texts("p").contains("**가(a)**는"))
  }

  @Test func `a page has one title`() throws {
    let page = try Sample.page("# One\n\n# Two\n\n## Three")
    #expect(page.texts("h1") == ["One"])
    #expect(page.texts("h2").prefix(2) == ["Two", "Three"])
  }

  @Test func `prose without a title gets the lesson's`() throws {
    #expect(try Sample.page("Words").texts("h1") == ["One <line>"])
  }

  @Test func `a table scrolls within a frame that the keyboard reaches`() throws {
    let page = try Sample.page("| a | b |\n|---|--:|\n| 1 | 2 |")
    #expect(page.texts("td") == ["1", "2"])
    #expect(page["div"].first?.attributes["tabindex"] == "0")
  }

  @Test func `comments leave no trace`() throws {
    let page = try Sample.page(
      "a <!-- note --> b\n\n<!-- a\nlong ![](figures/line.svg) one -->\n\nc")
    #expect(page["figure"].isEmpty)
    #expect(!page.source.contains("note"))
    #expect(page.texts("p").prefix(2) == ["a  b", "c"])
  }
}
