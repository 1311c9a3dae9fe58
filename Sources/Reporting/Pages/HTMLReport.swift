import Languages
import Prose

/// A report as web pages: one of the course, one of each lesson.
///
/// A page asks for nothing but files of the output folder beside it, runs no script but the one that
/// moves frames, where there are any, and is well-formed as XML too. The same report gives the same bytes.
public struct HTMLReport: Sendable {
  private let report: Report
  private let words: PageWords
  private let template: PageTemplate

  /// The pages of `report`.
  ///
  /// - Throws: An error of Mustache if a template of the program itself is wrong.
  public init(of report: Report) throws {
    self.report = report
    words = report.words(of: report.language)
    template = try PageTemplate()
  }

  /// The page of the course: its title and its lessons.
  public var coursePage: Page {
    let path = path()
    let content = template.course(
      CourseContent(
        courseTitle: report.title, lessonsLabel: words(.lessons),
        lessons: report.lessons.enumerated().map { index, lesson in
          LessonCardContent(
            number: index + 1, target: relative(self.path(of: lesson.id), path),
            text: lesson.title, summary: lesson.summary,
            thumbnail: lesson.thumbnail.map { relative($0, path) })
        }))
    return page(path, report.title, content, home: nil) { pathInLanguage($0) }
  }

  /// The page of the lesson `id`; nil if the report has no such lesson.
  public func page(ofLesson id: String) -> Page? {
    guard let index = report.lessons.firstIndex(where: { $0.id == id }) else { return nil }
    let lesson = report.lessons[index]
    let path = path(of: id)
    func neighbor(_ index: Int, _ word: PageWord) -> NeighborContent? {
      guard report.lessons.indices.contains(index) else { return nil }
      let other = report.lessons[index]
      return NeighborContent(
        label: words(word), target: relative(self.path(of: other.id), path), text: other.title)
    }
    let content = template.lesson(
      LessonContent(
        prose: prose(of: lesson, on: path), sources: sources(of: lesson, on: path),
        documents: documents(of: lesson, on: path), numbers: numbers(of: lesson, on: path),
        neighborsLabel: words(.lessons),
        previous: neighbor(index - 1, .previous), next: neighbor(index + 1, .next)))
    let home = LinkContent(target: relative(self.path(), path), text: report.title)
    let moves = lesson.figures.contains { $0.animation?.frames.isEmpty == false }
    return page(path, lesson.title, content, home: home, moves: moves) {
      pathInLanguage($0, of: id)
    }
  }

  private func prose(of lesson: LessonReport, on path: String) -> String {
    let figures = lesson.figures.reduce(into: [:]) { $0[$1.id] = $1 }
    let tree = lesson.prose?.tree ?? ProseTree(showing: lesson.figures.map { $0.id })
    let rendering = ProseRendering(
      tree, lesson.formulas, title: lesson.title, words: words, known: Set(figures.keys)
    ) { name, number, isFirst in
      guard let figure = figures[name] else { return "" }
      return template.figure(
        FigureContent(
          figure, lesson: lesson.id, number: number, isFirst: isFirst, words: words
        ) { relative($0, path) })
    }
    return withContents(rendering)
  }

  /// The prose with a list of its sections behind the title.
  private func withContents(_ rendering: ProseRendering) -> String {
    let html = rendering.html
    guard rendering.sections.count > 1, let title = html.firstRange(of: "</h1>") else {
      return html
    }
    let contents = template.contents(
      ContentsContent(
        contentsLabel: words(.sections),
        sections: rendering.sections.map { LinkContent(target: "#\($0.id)", text: $0.text) }))
    return html[..<title.upperBound] + "\n" + contents + html[title.upperBound...]
  }

  private func sources(of lesson: LessonReport, on path: String) -> SourcesContent? {
    guard !lesson.sources.isEmpty else { return nil }
    return SourcesContent(
      sourcesTitle: words(.sources), sourcesNote: words(.sourcesNote),
      sourceFiles: lesson.sources.map { file in
        let name = file.path.split(separator: "/").last.map { String($0) } ?? ""
        return FileContent(
          target: relative(file.path, path), text: name, label: name,
          download: "\(lesson.id)-\(name)")
      })
  }

  private func documents(of lesson: LessonReport, on path: String) -> DocumentsContent? {
    guard !lesson.documents.isEmpty else { return nil }
    return DocumentsContent(
      documentsTitle: words(.documents),
      documentFiles: lesson.documents.map { document in
        let name = document.kind.name(words)
        return FileContent(
          target: relative(document.path, path), text: name,
          label: "\(name), \(document.format.uppercased())", download: "")
      })
  }

  private func numbers(of lesson: LessonReport, on path: String) -> NumbersContent? {
    guard !lesson.traces.isEmpty else { return nil }
    return NumbersContent(
      numbersTitle: words(.numbers), numbersNote: words(.numbersNote),
      traces: lesson.traces.map { trace in
        TraceContent(
          traceTitle: trace.title,
          files: trace.files.map { file in
            FileContent(
              target: relative(file.path, path), text: file.format.uppercased(),
              label: "\(trace.title), \(file.format.uppercased())",
              download: "\(lesson.id)-\(file.path.split(separator: "/").last ?? "")")
          })
      })
  }

  private func page(
    _ path: String, _ title: String, _ content: String, home: LinkContent?, moves: Bool = false,
    pathIn: (String) -> String
  ) -> Page {
    let languages = report.languages.map { code in
      let others = report.words(of: code)
      return LanguageContent(
        code: code, text: report.hasWords(of: code) ? others(.languageName) : code,
        target: relative(pathIn(code), path), isCurrent: code == report.language)
    }
    let text = template.layout(
      LayoutContent(
        language: report.language, style: StyleSheet.text,
        documentTitle: home.map { "\(title) · \($0.text)" } ?? title, skip: words(.skip),
        home: home, courseLabel: words(.course), languagesLabel: words(.languages),
        isTranslated: languages.count > 1, translations: languages,
        script: moves ? PageScript.text : nil, content: content))
    return Page(path: path, title: title, text: text)
  }

  private func path() -> String { pathInLanguage(report.language) }

  private func path(of lesson: String) -> String { pathInLanguage(report.language, of: lesson) }

  private func pathInLanguage(_ language: String) -> String {
    PagePath.course(in: language, first: report.firstLanguage)
  }

  private func pathInLanguage(_ language: String, of lesson: String) -> String {
    PagePath.lesson(lesson, in: language, first: report.firstLanguage)
  }

  private func relative(_ target: String, _ page: String) -> String {
    PagePath.relative(target, from: page)
  }
}
