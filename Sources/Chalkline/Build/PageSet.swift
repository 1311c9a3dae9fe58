import Foundation
import Reporting

/// The pages of one language, before they are made.
struct PageSet {
  /// One page.
  struct Item {
    let path: String
    /// Nil for the page of the course.
    let lesson: String?
  }

  private(set) var report: Report
  let items: [Item]
  /// Digests of the files that pages show or link to, by path.
  let digests: [String: String]
  let program: String
  /// The text of a file of the output; nil if there is none.
  let read: @Sendable (String) -> [UInt8]?

  /// What goes into a page.
  func inputs(of item: Item) -> BuildInputs {
    var inputs = BuildInputs()
    if let index = report.lessons.firstIndex(where: { $0.id == item.lesson }) {
      let lesson = report.lessons[index]
      inputs.add("the prose", lesson.prose ?? "none")
      inputs.add("the formulas", lesson.formulas.map { $0.mathML }.joined(separator: "\n"))
      inputs.add("the lesson's own files", lesson.sources.map { $0.path }.joined(separator: "\n"))
      inputs.add("the lesson's title", lesson.title)
      let words = lesson.figures.flatMap { [$0.id, $0.caption, $0.alternative] }
      inputs.add("a caption or alternative text", words.joined(separator: "\n"))
      let images = lesson.figures.flatMap { $0.images }.map { image in
        "\(image.path) \(image.isDark) \(image.width) \(image.height) \(digests[image.path] ?? "")"
      }
      inputs.add("a figure", images.joined(separator: "\n"))
      let animations = lesson.figures.map { figure in
        figure.animationText + (digests[listPath(of: figure, lesson.id)] ?? "")
      }
      inputs.add("an animation", animations.joined(separator: "\n"))
      let numbers = lesson.traces.map { trace in
        ([trace.title] + trace.files.map { "\($0.format) \($0.path)" }).joined(separator: "\n")
      }
      inputs.add("the numbers", numbers.joined(separator: "\n"))
      inputs.add("the documents", lesson.documents.map { $0.path }.joined(separator: "\n"))
      let neighbors = [index - 1, index + 1].filter { report.lessons.indices.contains($0) }
      inputs.add(
        "a neighbor's title",
        neighbors.map { "\($0 < index) \(report.lessons[$0].id) \(report.lessons[$0].title)" }
          .joined(separator: "\n"))
    } else {
      let lessons = report.lessons.map { "\($0.id) \($0.title) \($0.thumbnail ?? "")" }
      inputs.add("the lessons' titles", lessons.joined(separator: "\n"))
      let openings = report.lessons.map { $0.summary ?? "none" }
      inputs.add("a lesson's first words", openings.joined(separator: "\n"))
    }
    inputs.add("the course's title", report.title)
    let languages = [report.language, report.firstLanguage] + report.languages
    inputs.add("the languages", languages.joined(separator: " "))
    let words = report.languages.flatMap { language in
      (report.words[language] ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }
    if !words.isEmpty { inputs.add("the course's words", words.joined(separator: "\n")) }
    inputs.add("the program", digest: program)
    return inputs
  }

  /// Makes some of the pages.
  ///
  /// - Throws: An error of the templates.
  func made(_ items: [Item]) throws -> [BuiltPage] {
    guard !items.isEmpty else { return [] }
    let pages = try HTMLReport(of: filled(for: Set(items.compactMap { $0.lesson })))
    return items.compactMap { item in
      let page = item.lesson.map { pages.page(ofLesson: $0) } ?? pages.coursePage
      let lesson = report.lessons.first { $0.id == item.lesson }
      return page.map { BuiltPage($0, lesson: lesson, report.language, inputs(of: item)) }
    }
  }
}

extension PageSet {
  /// The report with what some lessons' pages take from files: drawings, and tables of frames.
  private func filled(for lessons: Set<String>) -> Report {
    var report = report
    for index in report.lessons.indices where lessons.contains(report.lessons[index].id) {
      let lesson = report.lessons[index].id
      for place in report.lessons[index].figures.indices {
        fill(&report.lessons[index].figures[place], of: lesson)
      }
    }
    return report
  }

  /// The list beside the frames of a figure.
  private func listPath(of figure: FigureReport, _ lesson: String) -> String {
    "\(lesson)/frames/\(report.language)/\(figure.id).json"
  }

  private func fill(_ figure: inout FigureReport, of lesson: String) {
    for index in figure.images.indices
    where figure.images[index].format == "svg" && !figure.images[index].isDark {
      let bytes = read(figure.images[index].path)
      figure.images[index].markup = bytes.map { String(decoding: $0, as: UTF8.self) }
    }
    guard figure.animation != nil,
      let bytes = read(listPath(of: figure, lesson)),
      let list = try? JSONDecoder().decode(FrameList.self, from: Data(bytes)),
      list.frames.count == figure.animation?.frames.count
    else { return }
    figure.animation?.tables = list.tables.map {
      AnimationReport.Table(title: $0.title, headings: $0.headings)
    }
    for (index, frame) in list.frames.enumerated() {
      figure.animation?.frames[index].cells = frame.cells ?? []
    }
  }
}

/// A page that is ready to be written.
struct BuiltPage {
  let bytes: [UInt8]
  /// How the manifest describes it.
  let entry: Manifest.Page
  /// What it was made of.
  let inputs: BuildInputs

  init(_ page: Page, lesson: LessonReport?, _ language: String, _ inputs: BuildInputs) {
    let file = BuiltFile(page.path, page: page.text, language: language)
    bytes = file.bytes
    entry = Manifest.Page(
      lesson: lesson?.id, title: page.title, summary: lesson?.summary,
      thumbnail: lesson?.thumbnail, file: file.entry)
    self.inputs = inputs
  }
}

extension FigureReport {
  /// What a page says of the frames, but for their bytes, which it does not hold; empty for none.
  fileprivate var animationText: String {
    guard let animation else { return "" }
    let frames = animation.frames.map { frame in
      ([frame.path, frame.moment] + frame.values).joined(separator: " ")
    }
    let documents = animation.documents.map { "\($0.path) \($0.format) \($0.isFilmstrip)" }
    let sizes = "\(animation.rate) \(animation.width) \(animation.height)"
    return ([sizes] + animation.quantities + frames + documents).joined(separator: "\n")
  }
}
