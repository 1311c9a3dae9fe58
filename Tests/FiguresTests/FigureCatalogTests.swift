import Figures
import Lessons
import Testing

struct FigureCatalogTests {
  @Test func `no two kinds share a word`() {
    #expect(Set(FigureCatalog.kinds).count == FigureCatalog.all.count)
  }

  @Test(arguments: FigureCatalog.all)
  func `a kind's word is small letters with hyphens`(kind: any Figure.Type) {
    #expect(kind.kind.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }

  @Test(arguments: FigureCatalog.all)
  func `a kind's summary is one line without a period`(kind: any Figure.Type) {
    #expect(!kind.summary.isEmpty && !kind.summary.contains("\n"))
    #expect(!kind.summary.hasSuffix("."))
    #expect(kind.summary.count <= 110)
  }

  @Test(arguments: FigureCatalog.all)
  func `a kind decodes its own example`(kind: any Figure.Type) throws {
    let lesson = try SampleLesson.lesson(kind.example)
    let section = try FigureSection(decoding: lesson.figures[0])
    #expect(section.kind == kind.kind)
    #expect(type(of: section.figure) == kind)
  }

  @Test(arguments: FigureCatalog.all)
  func `a kind's fields have names of their own`(kind: any Figure.Type) {
    let names = (FigureSection.commonFields + kind.fields).map { $0.name }
    #expect(Set(names).count == names.count)
    for field in kind.fields { #expect(!field.summary.isEmpty && !field.summary.contains("\n")) }
  }

  @Test(arguments: FigureCatalog.all)
  func `every declared field is taken`(kind: any Figure.Type) throws {
    for field in kind.fields {
      let figure = example(of: kind, with: field)
      #expect(throws: Never.self, "\(figure)") {
        try FigureSection(decoding: SampleLesson.lesson(figure).figures[0])
      }
    }
  }

  @Test(arguments: FigureCatalog.all)
  func `a misspelt field is refused, and the right one offered`(kind: any Figure.Type) {
    // In shorter names every letter counts, and nothing is offered.
    for field in kind.fields where field.name.count >= 4 {
      let text = complaint(kind.example + "\n" + field.name + "q: 1")
      #expect(
        text.contains(
          "unknown field '\(field.name)q' in figure 'it'; did you mean '\(field.name)'?"))
    }
  }

  /// The example with `field` in it, and without what rules it out.
  private func example(of kind: any Figure.Type, with field: Field) -> String {
    let others = kind.example.split(separator: "\n").filter { line in
      !line.hasPrefix("\(field.name):")
        && !(field.name == "scenarios" && line.hasPrefix("scenario:"))
    }
    return others.joined(separator: "\n") + "\n\(field.name): \(sample(field.kind))"
  }

  /// A value that the declaration allows.
  private func sample(_ kind: Field.Kind) -> String {
    switch kind {
    case .string, .localizedText: "hidden-layer"
    case .integer(let min, _): String(min ?? 1)
    case .number(let min, _, let above): String(Swift.max(min ?? 0, above ?? 0) + 1)
    case .boolean: "true"
    case .choice(let words): words[0]
    case .list(.integer(let min, _)): "[\(min ?? 1), \((min ?? 1) + 1)]"
    case .list(.number): "[1, 2]"
    case .list(let item): "[\(sample(item))]"
    case .oneOf(let kinds): sample(kinds[0])
    case .section, .sectionMap, .map: "{}"
    case .openSectionMap: "{part: {kind: loss-curve, scenario: hidden-layer}}"
    }
  }
}
