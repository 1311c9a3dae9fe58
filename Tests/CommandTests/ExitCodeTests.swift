import Foundation
import Testing

struct ExitCodeTests {
  @Test func `a new lesson builds and checks at once`() throws {
    let scratch = try Scratch()
    #expect(try scratch.chalkline("new", "two-lines").exitCode == 0)
    #expect(try scratch.chalkline("build", "--format", "svg").exitCode == 0)
    let check = try scratch.chalkline("check", "--strict")
    #expect(check == .init(output: "1 lesson: nothing to fix\n", messages: "", exitCode: 0))
  }

  @Test func `check ends with 1 where there is something to mend`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    try scratch.edit("lessons/two-lines/lesson.yaml", "2 tanh", "2 tahn")
    let check = try scratch.chalkline("check")
    #expect(check.exitCode == 1)
    #expect(check.output.contains("lessons/two-lines/lesson.yaml:7:26: error"))
    #expect(check.messages.isEmpty)
  }

  @Test func `build ends with 2 where a lesson has an error, which goes to standard error`() throws
  {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    try scratch.edit("lessons/two-lines/lesson.yaml", "2 tanh", "2 tahn")
    let build = try scratch.chalkline("build")
    #expect(build.exitCode == 2)
    #expect(build.messages.contains("did you mean 'tanh'?"))
    #expect(build.output.isEmpty)
  }

  @Test(arguments: [["build", "--dpi", "9"], ["build", "-j", "0"], ["biuld"], ["trace", "xor"]])
  func `a wrong command line ends with 64`(arguments: [String]) throws {
    let outcome = try Scratch().run(arguments)
    #expect(outcome.exitCode == 64)
  }

  @Test func `an unknown lesson ends with 64 and the nearest name`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let build = try scratch.chalkline("build", "--only", "two-line")
    let message = "error: no lesson named 'two-line'; did you mean 'two-lines'?\n"
    #expect(build == .init(output: "", messages: message, exitCode: 64))
  }

  @Test func `no lessons folder ends with 2 and a way out`() throws {
    let scratch = try Scratch()
    let build = try scratch.chalkline("build")
    #expect(build.exitCode == 2)
    #expect(build.messages.contains("'chalkline new NAME' starts one"))
  }

  @Test func `no folder for the output ends with 2 and its path`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    try Data().write(to: scratch.folder.appending(path: "file"))
    let build = try scratch.chalkline("build", "--output", "file/output")
    let message = "error: cannot make the folder 'file': there is a file of that name\n"
    #expect(build == .init(output: "", messages: message, exitCode: 2))
  }

  @Test func `the lessons are found from a folder inside them`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let build = try scratch.run(["build", "--format", "svg"], inside: "lessons/two-lines")
    #expect(build.exitCode == 0)
    let manifest = scratch.folder.appending(path: "output/manifest.json")
    #expect(FileManager.default.fileExists(atPath: manifest.path))
  }

  @Test func `the lessons of a folder around are nobody's business`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let inner = scratch.folder.appending(path: "other")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    #expect(try scratch.run(["build"], inside: "other").exitCode == 2)
    #expect(try scratch.run(["new", "mine"], inside: "other").exitCode == 0)
    let mine = inner.appending(path: "lessons/mine/lesson.yaml")
    #expect(FileManager.default.fileExists(atPath: mine.path))
  }
}
