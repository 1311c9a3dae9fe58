import Chalkline
import Foundation
import Testing

/// The list of topics and figures against the lessons.
struct CourseGuideTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func `every figure that the guide names is in its lesson`() throws {
    let names = try Self.text("docs/course.md").matches(of: /`([a-z-]+)#([a-z0-9-]+)`/)
    #expect(names.count > 80)
    for name in names {
      let (lesson, figure) = (String(name.output.1), String(name.output.2))
      let lines = try Self.text("lessons/\(lesson)/lesson.yaml").split(separator: "\n")
      #expect(lines.contains("  \(figure):"), "\(lesson)#\(figure)")
    }
  }

  @Test func `the guide has a row for every figure of the list, in order`() throws {
    let rows = try Self.text("docs/course.md").split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^[|] (\d+)[.] /#).flatMap { Int($0.output.1) }
    }
    #expect(rows == Array(1...23))
  }
}
