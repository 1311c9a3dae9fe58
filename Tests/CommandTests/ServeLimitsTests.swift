import Foundation
import Testing

/// The built program as a server with too few file descriptors for its clients.
struct ServeLimitsTests {
  @Test func `a server that runs out of descriptors keeps answering, and says so once`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let course = try ServedCourse(scratch)
    // Slides are made last; the build has all the descriptors it needs.
    let deadline = Deadline()
    while !scratch.has("output/two-lines/deck.ko.pdf"), !deadline.isOver { usleep(10_000) }
    try limitDescriptors(of: course.process, to: 60)
    for _ in 0..<3 {
      let idle = try (0..<200).map { _ in try Connection(course.port) }
      #expect(try course.answer("/two-lines/").hasPrefix("HTTP/1.1 200 "))
      #expect(try course.answer("/two-lines/deck.pdf").hasPrefix("HTTP/1.1 200 "))
      withExtendedLifetime(idle) {}
    }
    do {
      let idle = try (0..<40).map { _ in try Connection(course.port) }
      #expect(try course.answer("/").hasPrefix("HTTP/1.1 200 "))
      // Fewer than are open: files may be out of reach for a while, answers are not.
      try limitDescriptors(of: course.process, to: 40)
      #expect(try course.answer("/two-lines/").hasPrefix("HTTP/1.1 "))
      withExtendedLifetime(idle) {}
    }
    while try !course.answer("/two-lines/").hasPrefix("HTTP/1.1 200 "), !deadline.isOver {}
    #expect(!deadline.isOver)
    let warnings = try scratch.text("messages").split(separator: "\n").filter {
      $0.contains("descriptors")
    }
    #expect(
      warnings == [
        "warning: out of file descriptors; the oldest connections are closed to accept new ones "
          + "('ulimit -n' shows the limit)"
      ])
    #expect(course.end() == 130)
  }

  private func limitDescriptors(of process: Process, to count: Int) throws {
    let program = Process()
    program.executableURL = URL(filePath: "/usr/bin/prlimit")
    program.arguments = ["--pid", "\(process.processIdentifier)", "--nofile=\(count):\(count)"]
    try program.run()
    program.waitUntilExit()
    try #require(program.terminationStatus == 0)
  }
}
