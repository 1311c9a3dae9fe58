import Foundation
import Testing

/// Folders and files whose names have one character, and the folder in which one is.
struct ShortNameTests {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try SmallCourse.write(0, to: scratch)
    return scratch
  }

  @Test(arguments: ["a", "é", "한", "a/", "a/x", "./a", "a//x/"])
  func `output goes into a folder of any name`(output: String) throws {
    let scratch = try scratch()
    let build = try scratch.chalkline("build", "--format", "svg", "--output", output)
    #expect(build.exitCode == 0)
    #expect(scratch.has("\(output)/manifest.json"))
    #expect(scratch.has("\(output)/one/figures/en/boundary.svg"))
    let again = try scratch.chalkline("build", "--format", "svg", "--output", output)
    #expect(again.messages.contains("0 files written"))
    #expect(try scratch.chalkline("clean", "--output", output).exitCode == 0)
    #expect(!scratch.has("\(output)/one"))
  }

  @Test func `output goes into the folder in which one is`() throws {
    let scratch = try scratch()
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: "here"), withIntermediateDirectories: true)
    let arguments = ["build", "../lessons", "--format", "svg", "--output", "."]
    let build = try scratch.run(arguments, inside: "here")
    #expect(build.exitCode == 0)
    #expect(scratch.has("here/manifest.json"))
    let whole = scratch.files(in: "here")
    // What a killed build left there is cleared away, and what the course has no more is removed.
    try Data().write(
      to: scratch.folder.appending(path: "here/.manifest.json.partial-4194305"))
    try SmallCourse.write(1, to: scratch)
    #expect(try scratch.run(arguments, inside: "here").exitCode == 0)
    #expect(!scratch.has("here/three/figures/en/old.svg"))
    #expect(scratch.files(in: "here").keys.allSatisfy { !$0.contains("partial") })
    try SmallCourse.write(0, to: scratch)
    #expect(try scratch.run(arguments, inside: "here").exitCode == 0)
    #expect(scratch.files(in: "here") == whole)
    let clean = try scratch.run(["clean", "../lessons", "--output", "."], inside: "here")
    #expect(clean.exitCode == 0)
    #expect(scratch.files(in: "here") == [:])
  }

  @Test func `files go to names of one character`() throws {
    let scratch = try scratch()
    let runs = [
      ["build", "--format", "svg", "--output", "o", "--depfile", "d"],
      ["trace", "one", "rule", "--output", "t"],
      ["frames", "one#boundary", "--count", "2", "--format", "png", "--output", "f"],
      ["new", "four", "--lessons", "N"],
    ]
    for run in runs {
      let outcome = try scratch.run(run)
      #expect(outcome.exitCode == 0, "\(run): \(outcome.messages)")
    }
    for name in ["o", "d", "t", "f", "N"] { #expect(scratch.has(name), "\(name)") }
  }
}
