import Foundation
import Testing

struct HardStopTests {
  @Test func `a disk that takes no more leaves the last output whole`() throws {
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

  /// Milliseconds after which a build is killed; it takes some hundred in all.
  @Test(arguments: [20, 60, 100, 140, 180])
  func `a build that is killed leaves whole files only, and the next one mends the rest`(
    delay: Int
  ) throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    _ = try scratch.chalkline("build")
    let whole = scratch.files()
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "output"))
    let kill = "\"$0\" build & sleep 0.\(delay < 100 ? "0" : "")\(delay); kill -9 $!; wait"
    _ = try scratch.run(["-c", kill, Scratch.program().path], of: "/bin/bash")
    for (name, bytes) in scratch.files() where !name.contains(".partial-") {
      #expect(bytes == whole[name], "\(name)")
    }
    _ = try scratch.chalkline("build")
    #expect(scratch.files() == whole)
  }
}
