import Drawings
import Figures
import Lessons
import Plotting
import Testing

struct FigureSectionTests {
  private func section(_ figure: String) throws -> FigureSection {
    try FigureSection(decoding: SampleLesson.lesson(figure).figures[0])
  }

  @Test func `the common words are taken in every language`() throws {
    let section = try section(
      """
      kind: activation-curves
      title: {en: Curves, ko: 곡선}
      subtitle: Two of them
      caption: {en: Below, ko: 아래}
      size: [480, 300]
      """)
    #expect(section.id == "it")
    #expect(section.title["ko"] == "곡선")
    #expect(section.subtitle["ko"] == "Two of them")
    #expect(section.caption["en"] == "Below")
    #expect(section.alt["ko"] == "What it shows.")
    #expect(section.size == Size(480, 300))
  }

  @Test(arguments: Words.all)
  func `the heading is in the language of the figure`(words: Words) throws {
    let title = ["en": "Curves", "ko": "곡선"]
    let plot = try Exhibit(
      "kind: activation-curves\ntitle: {en: Curves, ko: 곡선}\nsubtitle: {en: All, ko: 모두}"
    ).plot(words)
    #expect(plot.title == title[words.language])
    #expect(plot.subtitle == ["en": "All", "ko": "모두"][words.language])
  }

  @Test func `a figure without a heading has none`() throws {
    let plot = try Exhibit("kind: activation-curves").plot()
    #expect(plot.title.isEmpty && plot.subtitle.isEmpty)
  }

  @Test(arguments: FigureCatalog.all, Theme.all)
  func `a size in the lesson is the page's`(kind: any Figure.Type, theme: Theme) throws {
    let exhibit = try Exhibit(kind.example + "\nsize: [700, 500]")
    #expect(try exhibit.drawing(.english, theme).size == Size(700, 500))
  }

  @Test func `a figure wants alternative text`() throws {
    let text = "title: T\nfigures:\n  it:\n    kind: activation-curves\n"
    let lesson = try Lesson(parsing: text, named: "lesson.yaml", id: "test")
    let error = #expect(throws: LessonError.self) {
      try FigureSection(decoding: lesson.figures[0])
    }
    #expect(
      error?.description == """
        lesson.yaml:3:3: error: figure 'it' has no 'alt'
          3 |   it:
            |   ^
            = alt: what the figure shows, for readers who cannot see it
        """)
  }

  @Test func `a kind that is not known is refused with the nearest`() {
    #expect(
      complaint("kind: decision-bondary") == """
        lesson.yaml:5:11: error: no figure kind named 'decision-bondary'; did you mean \
        'decision-boundary'?
          5 |     kind: decision-bondary
            |           ^
        """)
  }

  @Test func `a figure without a kind is told what kinds are`() {
    #expect(
      complaint("title: Curves") == """
        lesson.yaml:3:3: error: figure 'it' has no 'kind'
          3 |   it:
            |   ^
            = kind: what kind of figure it is
        """)
  }

  @Test func `a size of one number is refused`() {
    #expect(
      complaint("kind: activation-curves\nsize: 480") == """
        lesson.yaml:6:11: error: 'size' wants a width and a height, found 1 number
          6 |     size: 480
            |           ^
            = for example [480, 300]
        """)
  }

  @Test func `a size too small to hold anything is refused`() {
    #expect(
      complaint("kind: activation-curves\nsize: [480, 3]").contains(
        "item 2 of 'size' is 3; it must be from 60 to 2000"))
  }

  @Test func `a field of another kind is refused with those of this one`() {
    #expect(
      complaint("kind: activation-curves\nturns: 3") == """
        lesson.yaml:6:5: error: unknown field 'turns' in figure 'it'
          6 |     turns: 3
            |     ^
            = known fields: kind, title, subtitle, caption, proves, alt, size, frames, activations, reach, columns
        """)
  }
}
