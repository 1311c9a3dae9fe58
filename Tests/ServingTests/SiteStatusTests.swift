import Foundation
import Serving
import Synchronization
import Testing

struct SiteStatusTests {
  static let problem = Problem(
    severity: "error", place: "lessons/xor/lesson.yaml:14:12", message: "no <b>'tahn'</b> & more",
    line: "    가나: 2 tahn", column: 11, help: "did you mean 'tanh'?")

  @Test func `a page is told its revision and every problem, in one event of one line`() throws {
    let status = SiteStatus(revisions: ["xor/index.html": "7"], problems: [Self.problem])
    let page = try #require(ServedPath(target: "/xor/"))
    #expect(
      status.event(for: page) == """
        event: news
        data: {"problems":[{"excerpt":["    가나: 2 ","tahn"],"help":"did you mean 'tanh'?",\
        "message":"no \\u003cb\\u003e'tahn'\\u003c/b\\u003e \\u0026 more",\
        "place":"lessons/xor/lesson.yaml:14:12","severity":"error"}],"revision":"7"}


        """)
  }

  @Test(arguments: [
    (1, ["", "ab"]), (2, ["a", "b"]), (3, ["ab", ""]), (9, ["ab", ""]), (0, ["", "ab"]),
  ])
  func `a line is parted at the place`(column: Int, parts: [String]) {
    let problem = Problem(
      severity: "error", place: nil, message: "", line: "ab", column: column, help: nil)
    #expect(problem.excerpt == parts)
  }

  @Test func `columns count scalars, as editors do that follow the compiler`() {
    // A letter of two scalars: e and a combining acute accent.
    let problem = Problem(
      severity: "error", place: nil, message: "", line: "e\u{301}x", column: 3, help: nil)
    #expect(problem.excerpt == ["e\u{301}", "x"])
  }

  @Test func `no line break of a message breaks an event`() throws {
    let problem = Problem(
      severity: "error", place: nil, message: "one\ntwo\r\u{2028}three", line: "", column: 1,
      help: nil)
    let page = try #require(ServedPath(target: "/"))
    let event = SiteStatus(problems: [problem]).event(for: page)
    #expect(event.split(whereSeparator: \.isNewline).count == 2)
  }

  @Test func `a listener hears what is known, then what comes, then the end`() throws {
    let site = Site()
    guard case .events(let events) = site.answer("/.chalkline/events?page=%2Fxor%2F").body else {
      Issue.record("no events")
      return
    }
    let heard = Mutex<[String?]>([])
    _ = events.listen { event in
      heard.withLock { $0.append(event.map { String(decoding: $0, as: UTF8.self) }) }
    }
    site.channel.publish(SiteStatus(revisions: ["xor/index.html": "third"]))
    site.channel.close()
    let news = heard.withLock { $0 }
    try #require(news.count == 3)
    #expect(news[0]?.hasPrefix("retry: 1000\n\nevent: news\ndata: ") == true)
    #expect(news[0]?.contains("\"revision\":\"second\"") == true)
    #expect(news[1]?.contains("\"revision\":\"third\"") == true)
    #expect(news[2] == nil)
  }

  @Test func `a listener that has left hears no more`() throws {
    let site = Site()
    guard case .events(let events) = site.answer("/.chalkline/events?page=/").body else {
      Issue.record("no events")
      return
    }
    #expect(site.channel.readerCount == 0)
    let count = Mutex(0)
    let subscription = events.listen { _ in count.withLock { $0 += 1 } }
    #expect(site.channel.readerCount == 1)
    subscription.end()
    #expect(site.channel.readerCount == 0)
    site.channel.publish(SiteStatus(revisions: ["index.html": "new"]))
    site.channel.close()
    #expect(count.withLock { $0 } == 1)
  }
}
