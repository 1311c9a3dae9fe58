import Building
import Files
import Lessons
import Drawings
import Plotting
import Rendering
import Reporting

extension ProductName.Kind {
  static let courseDocument = ProductName.Kind("course-document")
}

/// All slides of the course in one language as one document, with the lessons in its table of contents.
///
/// It is put together of the slides of the lessons as they lie there.
struct CourseDocument: CourseProduct {
  let id: ProductName
  let group: String
  /// The slides that it shows, of this build or of one before it.
  let follows: [ProductName]
  let cost = BuildCost.ofPicture
  private let language: String
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.courseDocument]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    // A course with a broken lesson keeps the last whole one.
    guard plan.isOfCourse, plan.forms.makesDocuments, plan.isSound else { return [] }
    return plan.forms.languages.compactMap { language in
      let decks = plan.lessons.map { LessonDocument.name(.deck, of: $0.id, in: language) }
      let made = Set(before.map { $0.id })
      let lying = plan.resting.values.reduce(into: Set()) { $0.formUnion($1.documents) }
      let shown = decks.filter { made.contains($0) || lying.contains($0) }
      return shown.isEmpty
        ? nil : PlannedProduct(CourseDocument(of: shown, in: language, plan), isWanted: true)
    }
  }

  private init(of decks: [ProductName], in language: String, _ plan: CoursePlan) {
    id = ProductName(.courseDocument, language: language)
    group = Self.path(language, plan.source.course)
    follows = decks
    self.language = language
    self.plan = plan
  }

  private static func path(_ language: String, _ course: Course) -> String {
    PagePath.courseDocument(in: language, first: course.languages[0])
  }

  private var title: String {
    let course = plan.source.course
    return course.title[language] ?? course.title[course.languages[0]] ?? ""
  }

  private var theme: Theme { DocumentDrawings.Form.slide.theme(ofCourse: plan.theme) }

  var outputs: [ProductName] { [id] }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    var inputs = BuildInputs()
    let files = follows.flatMap { records[$0]?.files ?? [] }
    inputs.add("the slides of a lesson", files.flatMap { [$0.path, $0.digest.description] })
    inputs.add("the course's title", title)
    inputs.add("the theme", theme.name)
    inputs.add("the program", digest: plan.program.program)
    inputs.add("a font or a library", digest: plan.program.fonts)
    return inputs
  }

  /// - Throws: `Finding` if the slides of a lesson cannot be read.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws {
    let tools = try plan.tools.get()
    let parts = follows.compactMap { deck -> DocumentPart? in
      let record = bench.records[deck]
      let path = record?.files.first?.path
      guard let record, let path,
        let bytes = made.value(of: deck, as: DocumentFile.self)?.bytes ?? bench.bytes(at: path)
      else { return nil }
      return DocumentPart(bytes: bytes, outline: DocumentNotes(from: record.notes)?.outline ?? [])
    }
    let cover = DeckReport(
      DocumentContent(course: "", lesson: title, language: language, items: []),
      colors: DocumentColors(theme), measuring: tools.measurer
    ).document
    let metadata = ImageMetadata(
      id: "course-\(language)", title: title, description: title, language: language,
      software: ChalklineVersion.software, extra: [(key: "Source", value: "course")])
    let bytes: [UInt8]
    do throws(RenderError) {
      bytes = try tools.renderer.join(cover, with: parts, metadata: metadata)
    } catch {
      throw Finding(.error, "cannot make \(group): \(error)")
    }
    let size = DeckReport.page
    try bench.write(
      bytes, to: group,
      FileFacts("pdf", language: language, width: size.width, height: size.height), of: id)
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    let language = output.language ?? ""
    let path = PagePath.courseDocument(in: language, first: course.firstLanguage)
    return course.hasSlides(in: language) && record.files.allSatisfy { $0.path == path }
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    let empty = Manifest.Document(lesson: nil, document: "course", files: [])
    manifest.documents["course", default: empty].files += record.files.map { Manifest.File($0) }
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .document(path: path(output.language ?? "", course))
  }
}
