import Building
import Figures
import Lessons
import Drawings
import Plotting
import Reporting

/// The documents of a lesson in one language: which there are, and what each shows.
struct LessonDocuments {
  private let lesson: PlannedLesson
  private let course: Course
  private let language: String
  private let courseTheme: Theme
  private let outline: ProseOutline

  init(of lesson: PlannedLesson, in language: String, of course: Course) {
    self.lesson = lesson
    self.course = course
    self.language = language
    courseTheme = Theme.named(course.theme) ?? .paper
    let prose = lesson.prose(in: language)
    outline = ProseOutline(
      prose?.prose, prose?.formulas ?? [],
      known: lesson.source.figures.map { $0.id })
  }

  /// The documents, none of which is empty.
  var plans: [DocumentPlan] {
    let sheets = outline.items.filter { isSheet($0) }
    guard !outline.figures.isEmpty else { return [] }
    let printed = outline.items.compactMap { self.printed($0) }
    let slides = plan(.deck, outline.items.compactMap { item($0, .slide) })
    let handout =
      printed.contains { if case .section = $0 { false } else { true } }
      ? [plan(.handout, printed)] : []
    guard !sheets.isEmpty else { return [slides] + handout }
    return [slides] + handout + [
      plan(.exercises, exercises(.blank)), plan(.answers, exercises(.key)),
    ]
  }

  private func plan(_ kind: DocumentKind, _ items: [DocumentPlan.Item]) -> DocumentPlan {
    let first = course.languages[0]
    return DocumentPlan(
      kind: kind, lesson: lesson.id, language: language,
      path: PagePath.document(kind, of: lesson.id, in: language, first: first),
      course: course.title[language] ?? course.title[first] ?? "",
      title: lesson.source.title[language] ?? lesson.id, items: items,
      theme: kind == .deck ? DocumentDrawings.Form.slide.theme(ofCourse: courseTheme) : .paper,
      words: lesson.source.words.pageWords(of: language))
  }

  private func section(named name: String) -> FigureSection? {
    lesson.source.figures.first { $0.id == name }
  }

  private func isSheet(_ item: ProseOutline.Item) -> Bool {
    guard case .figure(let name, _) = item else { return false }
    return section(named: name)?.sheets != nil
  }

  private func item(_ item: ProseOutline.Item, _ form: DocumentDrawings.Form) -> DocumentPlan.Item?
  {
    switch item {
    case .section(let title): return .section(title)
    case .figure(let name, let number):
      return section(named: name).map { .figure(figure($0, number, form)) }
    }
  }

  /// The item in a handout: sheets go elsewhere, and their answers are nobody's business there.
  private func printed(_ item: ProseOutline.Item) -> DocumentPlan.Item? {
    guard case .figure(let name, let number) = item, let section = section(named: name),
      section.sheets != nil
    else { return self.item(item, .print) }
    return section.isAnswerKey
      ? nil : .sheet(number: number, title: section.title[language] ?? "")
  }

  /// Every sheet once, be it shown with its answers, without them, or in both ways.
  private func exercises(_ form: DocumentDrawings.Form) -> [DocumentPlan.Item] {
    var seen: [String] = []
    let sheets = outline.items.compactMap { item -> (FigureSection, Int)? in
      guard case .figure(let name, let number) = item, let section = section(named: name),
        section.sheets != nil
      else { return nil }
      return (section, number)
    }
    return sheets.compactMap { section, number in
      guard !seen.contains(section.exerciseText) else { return nil }
      seen.append(section.exerciseText)
      // The words of the lesson's own figure of this form, where it has one.
      let (own, shown) =
        sheets.first {
          $0.0.exerciseText == section.exerciseText && $0.0.isAnswerKey == (form == .key)
        } ?? (section, number)
      return .figure(figure(own, shown, form))
    }
  }

  private func figure(_ section: FigureSection, _ number: Int, _ wanted: DocumentDrawings.Form)
    -> DocumentPlan.Figure
  {
    let forms = DocumentDrawings.Form.all(of: section)
    let form = forms.contains(wanted) ? wanted : forms[0]
    return DocumentPlan.Figure(
      words: DocumentFigure(
        number: number, title: section.title[language] ?? "",
        caption: section.caption[language] ?? "", sentence: section.proves[language] ?? "",
        alternative: section.alt[language] ?? "",
        drawing: Drawing(size: Size(0, 0), background: courseTheme.background)),
      drawing: DocumentDrawings.name(section, form, language, lesson.id),
      digest: lesson.inputs.ofDocumentDrawing(
        section, form: form, language: language, theme: form.theme(ofCourse: courseTheme)
      ).digest)
  }
}
