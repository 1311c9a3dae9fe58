import Foundation
import Testing

/// `check` on the command line.
struct CheckTests {
  @Test func `what is not built yet is told in one line`() throws {
    let scratch = try Scratch()
    for name in ["one", "two"] { _ = try scratch.chalkline("new", name) }
    #expect(try scratch.chalkline("build", "--only", "one", "--format", "svg").exitCode == 0)
    let check = try scratch.chalkline("check")
    #expect(check.exitCode == 0)
    #expect(check.output.split(separator: "\n").count == 3, "\(check.output)")
    #expect(check.output.contains("are not built yet, such as figure two#boundary"))
    #expect(
      try scratch.chalkline("check", "--only", "one").output == "1 lesson: nothing to fix\n")
    let wrong = try scratch.chalkline("check", "--only", "tow")
    #expect(wrong.exitCode == 64 && wrong.messages.contains("did you mean 'two'?"))
  }

  @Test func `programs read findings with their kinds and places`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "one")
    try scratch.edit("lessons/one/lesson.yaml", "2 tanh", "2 tahn")
    let check = try scratch.chalkline("check", "--json")
    #expect(check.exitCode == 1)
    let value = try JSONSerialization.jsonObject(with: Data(check.output.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["lessons"] as? Int == 1 && object["errors"] as? Int == 1)
    let findings = try #require(object["findings"] as? [[String: Any]])
    let finding = try #require(findings.first)
    #expect(finding["severity"] as? String == "error" && finding["kind"] as? String == "lesson")
    #expect((finding["file"] as? String)?.hasSuffix("lessons/one/lesson.yaml") == true)
    #expect(finding["line"] as? Int == 7 && finding["column"] as? Int == 26)
    #expect((finding["message"] as? String)?.contains("did you mean 'tanh'?") == true)
  }

  @Test func `a course that cannot be read is a finding, too`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "one")
    try scratch.edit("lessons/course.yaml", "theme:", "them:")
    let check = try scratch.chalkline("check")
    #expect(check.exitCode == 1)
    #expect(check.output.contains("lessons/course.yaml:"))
    #expect(check.output.hasSuffix("0 lessons: 1 error, 0 warnings\n"), "\(check.output)")
  }

  @Test func `jobs are asked for as other build tools are`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "one")
    #expect(try scratch.chalkline("build", "-j1", "--format", "svg").exitCode == 0)
    #expect(try scratch.chalkline("build", "-j0").exitCode == 64)
  }
}
