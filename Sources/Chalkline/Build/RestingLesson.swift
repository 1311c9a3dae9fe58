import Building
import Drawings
import Files
import Lessons

/// A lesson that an earlier build has left with nothing to do, and of which nothing has changed since: neither its
/// prose is read nor its products are looked at.
struct RestingLesson: Sendable {
  /// How many figures and files it has.
  let figureCount: Int
  let fileCount: Int
  /// The documents that it has.
  let documents: Set<ProductName>
}

/// What a build asks of a lesson, to tell whether an earlier one has answered it.
struct LessonQuestion {
  /// In which forms there is to be something.
  private struct Question {
    var formats: [ImageFormat]
    var documents: Bool
  }

  private let source: CourseSource
  private let forms: ImageForms
  private let options: BuildOptions
  private let program: ProgramInputs
  private let digests: SourceDigests
  /// The pages that lead to each other.
  ///
  /// All of them must be there, so that none can come to be listed in others.
  private let pages: [ProductName]

  init(
    _ source: CourseSource, _ forms: ImageForms, _ options: BuildOptions, _ program: ProgramInputs,
    _ digests: SourceDigests
  ) {
    (self.source, self.options, self.program, self.digests) = (source, options, program, digests)
    self.forms = forms
    pages = source.lessons.flatMap { lesson in
      forms.languages.map { LessonPage.name(lesson.id, $0) }
    }
  }

  /// The lessons that need no look.
  ///
  /// - Parameters:
  ///   - records: What is known of the output; stamps of files that were only touched are brought up to date.
  ///   - target: The output.
  /// - Returns: Those lessons, by name.
  func restingLessons(
    _ records: inout CourseRecords, in target: OutputFolder
  ) -> [String: RestingLesson] {
    guard options.only.isEmpty, options.shard == nil, hasPages(records),
      pages.allSatisfy({ records[$0]?.files.allSatisfy { target.has($0.path) } ?? false })
    else { return [:] }
    let answers = Set(answering.map { digest($0) })
    var resting: [String: RestingLesson] = [:]
    for lesson in source.lessons {
      guard let rest = records.standstills[lesson.id], answers.contains(rest.question),
        let sources = sources(of: lesson), sources == rest.sources, rest.counts.count == 1
      else { continue }
      let outputs = records.outputs.filter { $0.key.lesson == lesson.id }.map { $0.key }
      guard records.areUntouched(outputs, in: target) else { continue }
      resting[lesson.id] = RestingLesson(
        figureCount: rest.counts[0],
        fileCount: outputs.reduce(0) { $0 + (records[$1]?.files.count ?? 0) },
        documents: Set(outputs.filter { $0.kind == .document }))
    }
    return resting
  }

  /// What is to be noted of a lesson of which nothing is left to do; nil if nothing can be said.
  func answer(_ lesson: LessonSource, figureCount: Int, _ records: CourseRecords) -> Standstill? {
    guard options.frames, options.only.isEmpty, hasPages(records) else { return nil }
    let question = digest(Question(formats: forms.formats, documents: options.documents))
    return sources(of: lesson).map {
      Standstill(question: question, sources: $0, counts: [figureCount])
    }
  }

  private func hasPages(_ records: CourseRecords) -> Bool {
    pages.allSatisfy { records[$0]?.files.isEmpty == false }
  }

  /// The files that the lesson was read from, and those that all of the course's were.
  private func sources(of lesson: LessonSource) -> [String: Digest?]? {
    digests.certain { $0.hasPrefix(lesson.id + "/") || !$0.contains("/") }
  }

  /// The builds that have answered what this one asks: with the same formats and more, with or without documents.
  private var answering: [Question] {
    let choices = ImageFormat.allCases.reduce([[]]) { (sofar: [[ImageFormat]], format) in
      let with = sofar.map { $0 + [format] }
      return forms.formats.contains(format) ? with : sofar + with
    }
    return choices.flatMap { formats in
      [true, options.documents].map { Question(formats: formats, documents: $0) }
    }
  }

  /// What was asked for, of which program, and what each lesson's neighbors are called.
  private func digest(_ question: Question) -> Digest {
    var asked = options
    (asked.formats, asked.documents) = (question.formats.map { $0.rawValue }, question.documents)
    let titles = source.lessons.flatMap { lesson in
      [lesson.id] + source.course.languages.map { lesson.title[$0] ?? "" }
    }
    let lines = [asked.question(program).description] + titles
    return Digest(of: lines.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n"))
  }
}
