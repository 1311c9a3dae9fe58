import Building
import Files
import Lessons
import Reporting
import Snapshots

extension ProductName.Kind {
  static let page = ProductName.Kind("page")
}

/// The page of a lesson in one language: its prose with all that was made of the lesson.
struct LessonPage: CourseProduct {
  let id: ProductName
  let group: String
  let follows: [ProductName]
  let cost = BuildCost.ofPage
  private let lesson: PlannedLesson
  private let language: String
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.page]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    guard !plan.isPart else { return [] }
    let made = Dictionary(grouping: before.filter { $0.isWanted }, by: { $0.product.group })
    return plan.lessons.filter { $0.isWhole }.flatMap { lesson in
      plan.forms.languages.map { language in
        let shown = (made[lesson.id] ?? []).filter {
          $0.id.language == nil || $0.id.language == language
        }
        return PlannedProduct(
          LessonPage(of: lesson, in: language, after: shown.map { $0.id }, plan), isWanted: true)
      }
    }
  }

  private init(
    of lesson: PlannedLesson, in language: String, after shown: [ProductName], _ plan: CoursePlan
  ) {
    id = Self.name(lesson.id, language)
    group = lesson.id
    follows = shown
    self.lesson = lesson
    self.language = language
    self.plan = plan
  }

  static func name(_ lesson: String, _ language: String) -> ProductName {
    ProductName(.page, of: lesson, language: language)
  }

  var outputs: [ProductName] { [id] }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    LessonPageContent(of: lesson, in: language, plan, records).inputs(plan.program)
  }

  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws {
    guard !outputs.isEmpty else { return }
    let content = LessonPageContent(of: lesson, in: language, plan, bench.records)
    let filled = content.filled(made, at: bench)
    guard let page = try HTMLReport(of: content.report(of: filled)).page(ofLesson: lesson.id) else {
      return
    }
    bench.note(
      PageNotes(title: page.title, summary: filled.opening, thumbnail: filled.firstImage).bytes,
      of: id)
    try bench.write(
      Array(page.text.utf8), to: page.path, FileFacts("html", language: language), of: id)
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    course.has(lesson: output.lesson ?? "", language: output.language ?? "")
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    guard let file = record.files.first, let notes = PageNotes(from: record.notes) else { return }
    manifest.pages[file.path] = Manifest.Page(
      lesson: output.lesson, title: notes.title, summary: notes.summary,
      thumbnail: notes.thumbnail, file: Manifest.File(file))
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .page(
      path: PagePath.lesson(
        output.lesson ?? "", in: output.language ?? "", first: course.languages[0]))
  }
}

/// What later builds are to know of a page: what the page of the course shows of it.
struct PageNotes: Equatable, Sendable {
  var title: String
  var summary: String?
  var thumbnail: String?

  init(title: String, summary: String? = nil, thumbnail: String? = nil) {
    self.title = title
    self.summary = summary
    self.thumbnail = thumbnail
  }

  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(title)
    for text in [summary, thumbnail] { writer.write(text) { $0.write($1) } }
    return writer.bytes
  }

  /// Nil unless the bytes are those of such notes.
  init?(from bytes: [UInt8]) {
    func text(_ reader: inout SnapshotReader) throws(SnapshotError) -> String { try reader.text() }
    var reader = SnapshotReader(bytes[...])
    do throws(SnapshotError) {
      title = try reader.text()
      summary = try reader.optional(text)
      thumbnail = try reader.optional(text)
    } catch {
      return nil
    }
  }
}
