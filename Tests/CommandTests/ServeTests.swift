import Foundation
import Testing

/// The built program as a server, talked to as a browser talks to it.
struct ServeTests {
  private let lesson = "lessons/two-lines/lesson.yaml"
  private let caption = "The plane before and after training"

  @Test func `an edit reaches the open page, an error leaves the last good one`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    let news = try course.news(of: "%2Ftwo-lines%2F")
    let first = try news.next { !$0.revision.isEmpty }
    #expect(first.problems.isEmpty)
    #expect(try course.answer("/two-lines/").contains(caption))

    try scratch.edit(lesson, caption, "Before and after")
    let second = try news.next { $0.revision != first.revision }
    #expect(try course.answer("/two-lines/").contains("Before and after"))

    try scratch.edit(lesson, "2 tanh", "2 tahn")
    let third = try news.next { !$0.problems.isEmpty }
    #expect(third.problems.map { $0.place } == ["\(lesson):7:26"])
    let problem = try #require(third.problems.first)
    #expect(problem.message == "no activation named 'tahn'; did you mean 'tanh'?")
    #expect(problem.excerpt.last?.hasPrefix("tahn, 1 sigmoid]") == true)
    let page = try course.answer("/two-lines/")
    #expect(page.contains("Before and after"))

    try scratch.edit(lesson, "2 tahn", "2 tanh")
    let fourth = try news.next { $0.problems.isEmpty }
    #expect(!fourth.revision.isEmpty)
    #expect(second.problems.isEmpty)
  }

  @Test func `a course that cannot be read at all is told, and mended`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    try scratch.edit("lessons/course.yaml", "theme: paper", "theme: papier")
    let course = try ServedCourse(scratch)
    let news = try course.news(of: "%2F")
    let first = try news.next { !$0.problems.isEmpty }
    #expect(first.problems.map { $0.place } == ["lessons/course.yaml:5:8"])
    #expect(first.revision.isEmpty)
    #expect(try course.answer("/").hasPrefix("HTTP/1.1 404 "))
    try scratch.edit("lessons/course.yaml", "theme: papier", "theme: paper")
    _ = try news.next { $0.problems.isEmpty && !$0.revision.isEmpty }
    #expect(try course.answer("/").hasPrefix("HTTP/1.1 200 "))
  }

  @Test func `the page that is served waits for news, the file does not`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    _ = try course.news(of: "%2F").next { !$0.revision.isEmpty }
    #expect(try course.answer("/").contains("EventSource"))
    #expect(try !scratch.text("output/index.html").contains("EventSource"))
  }

  @Test func `only this machine's own requests for files of the folder are answered`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    _ = try course.news(of: "%2F").next { !$0.revision.isEmpty }
    try Data("secret".utf8).write(to: scratch.folder.appending(path: "secret.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.appending(path: "output/link.txt").path,
      withDestinationPath: "../secret.txt")
    for target in [
      "/../secret.txt", "/%2e%2e/secret.txt", "/%252e%252e/secret.txt", "/..%5csecret.txt",
      "/link.txt", "/.chalkline/cache", "//etc/passwd", "/index.html%00",
      "http://127.0.0.1/index.html",
    ] {
      let answer = try course.answer(target)
      #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(target): \(answer.prefix(200))")
      #expect(!answer.contains("secret\n"))
    }
    #expect(try course.answer("/", host: "evil.example").hasPrefix("HTTP/1.1 403 "))
    #expect(try course.answer("/", method: "POST").hasPrefix("HTTP/1.1 405 "))
    let head = try course.answer("/two-lines/figures/en/boundary.svg", method: "HEAD")
    #expect(head.hasPrefix("HTTP/1.1 200 "))
    #expect(head.contains("Content-Type: image/svg+xml; charset=utf-8\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
  }

  @Test func `told to end, it closes its streams and leaves the output whole`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    let news = try course.news(of: "%2F")
    _ = try news.next { !$0.revision.isEmpty }
    #expect(course.end() == 130)
    // The empty chunk that ends a stream in good order.
    #expect(try news.connection.text { _ in false }.hasSuffix("0\r\n\r\n"))
    #expect(!scratch.files().keys.contains { $0.contains(".partial-") })
    #expect(try scratch.chalkline("build").exitCode == 0)
  }

  @Test func `a port that is taken is an error if it was asked for, else the next one is taken`()
    throws
  {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    let second = try Scratch()
    _ = try second.chalkline("new", "two-lines")
    let refused = try second.chalkline("serve", "--port", "\(course.port)")
    #expect(refused.exitCode == 64)
    #expect(
      refused.messages == """
        error: port \(course.port) is taken by another program; without --port, a free one is \
        looked for

        """)
    #expect(try ServedCourse(second).port != course.port)
  }
}

struct WatchCommandTests {
  @Test func `watch builds again after a change, without a server`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let process = try scratch.start("watch")
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let deadline = Deadline()
    while !scratch.has("output/two-lines/figures/en/boundary.png"), !deadline.isOver {
      usleep(10_000)
    }
    try scratch.edit("lessons/two-lines/lesson.yaml", "The plane before", "The map before")
    var isBuilt = false
    while !isBuilt, process.isRunning, !deadline.isOver {
      let page = try? scratch.text("output/two-lines/index.html")
      isBuilt = page?.contains("The map before") == true
      usleep(10_000)
    }
    #expect(isBuilt)
    #expect(try scratch.text("messages").hasPrefix("watching 'lessons'  (Ctrl-C to end)\n"))
  }
}
