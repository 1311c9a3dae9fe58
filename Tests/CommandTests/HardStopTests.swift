import Foundation
import Testing

/// Builds that are stopped the hard way: no file is ever half-written, and the next build mends the rest.
struct HardStopTests {
  @Test func `a file that may grow no more leaves the last output whole`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    _ = try scratch.chalkline("build", "--format", "svg")
    let before = scratch.files()
    try scratch.edit("lessons/two-lines/lesson.yaml", "seed: 1", "seed: 2")
    // No file may grow beyond 8 KiB: the system says so at the write, as it does of a full disk.
    let limit = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build --format svg"
    let build = try scratch.run(["-c", limit, Scratch.program().path], of: "/bin/bash")
    #expect(build.exitCode == 2)
    let message = #/error: cannot write 'output/two-lines/[a-z./-]+': file too large\n/#
    #expect(build.messages.wholeMatch(of: message) != nil)
    let after = scratch.files()
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(after.values.allSatisfy { !$0.isEmpty })
  }

  @Test func `a full disk is reported plainly and leaves whole files`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    // The file system is there for this script alone, and gone with it.
    let script = """
      set -e
      mkdir output && mount -t tmpfs -o size=4m tmpfs output && touch mounted
      "$0" build --format svg && cp -r output old
      sed -i 's/seed: 1/seed: 2/' lessons/two-lines/lesson.yaml
      head -c $(( $(df --output=avail -B1 output | tail -1) - 8192 )) /dev/zero > output/filler
      set +e
      "$0" build --format svg 2> messages; echo $? > code
      set -e
      rm output/filler && cp -r output full
      "$0" build --format svg && cp -r output mended
      """
    let arguments = ["bash", "-c", script, try Scratch.program().path]
    for way in [["--mount"], ["--user", "--map-root-user", "--mount"]] {
      guard !scratch.has("mounted") else { break }
      try? FileManager.default.removeItem(at: scratch.folder.appending(path: "output"))
      _ = try scratch.run(way + arguments, of: "/usr/bin/unshare")
    }
    try #require(
      scratch.has("mounted"),
      "no file system may be mounted here, so that a full disk cannot be had; run as root")
    _ = try scratch.chalkline("build", "--format", "svg", "--output", "new")
    let (old, new) = (scratch.files(in: "old"), scratch.files(in: "new"))
    #expect(try scratch.text("code") == "2\n")
    let message = #/error: cannot write 'output/two-lines/[a-z./-]+': no space left on device\n/#
    #expect(try scratch.text("messages").wholeMatch(of: message) != nil)
    for (name, bytes) in scratch.files(in: "full") {
      #expect(bytes == old[name] || bytes == new[name], "\(name)")
    }
    #expect(scratch.files(in: "full").keys.sorted() == old.keys.sorted())
    #expect(scratch.files(in: "mended") == new)
  }

  @Test func `killed at any moment, a build leaves whole files, and the next one mends the rest`()
    throws
  {
    let scratch = try Scratch()
    var wanted: [[String: Data]] = []
    var duration = Duration.zero
    for state in [0, 1] {
      try SmallCourse.write(state, to: scratch)
      let start = ContinuousClock.now
      _ = try scratch.chalkline("build", "--format", "svg", "--output", "state-\(state)")
      duration = ContinuousClock.now - start
      wanted.append(scratch.files(in: "state-\(state)"))
    }
    #expect(wanted[0].keys.sorted() != wanted[1].keys.sorted())
    var moments = Moments(seed: 2026)
    for round in 0..<200 {
      let state = round % 2
      try SmallCourse.write(state, to: scratch)
      // Now and then from nothing, else over the output of the other state; and killed more than once.
      if round % 7 == 0 { scratch.remove("output") }
      for _ in 0..<(round % 5 == 0 ? 3 : 1) {
        try scratch.kill(after: duration * moments.next(), "build", "--format", "svg")
        try expectWhole(scratch.files(), of: wanted, round)
      }
      let next = try scratch.chalkline("build", "--format", "svg")
      #expect(next.exitCode == 0, "\(next.messages) in round \(round)")
      #expect(!next.messages.contains("waiting"), "round \(round)")
      #expect(scratch.files() == wanted[state], "round \(round)")
      guard round % 4 == 0 else { continue }
      let check = try scratch.chalkline("check")
      #expect(check.exitCode == 0 && !check.output.contains("makes it again"), "\(check.output)")
    }
  }

  /// Whether every file is that of a state, and the manifest true of all but what was being written.
  private func expectWhole(_ files: [String: Data], of states: [[String: Data]], _ round: Int)
    throws
  {
    let shown = files.filter { !$0.key.contains(".partial-") }
    for (name, bytes) in shown where name != "manifest.json" {
      #expect(states.contains { $0[name] == bytes }, "\(name) in round \(round)")
    }
    guard let manifest = shown["manifest.json"] else {
      #expect(shown.isEmpty, "files without a manifest in round \(round)")
      return
    }
    let listed = try ListedFiles(manifest)
    #expect(
      listed.untrue(in: shown) == [],
      "while '\(listed.writing ?? "nothing")' is written, round \(round)")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `interrupted, a build says what it kept, and goes on from there`(signal: Int32) throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    _ = try scratch.chalkline("build", "--format", "svg")
    let before = scratch.files()
    let lesson = "lessons/two-lines/lesson.yaml"
    // Beside the scenario that is trained at once, one that takes its time.
    try scratch.edit(lesson, "seed: 1\n", "seed: 2\n")
    try scratch.edit(
      lesson, "figures:",
      """
        slow:
          data: {shape: moons, rows: 1000}
          network: {layers: [30 tanh, 30 tanh, 1 sigmoid]}
          train: {rate: 0.1, batch: 10, epochs: 400}
      figures:
      """)
    let build = try scratch.start("build", "--format", "svg", "--jobs", "2")
    while build.isRunning, scratch.names(in: "output/.chalkline/traces").count < 2 { usleep(5000) }
    // The file is there a moment before the build takes note of it.
    usleep(200_000)
    try #require(build.isRunning, "the slow training was over too soon")
    Foundation.kill(build.processIdentifier, signal)
    build.waitUntilExit()
    #expect(build.terminationReason == .exit)
    #expect(build.terminationStatus == 130)
    #expect(
      try scratch.text("messages") == """
        interrupted; 0 lessons up to date, 1 training kept, all other output as it was before; \
        the same command goes on from here

        """)
    #expect(scratch.files() == before)
    try scratch.edit(lesson, "epochs: 400", "epochs: 1")
    let next = try scratch.chalkline("build", "--format", "svg", "--explain")
    #expect(next.messages.contains("1 scenario trained, 0 computed, 1 reused; "))
  }
}

/// Moments of a build, as shares of its length: the same on every run.
private struct Moments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next moment, from 0 to a little after the end.
  ///
  /// - Source: Knuth's MMIX generator, upper bits
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return 1.1 * Double(state >> 40) / Double(1 << 24)
  }
}
