import Files
import Building
import Figures
import Foundation
import Lessons
import Drawings
import Plotting
import Prose
import Rendering
import Reporting
import Tracing

/// What the page of a lesson shows: the lesson's words, and the files that there are of it.
///
/// They may be of this build or of one before it.
struct LessonPageContent {
  private let lesson: PlannedLesson
  private let language: String
  private let plan: CoursePlan
  private let records: CourseRecords

  init(
    of lesson: PlannedLesson, in language: String, _ plan: CoursePlan, _ records: CourseRecords
  ) {
    self.lesson = lesson
    self.language = language
    self.plan = plan
    self.records = records
  }

  /// The lesson, but for what its page takes out of files.
  var lessonReport: LessonReport {
    let source = lesson.source
    let prose = lesson.prose(in: language)
    return LessonReport(
      id: lesson.id, title: source.title[language] ?? lesson.id, prose: prose?.prose,
      figures: source.figures.map { report(of: $0) }, traces: source.scenarios.compactMap(traces),
      formulas: prose?.formulas ?? [], sources: sources, documents: documents)
  }

  /// The lesson among its neighbors.
  func report(of lesson: LessonReport) -> Report {
    let all = plan.listedLessons(in: language, for: lesson.id, records)
    let place = all.firstIndex { $0.id == lesson.id } ?? 0
    let near = all[max(0, place - 1)..<min(all.count, place + 2)]
    return plan.report(
      in: language, of: near.map { $0.id == lesson.id ? lesson : $0 }, records)
  }

  private func report(of figure: FigureSection) -> FigureReport {
    FigureReport(
      id: figure.id, caption: figure.caption[language] ?? "",
      alternative: figure.alt[language] ?? "", images: images(of: figure),
      animation: animation(of: figure))
  }

  /// The images of the course's own theme, and with them those of a dark one if there are any.
  private func images(of figure: FigureSection) -> [FigureImage] {
    let found = Theme.all.map { theme in (theme, files(of: figure, in: theme)) }
      .filter { !$0.1.isEmpty }
    let own = found.first { $0.0.name == plan.source.course.theme } ?? found.first
    let dark = found.first { $0.0.isDark && own?.0.isDark == false }
    return [own, dark].compactMap { $0 }.flatMap { theme, files in
      files.compactMap { FigureImage($0, isDark: theme.isDark) }
    }
  }

  private func files(of figure: FigureSection, in theme: Theme) -> [FileRecord] {
    ImageFormat.allCases.flatMap { format in
      let name = FigureImages.image(of: figure.id, lesson.id, language, theme.name, format)
      return records[name]?.files ?? []
    }.sorted { $0.path < $1.path }
  }

  private func animation(of figure: FigureSection) -> AnimationReport? {
    records[FigureAnimation.frames(of: figure.id, lesson.id, language)].flatMap {
      AnimationReport($0, of: figure, in: lesson.source, language)
    }
  }

  private func traces(of scenario: Scenario) -> TraceReport? {
    guard scenario.numbers != .none,
      let record = records[ProductName(.numbers, of: lesson.id, scenario.name)]
    else { return nil }
    let title = scenario.title?[language].map { "\($0) (\(scenario.name))" }
    return TraceReport(
      title: title ?? scenario.name,
      files: record.files.map { TraceReport.File(format: $0.facts.format, path: $0.path) })
  }

  /// The lesson file first, then its prose, then its data.
  private var sources: [TraceReport.File] {
    let names = lesson.source.presentSourceNames(languages: plan.source.course.languages)
    return names.map {
      TraceReport.File(format: LessonSource.format(of: $0), path: lesson.source.copyPath(of: $0))
    }
  }

  private var documents: [DocumentReport] {
    DocumentKind.allCases.flatMap { kind in
      (records[LessonDocument.name(kind, of: lesson.id, in: language)]?.files ?? []).map {
        DocumentReport(kind: kind, path: $0.path, format: $0.facts.format)
      }
    }
  }
}

extension LessonPageContent {
  /// Everything that goes into the page.
  func inputs(_ program: ProgramInputs) -> BuildInputs {
    let lesson = lessonReport
    let report = report(of: lesson)
    var inputs = BuildInputs()
    inputs.add("the prose", lesson.prose?.source.text ?? "none")
    inputs.add("the formulas", lesson.formulas.map { $0.mathML })
    inputs.add("the lesson's own files", lesson.sources.map { $0.path })
    inputs.add("the lesson's title", lesson.title)
    inputs.add(
      "a caption or alternative text",
      lesson.figures.flatMap { [$0.id, $0.caption, $0.alternative] })
    inputs.add("a figure", figureTexts)
    inputs.add("an animation", animationTexts)
    inputs.add(
      "the numbers",
      lesson.traces.flatMap { [$0.title] + $0.files.flatMap { [$0.format, $0.path] } })
    inputs.add("the documents", lesson.documents.map { $0.path })
    let index = report.lessons.firstIndex { $0.id == lesson.id } ?? 0
    inputs.add(
      "a neighbor's title",
      report.lessons.enumerated().filter { $0.offset != index }.flatMap {
        ["\($0.offset < index)", $0.element.id, $0.element.title]
      })
    inputs.add(report, program)
    return inputs
  }

  private var figureTexts: [String] {
    lesson.source.figures.flatMap { figure in
      Theme.all.flatMap { theme in files(of: figure, in: theme) }.flatMap { file -> [String] in
        let size = "\(file.facts.width ?? 0) \(file.facts.height ?? 0)"
        return [file.path, size, file.digest.description]
      }
    }
  }

  /// What the page says of frames, and the digest of the list that it takes their tables from.
  private var animationTexts: [String] {
    lesson.source.figures.flatMap { figure -> [String] in
      let record = records[FigureAnimation.frames(of: figure.id, lesson.id, language)]
      guard let record, let animation = animation(of: figure) else { return [figure.id] }
      let lists = record.files.filter { $0.facts.format == "json" }.map { $0.digest.description }
      return [figure.id] + animation.quantities + animation.frames.map { $0.moment } + lists
        + ["\(animation.rate) \(animation.width) \(animation.height)"]
        + record.files.map { $0.path }
    }
  }

  /// The lesson with what its page takes out of files: drawings, and tables of frames.
  ///
  /// What was made in this build is handed over; the rest lies in files that are current.
  func filled(_ made: CourseValues, at bench: CourseBench) -> LessonReport {
    var report = lessonReport
    for index in report.figures.indices {
      fillImages(of: &report.figures[index], made, at: bench)
      fillTables(of: &report.figures[index], made, at: bench)
    }
    return report
  }

  /// Larger drawings are not put into pages, which would be slow to load, but shown from their files, in bytes.
  private static let limitOfMarkup = 2_000_000

  private func fillImages(
    of figure: inout FigureReport, _ made: CourseValues, at bench: CourseBench
  ) {
    for index in figure.images.indices
    where figure.images[index].format.canStandInPages && !figure.images[index].isDark {
      let image = figure.images[index]
      let theme = Theme.all.first { record(of: figure.id, image, in: $0)?.path == image.path }
      guard let theme else { continue }
      let name = ProductName(
        .images, of: lesson.id, figure.id, language: language, theme: theme.name)
      let own = made.value(of: name, as: [String: EncodedImage].self)?[image.format.rawValue]
      let pieces =
        own?.markup ?? record(of: figure.id, image, in: theme)?.notes?.markup ?? []
      guard !pieces.isEmpty, pieces.reduce(0, { $0 + $1.count }) <= Self.limitOfMarkup,
        let bytes = own?.bytes ?? bench.bytes(at: image.path),
        pieces.allSatisfy({ $0.upperBound <= bytes.count })
      else { continue }
      figure.images[index].markup = pieces.map { String(decoding: bytes[$0], as: UTF8.self) }
        .joined()
    }
  }

  private func record(
    of figure: String, _ image: FigureImage, in theme: Theme
  ) -> (path: String, notes: ImageNotes?)? {
    let name = FigureImages.image(of: figure, lesson.id, language, theme.name, image.format)
    guard let record = records[name], let file = record.files.first else { return nil }
    return (file.path, ImageNotes(from: record.notes))
  }

  private func fillTables(
    of figure: inout FigureReport, _ made: CourseValues, at bench: CourseBench
  ) {
    guard figure.animation != nil else { return }
    let name = ProductName(.animation, of: lesson.id, figure.id)
    let own = made.value(of: name, as: [String: FrameList].self)?[language]
    let path = "\(lesson.id)/frames/\(language)/\(figure.id).json"
    let list =
      own
      ?? bench.bytes(at: path).flatMap {
        try? JSONDecoder().decode(FrameList.self, from: Data($0))
      }
    guard let list, list.frames.count == figure.animation?.frames.count else { return }
    figure.animation?.tables = list.tables.map {
      AnimationReport.Table(title: $0.title, headings: $0.headings)
    }
    for (index, frame) in list.frames.enumerated() {
      figure.animation?.frames[index].cells = frame.cells ?? []
    }
  }
}

extension BuildInputs {
  /// Adds what goes into every page of a report.
  mutating func add(_ report: Report, _ program: ProgramInputs) {
    add("the course's title", report.title)
    add("the languages", [report.language, report.firstLanguage] + report.languages)
    let words = report.languages.flatMap { language in
      (report.words[language] ?? [:]).sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    }
    if !words.isEmpty { add("the course's words", words) }
    add("the program", digest: program.program)
  }
}

extension FigureImage {
  /// An image with its size in CSS pixels, 96 an inch; nil if it has no size.
  init?(_ file: FileRecord, isDark: Bool) {
    guard let format = ImageFormat(rawValue: file.facts.format), let width = file.facts.width,
      let height = file.facts.height
    else { return nil }
    let scale = 96 / (file.facts.dotsPerInch ?? 72)
    self.init(
      format: format, path: file.path, isDark: isDark, width: width * scale,
      height: height * scale)
  }
}
