import Serving
import Testing

struct ResponderTests {
  @Test func `a file comes as it is, with its type, and is kept by nobody`() {
    let answer = Site().answer("/xor/figures/en/line.svg")
    #expect(answer.status == 200)
    #expect(answer.text == "<svg/>")
    #expect(answer.header("Content-Type") == "image/svg+xml; charset=utf-8")
    #expect(answer.header("Cache-Control") == "no-store")
    #expect(answer.header("X-Content-Type-Options") == "nosniff")
    #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
  }

  @Test(arguments: [
    ("page.html", "text/html; charset=utf-8"), ("a.PNG", "image/png"), ("a.pdf", "application/pdf"),
    ("a.json", "application/json"), ("a.csv", "text/csv; charset=utf-8"),
    ("a.npz", "application/zip"), ("a.webm", "video/webm"),
    ("lesson.md", "text/markdown; charset=utf-8"), ("unknown.xyz", "application/octet-stream"),
    ("none", "application/octet-stream"),
  ])
  func `the end of a name tells the type`(name: String, type: String) {
    var site = Site()
    site.files[name] = "content"
    #expect(site.answer("/\(name)").header("Content-Type") == type)
  }

  @Test(arguments: ["127.0.0.1:7070", "localhost:7070", "LocalHost:7070", "[::1]:7070"])
  func `a request that means this server is answered`(host: String) {
    #expect(Site().answer("/", host: host).status == 200)
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:7070", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:70700",
    "localhost.evil.example:7070", "localhost:7070@evil.example", "127.0.0.1:7070, evil.example",
    "0.0.0.0:7070", "127.0.0.2:7070", "::1:7070", "localhost.:7070",
  ])
  func `a request that means another server is refused, also for events`(host: String?) {
    let site = Site()
    #expect(site.answer("/", host: host).status == 403)
    #expect(site.answer("/.chalkline/events?page=/", host: host).status == 403)
    #expect(site.channel.readerCount == 0)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func `only GET and HEAD are answered`(method: String) {
    let answer = Site().answer("/", method: method)
    #expect(answer.status == 405)
    #expect(answer.header("Allow") == "GET, HEAD")
  }

  @Test func `a folder without its slash leads to the one with it`() {
    let answer = Site().answer("/xor?x=1")
    #expect(answer.status == 302)
    #expect(answer.header("Location") == "/xor/")
    #expect(Site().answer("/two%20words").header("Location") == "/two%20words/")
  }

  @Test(arguments: ["/nothing.svg", "/../index.html", "/.chalkline/cache", "/%2e%2e/index.html"])
  func `what is not there and what may not be had look the same`(target: String) {
    let answer = Site().answer(target)
    #expect(answer.status == 404)
    #expect(answer.text == "Not found.\n")
  }

  @Test func `a page that is not built yet waits for itself`() {
    let answer = Site().answer("/anatomy/")
    #expect(answer.status == 404)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(answer.text.contains("\"revision\":\"\""))
  }

  @Test(arguments: ["/.chalkline/events", "/.chalkline/events?page=..", "/.chalkline/events?x=1"])
  func `events are had for a page alone`(target: String) {
    #expect(Site().answer(target).status == 400)
  }
}
