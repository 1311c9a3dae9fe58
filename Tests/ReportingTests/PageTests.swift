import Reporting
import Testing

struct PageTests {
  @Test func `pages lie where their language and their lesson say`() throws {
    for (language, suffix) in [("en", ""), ("ko", ".ko")] {
      let pages = try HTMLReport(of: Sample.report(in: language))
      #expect(pages.coursePage.path == "index\(suffix).html")
      #expect(pages.page(ofLesson: "and")?.path == "and/index\(suffix).html")
    }
    #expect(try HTMLReport(of: Sample.report()).page(ofLesson: "nope") == nil)
  }

  @Test func `the course page lists the lessons`() throws {
    let page = try HTML(HTMLReport(of: Sample.report(in: "ko")).coursePage.text)
    #expect(page.texts("h1") == ["Lines & planes"])
    #expect(
      page["a"].map { $0.attributes["href"] }.suffix(2) == [
        "and/index.ko.html", "xor/index.ko.html",
      ])
    #expect(page.texts("a").suffix(2) == ["One <line>", "Two lines"])
  }

  @Test func `a lesson links to the course, its neighbor, its numbers and its translation`() throws
  {
    let targets = try Sample.page("# T").values("href")
    for target in ["../index.html", "../xor/index.html", "trace/rule.csv", "index.ko.html"] {
      #expect(targets.contains(target), "\(target)")
    }
  }

  @Test func `a page says its language and those of its translations`() throws {
    let page = try Sample.page("# T", in: "ko")
    #expect(page["html"].first?.attributes["lang"] == "ko")
    let switches = page["a"].filter { $0.attributes["hreflang"] != nil }
    #expect(switches.map { $0.text } == ["English", "한국어"])
    #expect(switches.map { $0.attributes["aria-current"] } == [nil, "page"])
  }

  @Test(arguments: [("en", "Handout", "Answer key"), ("ko", "유인물", "정답지")])
  func `a lesson links to its documents by what they are called`(
    language: String, handout: String, answers: String
  ) throws {
    var report = Sample.report("# T", in: language)
    report.lessons[0].documents = [
      DocumentReport(kind: .handout, path: "and/handout.pdf"),
      DocumentReport(kind: .answers, path: "and/answers.pdf"),
    ]
    let links = try Sample.page(of: report)["a"].filter {
      $0.attributes["href"]?.hasSuffix(".pdf") ?? false
    }
    #expect(links.map { $0.attributes["href"] } == ["handout.pdf", "answers.pdf"])
    #expect(links.map { $0.text } == [handout, answers])
    #expect(links.first?.attributes["aria-label"] == "\(handout), PDF")
  }

  @Test func `a course in one language has no switch`() throws {
    let page = try Sample.page(of: Sample.report("# T", languages: ["en"]))
    #expect(page.values("hreflang").isEmpty)
  }

  @Test func `ids are unique and the skip link leads to the text`() throws {
    let page = try Sample.page("# T\n\n![](figures/line.svg)")
    #expect(page.values("id").sorted() == ["fig-line", "numbers", "text"])
    #expect(page["a"].first?.attributes["href"] == "#text")
  }

  @Test func `the same report gives the same bytes`() throws {
    let report = Sample.report("# T\n\n**a(b)**는 @fig-line\n\n![](figures/line.svg)", in: "ko")
    let (one, two) = try (HTMLReport(of: report), HTMLReport(of: report))
    #expect(one.page(ofLesson: "and") == two.page(ofLesson: "and"))
    #expect(one.coursePage == two.coursePage)
  }
}
