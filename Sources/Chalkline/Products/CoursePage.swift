import Building
import Lessons
import Reporting

extension ProductName.Kind {
  static let coursePage = ProductName.Kind("course-page")
}

/// The page of the course in one language: its lessons, each with its first words and an image.
struct CoursePage: CourseProduct {
  let id: ProductName
  let group: String
  let follows: [ProductName]
  let cost = BuildCost.ofPage
  private let language: String
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.coursePage]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    guard plan.isOfCourse else { return [] }
    return plan.forms.languages.map { language in
      let pages = plan.source.lessons.map { LessonPage.name($0.id, language) }
      return PlannedProduct(CoursePage(in: language, after: pages, plan), isWanted: true)
    }
  }

  private init(in language: String, after pages: [ProductName], _ plan: CoursePlan) {
    id = ProductName(.coursePage, language: language)
    group = PagePath.course(in: language, first: plan.source.course.languages[0])
    follows = pages
    self.language = language
    self.plan = plan
  }

  var outputs: [ProductName] { [id] }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    let report = report(records)
    var inputs = BuildInputs()
    inputs.add(
      "the lessons' titles", report.lessons.flatMap { [$0.id, $0.title, $0.thumbnail ?? ""] })
    inputs.add("a lesson's first words", report.lessons.map { $0.summary ?? "none" })
    inputs.add(report, plan.program)
    return inputs
  }

  private func report(_ records: CourseRecords) -> Report {
    plan.report(in: language, of: plan.listedLessons(in: language, records), records)
  }

  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws {
    guard !outputs.isEmpty else { return }
    let page = try HTMLReport(of: report(bench.records)).coursePage
    bench.note(PageNotes(title: page.title).bytes, of: id)
    try bench.write(
      Array(page.text.utf8), to: page.path, FileFacts("html", language: language), of: id)
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    course.has(language: output.language ?? "")
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    LessonPage.describe(output, record, in: &manifest, words)
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .page(path: PagePath.course(in: output.language ?? "", first: course.languages[0]))
  }
}
