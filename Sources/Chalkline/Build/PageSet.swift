import Reporting

/// The pages of one language, before they are made.
struct PageSet {
  /// One page.
  struct Item {
    let path: String
    /// Nil for the page of the course.
    let lesson: String?
  }

  let report: Report
  let items: [Item]
  /// Digests of the files that pages show or link to, by path.
  let digests: [String: String]
  let program: String

  /// What goes into a page.
  func inputs(of item: Item) -> BuildInputs {
    var inputs = BuildInputs()
    if let index = report.lessons.firstIndex(where: { $0.id == item.lesson }) {
      let lesson = report.lessons[index]
      inputs.add("the prose", lesson.prose ?? "none")
      inputs.add("the lesson's title", lesson.title)
      let words = lesson.figures.flatMap { [$0.id, $0.caption, $0.alternative] }
      inputs.add("a caption or alternative text", words.joined(separator: "\n"))
      let images = lesson.figures.flatMap { $0.images }.map { image in
        "\(image.path) \(image.isDark) \(image.width) \(image.height) \(digests[image.path] ?? "")"
      }
      inputs.add("a figure", images.joined(separator: "\n"))
      inputs.add("an animation", lesson.figures.map { $0.animationText }.joined(separator: "\n"))
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
      let lessons = report.lessons.map { "\($0.id) \($0.title)" }
      inputs.add("the lessons' titles", lessons.joined(separator: "\n"))
    }
    inputs.add("the course's title", report.title)
    let languages = [report.language, report.firstLanguage] + report.languages
    inputs.add("the languages", languages.joined(separator: " "))
    inputs.add("the program", digest: program)
    return inputs
  }

  /// Makes some of the pages.
  ///
  /// - Throws: An error of the templates.
  func made(_ items: [Item]) throws -> [BuiltPage] {
    guard !items.isEmpty else { return [] }
    let pages = try HTMLReport(of: report)
    return items.compactMap { item in
      let page = item.lesson.map { pages.page(ofLesson: $0) } ?? pages.coursePage
      return page.map { BuiltPage($0, lesson: item.lesson, report.language, inputs(of: item)) }
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

  init(_ page: Page, lesson: String?, _ language: String, _ inputs: BuildInputs) {
    let file = BuiltFile(page.path, page: page.text, language: language)
    bytes = file.bytes
    entry = Manifest.Page(lesson: lesson, title: page.title, file: file.entry)
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
