import Foundation
import Lessons

/// A lesson entered into the text of a `course.yaml`, every comment of which stays.
struct CourseEntry {
  /// The new text.
  let text: String

  /// Enters the lesson `id` at the end of the list of lessons.
  ///
  /// - Throws: `CourseError` if the text is wrong, `UsageError` if the list is written in a way
  ///   that cannot be added to; it says what to write by hand.
  init(of id: String, in text: String, named name: String, languages: [String]) throws {
    let lessons = try Self.lessons(in: text, named: name, languages)
    guard !lessons.contains(id) else {
      self.text = text
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for candidate in [Self.block(lines, id), Self.flow(lines, id)] {
      guard let result = candidate?.joined(separator: "\n"),
        (try? Self.lessons(in: result, named: name, languages)) == lessons + [id]
      else { continue }
      self.text = result
      return
    }
    throw UsageError("cannot enter '\(id)' into \(name): add it to 'lessons:' by hand")
  }

  private static func lessons(
    in text: String, named name: String, _ languages: [String]
  ) throws -> [String] {
    do throws(LessonErrors) {
      return try Course(parsing: text, named: name, knownLanguages: languages).lessons
    } catch {
      throw CourseError(error.errors.map { Finding($0) })
    }
  }

  /// After the last `- item` below `lessons:`.
  private static func block(_ lines: [String], _ id: String) -> [String]? {
    guard let key = lines.firstIndex(where: { $0.hasPrefix("lessons:") }) else { return nil }
    var last: (line: Int, indent: Substring)?
    for index in lines.indices[(key + 1)...] {
      let line = lines[index]
      let indent = line.prefix { $0 == " " }
      let rest = line[indent.endIndex...]
      if rest.hasPrefix("- ") {
        last = (index, indent)
      } else if indent.isEmpty && !rest.isEmpty && !rest.hasPrefix("#") {
        break
      }
    }
    guard let last else { return nil }
    return Array(lines[...last.line]) + ["\(last.indent)- \(id)"] + lines[(last.line + 1)...]
  }

  /// Before the `]` of `lessons: [one, two]`.
  private static func flow(_ lines: [String], _ id: String) -> [String]? {
    guard let key = lines.firstIndex(where: { $0.hasPrefix("lessons:") }) else { return nil }
    for index in lines.indices[key...] {
      guard let bracket = lines[index].firstIndex(of: "]") else { continue }
      var changed = lines
      let before = lines[index][..<bracket]
      let isEmpty = before.trimmingCharacters(in: .whitespaces).hasSuffix("[")
      changed[index] = "\(before)\(isEmpty ? "" : ", ")\(id)\(lines[index][bracket...])"
      return changed
    }
    return nil
  }
}
