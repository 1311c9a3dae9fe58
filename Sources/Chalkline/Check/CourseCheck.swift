import Figures
import JSON
import Lessons
import Prose
import Tracing
import Wording

/// What a course lacks, read from its files: nothing is trained, drawn or written.
public struct CourseCheck: Sendable {
  /// Everything that was found: lesson by lesson, `lesson.yaml` first, then each language's prose; last
  /// what is wrong with the output.
  public let findings: [Finding]
  private let lessonCount: Int

  /// Checks `source`, and takes over what was found in its output.
  ///
  /// - Parameters:
  ///   - source: The course.
  ///   - output: What was found in its output; nil for nothing.
  ///   - only: The lessons to check; all if there are none, and what all of the course has in common.
  /// - Throws: `UsageError` naming the nearest lesson if there is none of a name.
  public init(
    of source: CourseSource, with output: OutputCheck? = nil, only: [String] = []
  ) throws(UsageError) {
    var lessons: [LessonSource] = []
    for name in only { lessons.append(try source.lesson(name)) }
    if only.isEmpty { lessons = source.lessons }
    let formulas = FormulaCache()
    let languages = source.course.languages
    lessonCount = lessons.count
    let common =
      only.isEmpty
      ? CourseCheck.missingTitle(of: source.course, in: source.folder)
        + CourseCheck.untranslated(in: source) : []
    findings =
      common + Parallel.map(lessons) { $0.check(in: languages, formulas) }.flatMap { $0 }
      + (output?.findings ?? [])
  }

  /// The check of a course that cannot be read.
  public init(finding findings: [Finding]) { (self.findings, lessonCount) = (findings, 0) }

  /// How many findings are errors.
  public var errorCount: Int { findings.count { $0.severity == .error } }

  /// How many findings are warnings.
  public var warningCount: Int { findings.count { $0.severity == .warning } }

  /// One line: `11 lessons: nothing to fix`, `2 lessons: 3 errors, 1 warning`.
  public var summary: String {
    let start = counted(lessonCount, "lesson")
    guard !findings.isEmpty else { return "\(start): nothing to fix" }
    return "\(start): \(counted(errorCount, "error")), \(counted(warningCount, "warning"))"
  }

  /// The findings with their counts as JSON, for programs: an object with `lessons`, `errors`, `warnings` and
  /// `findings`, each with `severity`, `kind`, `message` and, where there are any, `file`, `line`, `column` and `help`.
  public var json: String {
    let list = findings.map { finding -> JSONValue in
      let place = finding.location
      return [
        "severity": .string(finding.severity.rawValue), "kind": .string(finding.kind.rawValue),
        "file": place.map { .string($0.file) }, "line": place.map { .number($0.line) },
        "column": place.map { .number($0.column) }, "message": .string(finding.message),
        "help": finding.help.map { .string($0) },
      ]
    }
    let value: JSONValue = [
      "lessons": .number(lessonCount), "errors": .number(errorCount),
      "warnings": .number(warningCount), "findings": .array(list),
    ]
    return value.text(.indented)
  }

  /// What the words of a course lack; the first of them are named.
  private static func untranslated(in source: CourseSource) -> [Finding] {
    source.course.languages.compactMap { language in
      let names = source.words.untranslated(in: language)
      guard !names.isEmpty else { return nil }
      let path = source.folder.path(of: "words.\(language).yaml")
      let first = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
      return Finding(
        .warning, "\(path): said in English for want of words: \(first)\(rest)",
        help: "'chalkline words \(language)' prints all of them"
      ).of(.words)
    }
  }

  private static func missingTitle(of course: Course, in folder: LessonsFolder) -> [Finding] {
    let missing = course.title.lacking(in: course.languages)
    guard !missing.isEmpty else { return [] }
    let message = "the course has no title in \(missing.joined(separator: ", "))"
    let file = folder.path(of: "course.yaml")
    return [Finding(.error, message, at: SourceLocation(file: file, line: 1, column: 1)).of(.words)]
  }
}

extension LessonSource {
  /// Everything about the lesson: `lesson.yaml` in file order, then each prose, then both together.
  fileprivate func check(in languages: [String], _ formulas: FormulaCache) -> [Finding] {
    let prose = languages.map { LessonProse(of: self, in: $0, formulas) }
    let trial = findings.isEmpty ? LessonTrial(of: self).findings : []
    let own =
      findings + trial + missingWords(in: languages) + unused(in: prose.compactMap { $0.prose })
      + figures.flatMap { AlternativeText.findings(of: $0, in: self, languages) }
      .map { $0.of(.alternativeText) }
    return own.inFileOrder() + prose.flatMap { $0.findings(about: self) }.map { $0.of(.prose) }
      + ProseParity.findings(of: prose).map { $0.of(.parity) }
  }

  /// Titles and captions that a language lacks; alternative text already is the build's concern.
  fileprivate func missingWords(in languages: [String]) -> [Finding] {
    guard isReadable else { return [] }
    var found: [Finding] = []
    let missing = title.lacking(in: languages)
    if !missing.isEmpty {
      let message = "lesson '\(id)' has no title in \(missing.joined(separator: ", "))"
      let file = folder.path(of: "lesson.yaml")
      found.append(
        finding(.error, message, at: SourceLocation(file: file, line: 1, column: 1)).of(.words))
    }
    for figure in figures {
      let missing = figure.caption.lacking(in: languages)
      guard !missing.isEmpty else { continue }
      let message = "figure '\(figure.id)' has no caption in \(missing.joined(separator: ", "))"
      found.append(finding(.error, message, at: figure.location).of(.words))
    }
    return found
  }

  /// Scenarios that no figure draws, and figures that no prose shows.
  fileprivate func unused(in prose: [ProseText]) -> [Finding] {
    guard findings.isEmpty else { return [] }
    let drawn = Set(figures.flatMap { $0.scenarioNames })
    let idle = scenarios.filter { !drawn.contains($0.name) }.map {
      finding(.warning, "no figure uses the scenario '\($0.name)'", atScenario: $0.name).of(.unused)
    }
    guard !prose.isEmpty else { return idle }
    let shown = Set(prose.flatMap { $0.figures.map { $0.name.text } })
    return idle
      + figures.filter { !shown.contains($0.id) }.map {
        finding(.warning, "no prose shows the figure '\($0.id)'", at: $0.location).of(.unused)
      }
  }
}
