import Figures
import Lessons
import Plotting
import Reporting

/// The documents of a lesson in one language: which there are, and what each shows.
struct LessonDocuments {
  private let part: LessonPart
  private let course: Course
  private let language: String
  private let inputs: LessonInputs
  private let courseTheme: Theme
  private let outline: ProseOutline

  init(of part: LessonPart, in language: String, of course: Course, _ inputs: LessonInputs) {
    self.part = part
    self.course = course
    self.language = language
    self.inputs = inputs
    courseTheme = Theme.named(course.theme) ?? .paper
    let prose = part.prose.first { $0.language == language }
    outline = ProseOutline(
      prose?.prose?.source.text, prose?.formulas ?? [],
      known: part.lesson.figures.map { $0.id })
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
      kind: kind, lesson: part.lesson.id, language: language,
      path: PagePath.document(kind, of: part.lesson.id, in: language, first: first),
      course: course.title[language] ?? course.title[first] ?? "",
      title: part.lesson.title[language] ?? part.lesson.id, items: items,
      theme: kind == .deck ? Sketch.Form.slide.theme(ofCourse: courseTheme) : .paper,
      words: part.lesson.words.pageWords(of: language))
  }

  private func section(named name: String) -> FigureSection? {
    part.lesson.figures.first { $0.id == name }
  }

  private func isSheet(_ item: ProseOutline.Item) -> Bool {
    guard case .figure(let name, _) = item else { return false }
    return section(named: name)?.sheets != nil
  }

  private func item(_ item: ProseOutline.Item, _ form: Sketch.Form) -> DocumentPlan.Item? {
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
  private func exercises(_ form: Sketch.Form) -> [DocumentPlan.Item] {
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

  private func figure(_ section: FigureSection, _ number: Int, _ form: Sketch.Form)
    -> DocumentPlan.Figure
  {
    let sketches = Sketch.all(of: section, in: language, inputs, course: courseTheme)
    return DocumentPlan.Figure(
      number: number, title: section.title[language] ?? "",
      caption: section.caption[language] ?? "", sentence: section.proves[language] ?? "",
      alternative: section.alt[language] ?? "",
      sketch: sketches.first { $0.form == form } ?? sketches[0])
  }
}
