import Chalkline
import Testing

struct CourseCheckTests {
  @Test func `a good course has nothing to fix`() throws {
    #expect(try LessonFixture().check() == "2 lessons: nothing to fix")
  }

  @Test func `prose that shows an unknown figure is told with its place`() throws {
    let fixture = try LessonFixture()
    for language in ["en", "ko"] {
      try fixture.edit("xor/lesson.\(language).md", "boundary.svg", "bondary.svg")
    }
    #expect(
      try fixture.check() == """
        lessons/xor/lesson.yaml:10:3: warning: no prose shows the figure 'boundary'
          10 |   boundary:
             |   ^
        lessons/xor/lesson.en.md:3:14: error: no figure named 'bondary'; did you mean 'boundary'?
          3 | ![x](figures/bondary.svg)
            |              ^
        lessons/xor/lesson.ko.md:3:14: error: no figure named 'bondary'; did you mean 'boundary'?
          3 | ![x](figures/bondary.svg)
            |              ^
        2 lessons: 2 errors, 1 warning
        """)
  }

  @Test func `a figure that is mentioned without being shown is told`() throws {
    let fixture = try LessonFixture()
    let prose = "# T\n\nSee @fig-boundary.\n"
    for language in ["en", "ko"] { try fixture.write(prose, to: "xor/lesson.\(language).md") }
    #expect(
      try fixture.check().contains(
        """
        lessons/xor/lesson.en.md:3:5: error: the figure 'boundary' is mentioned but not shown
          3 | See @fig-boundary.
            |     ^
        """))
  }

  @Test func `whatever a page shows is seen: references, underlines, quotations`() throws {
    let fixture = try LessonFixture()
    let figure = "> ![what it shows][f]\n\n[f]: figures/boundary.svg\n"
    try fixture.write("Two lines\n===\n\nWhy\n---\n\n" + figure, to: "xor/lesson.en.md")
    try fixture.write("# 직선 둘\n\n## 왜\n\n" + figure, to: "xor/lesson.ko.md")
    #expect(try fixture.check() == "2 lessons: nothing to fix")
  }

  @Test func `what a page shows as code is not seen`() throws {
    let fixture = try LessonFixture()
    let prose =
      "# T\n\n- ```\n  ![x](figures/no.svg)\n  ```\n\n![what it shows](figures/boundary.svg)\n"
    for language in ["en", "ko"] { try fixture.write(prose, to: "xor/lesson.\(language).md") }
    #expect(try fixture.check() == "2 lessons: nothing to fix")
  }

  @Test func `a section that only one language has is told at its heading`() throws {
    let fixture = try LessonFixture()
    try fixture.write(
      "# Two lines\n\n## Why\n\n![x](figures/boundary.svg)\n\n## Then\n", to: "xor/lesson.en.md")
    try fixture.write("# 직선 둘\n\n![x](figures/boundary.svg)\n\n## 그리고\n", to: "xor/lesson.ko.md")
    #expect(
      try fixture.check() == """
        lessons/xor/lesson.en.md:3:4: error: lessons/xor/lesson.ko.md has no section for 'Why'
          3 | ## Why
            |    ^
        2 lessons: 1 error, 0 warnings
        """)
  }

  @Test func `a figure that only one language shows is told`() throws {
    let fixture = try LessonFixture()
    try fixture.write("# 직선 둘\n", to: "xor/lesson.ko.md")
    #expect(
      try fixture.check() == """
        lessons/xor/lesson.en.md:3:14: error: lessons/xor/lesson.ko.md does not show the figure \
        'boundary'
          3 | ![x](figures/boundary.svg)
            |              ^
        2 lessons: 1 error, 0 warnings
        """)
  }

  @Test func `missing words and idle scenarios are told`() throws {
    let fixture = try LessonFixture()
    try fixture.edit("and/lesson.yaml", "{en: The line, ko: 직선}", "{en: The line}")
    try fixture.edit(
      "and/lesson.yaml", "scenarios:\n", "scenarios:\n  idle: {data: or, model: perceptron}\n")
    #expect(
      try fixture.check() == """
        lessons/and/lesson.yaml:3:3: warning: no figure uses the scenario 'idle'
          3 |   idle: {data: or, model: perceptron}
            |   ^
        lessons/and/lesson.yaml:9:3: error: figure 'boundary' has no caption in ko
          9 |   boundary:
            |   ^
        2 lessons: 1 error, 1 warning
        """)
  }

  @Test func `missing prose is told`() throws {
    let fixture = try LessonFixture(TinyCourse.files.filter { $0.key != "xor/lesson.ko.md" })
    #expect(
      try fixture.check() == """
        error: cannot read 'lessons/xor/lesson.ko.md': no such file or directory
        2 lessons: 1 error, 0 warnings
        """)
  }

  @Test func `images without words, or with their file's name, are told`() throws {
    let fixture = try LessonFixture()
    for language in ["en", "ko"] {
      try fixture.edit("and/lesson.\(language).md", "![x]", "![]")
      try fixture.edit("xor/lesson.\(language).md", "![x]", "See ![Boundary.SVG]")
    }
    let check = try fixture.check()
    #expect(
      check.contains(
        """
        lessons/and/lesson.en.md:3:1: warning: the image 'figures/boundary.svg' has no alternative text
          3 | ![](figures/boundary.svg)
            | ^
            = write between [ and ] what it shows
        """))
    #expect(
      check.contains(
        """
        lessons/xor/lesson.ko.md:3:5: warning: the alternative text of 'figures/boundary.svg' only \
        repeats the name of the file
        """))
    #expect(check.hasSuffix("2 lessons: 0 errors, 4 warnings"))
  }

  @Test func `alternative text that repeats caption or title is told`() throws {
    let fixture = try LessonFixture()
    try fixture.edit("and/lesson.yaml", "{en: The line, ko: 직선}", "{en: Line., ko: 직선}")
    try fixture.edit("and/lesson.yaml", "alt: {en: One line parts the plane", "alt: {en: line")
    #expect(
      try fixture.check() == """
        lessons/and/lesson.yaml:8:3: warning: the alternative text of figure 'boundary' in en only \
        repeats its caption
          8 |   boundary:
            |   ^
            = say what the figure shows to someone who cannot see it
        2 lessons: 0 errors, 1 warning
        """)
  }

  @Test func `a figure that is mentioned but does not exist is told at its place`() throws {
    let fixture = try LessonFixture()
    for language in ["en", "ko"] {
      try fixture.edit("and/lesson.\(language).md", "![x]", "See @fig-bondary.\n\n![x]")
    }
    #expect(
      try fixture.check().contains(
        """
        lessons/and/lesson.en.md:3:5: error: no figure named 'bondary'; did you mean 'boundary'?
        """))
  }
}
