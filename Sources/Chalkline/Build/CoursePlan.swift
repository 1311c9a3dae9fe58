import Building
import Figures
import Lessons
import Drawings
import Plotting
import Reporting
import Tracing

/// A course, and what a build is asked to make of it: all that products know of their surroundings.
struct CoursePlan: Sendable {
  let source: CourseSource
  let forms: ImageForms
  let program: ProgramInputs
  let tools: SharedTools
  /// The lessons of which something can be made, in the order of the course; also those not asked for, whose
  /// outcomes are kept.
  let lessons: [PlannedLesson]
  /// The lessons of the course for which nothing is to be done, by name.
  let resting: [String: RestingLesson]
  private let lessonFindings: [(lesson: String, findings: [Finding])]
  /// Whether all lessons are asked for.
  let isOfCourse: Bool
  /// Whether it is the share of a job that builds a part of a course, without pages and documents.
  let isPart: Bool

  /// The theme of the course.
  var theme: Theme { Theme.named(source.course.theme) ?? .paper }

  init(
    _ source: CourseSource, _ parts: [LessonPart], _ resting: [String: RestingLesson],
    _ options: BuildOptions, _ forms: ImageForms, _ program: ProgramInputs, _ tools: SharedTools
  ) {
    (self.source, self.resting) = (source, resting)
    self.forms = forms
    self.program = program
    self.tools = tools
    isPart = options.shard != nil
    isOfCourse = options.only.isEmpty && !isPart
    var findings: [(lesson: String, findings: [Finding])] = []
    lessons = source.lessons.compactMap { lesson in
      let part = parts.first { $0.lesson.id == lesson.id }
      let own = lesson.findings.isEmpty ? part?.proseFindings ?? [] : lesson.findings
      if part != nil { findings.append((lesson.id, own)) }
      guard own.isEmpty else { return nil }
      return PlannedLesson(
        lesson, part, LessonInputs(of: lesson, forms: forms, program: program),
        of: source.course, forms)
    }
    lessonFindings = findings
  }

  /// What keeps lessons that are asked for from being built, in the order of the course.
  var findings: [Finding] { findings(with: []) }

  /// The same with what went wrong while they were built: in course order and, within a lesson, in file order.
  func findings(with more: [(product: ProductName, finding: Finding)]) -> [Finding] {
    let lessons = lessonFindings.flatMap { lesson, own in
      let new = more.filter { $0.product.lesson == lesson }
      // What is wrong with a figure is wrong with the documents that show it, and what is wrong with a data file
      // is wrong with its copy: once is enough.
      let first = new.filter { ![.document, .copies].contains($0.product.kind) }
      return (own + (first.isEmpty ? new : first).map { $0.finding }).inFileOrder()
    }
    return lessons + more.filter { $0.product.lesson == nil }.map { $0.finding }
  }

  /// Whether an outcome takes longer to make than to read.
  func isWorthKeeping(_ outcome: ProductName) -> Bool {
    lessons.first { $0.id == outcome.lesson }?.source.scenarios
      .first { $0.name == outcome.name }?.isWorthKeeping ?? true
  }

  /// Whether nothing keeps any lesson from being built, as far as can be told before.
  var isSound: Bool { lessons.count == source.lessons.count }

  /// Everything that could be made, and which of it this build is to make.
  var products: [PlannedProduct] {
    var all: [PlannedProduct] = []
    for type in courseProducts { all += type.products(of: self, after: all) }
    // Lesson by lesson, so that one is finished before the next is begun; sorting is stable.
    let places = Dictionary(
      source.lessons.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func place(_ product: PlannedProduct) -> Int {
      product.id.lesson.flatMap { places[$0] } ?? source.lessons.count
    }
    return all.sorted { place($0) < place($1) }
  }
}

extension CoursePlan {
  /// The lessons that pages lead to, with what the page of the course shows of each.
  ///
  /// A lesson that is not asked for is among them: a part has the bytes of the whole. One that cannot be built is
  /// if an earlier build has left a page, but not if it is noted that there is none.
  ///
  /// - Parameters:
  ///   - language: The language of the pages.
  ///   - own: The lesson whose page it is for; nil for the page of the course.
  ///   - records: What is known of pages.
  /// - Returns: The lessons in the order of the course.
  func listedLessons(
    in language: String, for own: String? = nil, _ records: CourseRecords
  ) -> [LessonReport] {
    source.lessons.compactMap { lesson in
      let record = records[LessonPage.name(lesson.id, language)]
      if let record, record.files.isEmpty, lesson.id != own { return nil }
      let older = record.flatMap { PageNotes(from: $0.notes) }
      guard older != nil || lessons.contains(where: { $0.id == lesson.id }) else { return nil }
      return LessonReport(
        id: lesson.id, title: lesson.title[language] ?? older?.title ?? lesson.id,
        summary: older?.summary, thumbnail: older?.thumbnail)
    }
  }

  /// The course with some lessons, in one language.
  func report(in language: String, of lessons: [LessonReport], _ records: CourseRecords) -> Report {
    let course = source.course
    let older = Set(
      records.outputs.filter { $0.key.isPage && !$0.value.files.isEmpty }
        .compactMap { $0.key.language })
    return Report(
      title: course.title[language] ?? course.title[course.languages[0]] ?? "",
      language: language,
      languages: course.languages.filter { forms.languages.contains($0) || older.contains($0) },
      firstLanguage: course.languages[0], lessons: lessons, words: source.words.pages)
  }
}

/// A lesson, and what of it is asked for.
struct PlannedLesson: Sendable {
  let source: LessonSource
  let inputs: LessonInputs
  /// The figures to draw, in file order.
  let figures: [FigureSection]
  /// The scenarios whose numbers are wanted.
  let numbers: Set<String>
  /// Whether all of the lesson is wanted, with its pages.
  let isWhole: Bool
  /// What can be told of its figures before anything is trained.
  let trial: LessonTrial
  /// The documents that it has in the languages of the build.
  private(set) var documents: [DocumentPlan] = []
  private let prose: [LessonProse]
  /// What figures call the scenarios that have a title.
  private let titles: [String: LocalizedText]

  var id: String { source.id }

  init(
    _ source: LessonSource, _ part: LessonPart?, _ inputs: LessonInputs, of course: Course,
    _ forms: ImageForms
  ) {
    var known = source
    known.knownData = inputs.dataFiles
    self.source = known
    trial = LessonTrial(of: known)
    self.inputs = inputs
    figures = part?.figures ?? []
    numbers = part?.numbers ?? []
    isWhole = part?.isWhole ?? false
    prose = part?.prose ?? []
    titles = source.scenarios.reduce(into: [:]) { $0[$1.name] = $1.title }
    if isWhole, forms.makesDocuments {
      documents = forms.languages.flatMap {
        LessonDocuments(of: self, in: $0, of: course).plans
      }
    }
  }

  /// The prose in a language; nil if it was not asked for.
  func prose(in language: String) -> LessonProse? { prose.first { $0.language == language } }

  /// What a scenario gave; nil if it was not asked for.
  func outcome(_ scenario: String, _ made: CourseValues) -> ScenarioOutcome? {
    made.value(of: ScenarioOutcomes.name(scenario, self))
  }

  /// The outcomes that a figure draws.
  func outcomes(of figure: FigureSection, _ made: CourseValues) -> Outcomes {
    let outcomes = figure.scenarioNames.reduce(into: [:]) { outcomes, name in
      outcomes[name] = outcome(name, made)
    }
    return Outcomes(outcomes, titles: titles)
  }
}
