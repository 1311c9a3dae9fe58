import Foundation
import Testing

/// Builds of several processes into one folder.
struct OutputLockTests {
  /// The lock of an output folder, in the hands of this process.
  private final class Lock {
    private let descriptor: Int32

    init(_ scratch: Scratch) throws {
      let folder = scratch.folder.appending(path: "output/.chalkline")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      descriptor = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }

    func release() { close(descriptor) }
  }

  private static let waiting = """
    another build is writing into 'output'; waiting for it to end

    """

  /// Waits until a build says that it waits.
  private func awaitWaiting(_ build: Process, in scratch: Scratch) throws {
    while build.isRunning, try scratch.text("messages") != Self.waiting { usleep(5000) }
    try #require(build.isRunning, "the build did not wait")
  }

  @Test func `a build waits for another one, says so, and ends well`() throws {
    let scratch = try Scratch()
    try SmallCourse.write(0, to: scratch)
    _ = try scratch.chalkline("build", "--format", "svg", "--output", "clean")
    let lock = try Lock(scratch)
    let build = try scratch.start("build", "--format", "svg")
    try awaitWaiting(build, in: scratch)
    #expect(scratch.files() == [:])
    lock.release()
    build.waitUntilExit()
    #expect(build.terminationStatus == 0)
    let count = scratch.files().count
    #expect(
      try scratch.text("messages")
        == Self.waiting + "3 lessons, 3 figures: \(count) files written, 0 unchanged\n")
    #expect(scratch.files() == scratch.files(in: "clean"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a build that waits can be interrupted`(signal: Int32) throws {
    let scratch = try Scratch()
    try SmallCourse.write(0, to: scratch)
    let lock = try Lock(scratch)
    defer { lock.release() }
    let build = try scratch.start("build", "--format", "svg")
    try awaitWaiting(build, in: scratch)
    Foundation.kill(build.processIdentifier, signal)
    build.waitUntilExit()
    #expect(build.terminationReason == .exit)
    #expect(build.terminationStatus == 130)
    #expect(
      try scratch.text("messages")
        == Self.waiting + """
          interrupted; 0 lessons up to date, 0 trainings kept, all other output as it was before; \
          the same command goes on from here

          """)
    #expect(scratch.files() == [:])
  }

  @Test func `frames wait for a build of the course, and for nobody elsewhere`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let lock = try Lock(scratch)
    let figure = ["two-lines#boundary", "--count", "2", "--format", "png"]
    let apart = try scratch.run(["frames"] + figure + ["--output", "apart"])
    #expect(apart.exitCode == 0)
    #expect(!scratch.has("apart/.chalkline"))
    let frames = try scratch.start(
      "frames", "two-lines#boundary", "--count", "2", "--format", "png")
    try awaitWaiting(frames, in: scratch)
    lock.release()
    frames.waitUntilExit()
    #expect(frames.terminationStatus == 0)
    #expect(scratch.files() == scratch.files(in: "apart"))
  }

  @Test func `a build that was killed locks out nobody`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let lesson = "lessons/two-lines/lesson.yaml"
    try scratch.edit(
      lesson, "figures:",
      """
        slow:
          data: {shape: moons, rows: 1000}
          network: {layers: [30 tanh, 30 tanh, 1 sigmoid]}
          train: {rate: 0.1, batch: 10, epochs: 4000}
      figures:
      """)
    let build = try scratch.start("build", "--format", "svg", "--jobs", "2")
    while build.isRunning, scratch.names(in: "output/.chalkline/traces").isEmpty { usleep(5000) }
    try #require(build.isRunning, "the slow training was over too soon")
    Foundation.kill(build.processIdentifier, SIGKILL)
    build.waitUntilExit()
    try scratch.edit(lesson, "epochs: 4000", "epochs: 1")
    let next = try scratch.chalkline("build", "--format", "svg")
    #expect(next.exitCode == 0)
    #expect(next.messages.hasPrefix("1 lesson, "))
  }

  @Test func `two processes that build at once leave the files of one of them`() throws {
    let scratch = try Scratch()
    var fresh: [[String: Data]] = []
    for state in [0, 1] {
      try SmallCourse.write(state, to: scratch, "lessons-\(state)")
      _ = try scratch.build("lessons-\(state)", into: "fresh-\(state)")
      fresh.append(scratch.files(in: "fresh-\(state)"))
    }
    #expect(fresh[0].keys.sorted() != fresh[1].keys.sorted())
    for round in 0..<10 {
      let builds = try [0, 1].map { state in
        try scratch.start(
          "build", "lessons-\(state)", "--format", "svg", "--output", "output", "--jobs", "1")
      }
      for build in builds {
        build.waitUntilExit()
        #expect(build.terminationStatus == 0)
      }
      let last = try #require(
        fresh.firstIndex(of: scratch.files()), "a mixture in round \(round)")
      let check = try scratch.chalkline("check", "lessons-\(last)", "--output", "output")
      #expect(check.exitCode == 0)
      #expect(!check.output.contains("makes it again"), "round \(round)")
      #expect(try scratch.build("lessons-\(1 - last)", into: "output").exitCode == 0)
      #expect(scratch.files() == fresh[1 - last], "round \(round)")
    }
  }
}

extension Scratch {
  fileprivate func build(_ lessons: String, into output: String) throws -> Outcome {
    try chalkline("build", lessons, "--format", "svg", "--output", output, "--jobs", "1")
  }
}
