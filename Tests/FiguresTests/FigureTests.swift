import Figures
import Lessons
import Plotting
import Testing
import Tracing

struct FigureTests {
  @Test(arguments: FigureCatalog.all, Theme.all)
  func `an example stays on its page in every language`(kind: any Figure.Type, theme: Theme) throws
  {
    let exhibit = try Exhibit(kind.example)
    for words in Words.all {
      let drawing = try exhibit.drawing(words, theme)
      #expect(drawing.strays == [], "\(words.language)")
      #expect(drawing.size.width > 0 && drawing.size.height > 0)
    }
  }

  @Test(arguments: FigureCatalog.all, Theme.all)
  func `every panel of an example shows something`(kind: any Figure.Type, theme: Theme) throws {
    let plot = try Exhibit(kind.example).plot(.english, theme)
    let panels = plot.panels + plot.parts.flatMap { $0.panels }
    #expect(!panels.isEmpty)
    for panel in panels { #expect(!PanelSheet(panel, theme: theme).commands.isEmpty) }
  }

  @Test(arguments: FigureCatalog.all, Words.all)
  func `drawing twice gives the same drawing`(kind: any Figure.Type, words: Words) throws {
    let (first, second) = (try Exhibit(kind.example), try Exhibit(kind.example))
    #expect(try first.drawing(words) == second.drawing(words))
  }

  @Test(arguments: FigureCatalog.all)
  func `a Korean figure is written in Hangul`(kind: any Figure.Type) throws {
    let drawing = try Exhibit(kind.example).drawing(.korean)
    #expect(drawing.writing.contains { $0.contains(/[가-힣]/) })
  }

  @Test(arguments: FigureCatalog.all)
  func `a theme's page changes colors and sizes, never words`(kind: any Figure.Type) throws {
    let exhibit = try Exhibit(kind.example)
    let titles = try Theme.all.map { theme in
      try exhibit.plot(.english, theme).panels.map { $0.title + $0.subtitle }
    }
    #expect(Set(titles).count == 1)
  }

  @Test(arguments: FigureCatalog.all)
  func `a figure asks for the scenarios it names`(kind: any Figure.Type) throws {
    let section = try Exhibit(kind.example).section
    for request in section.figure.requests {
      #expect(kind.example.contains(": \(request.name.text)"))
      #expect(request.name.location.line >= 5)
    }
  }

  @Test(arguments: FigureCatalog.all)
  func `a trace that is not there is named at its place`(kind: any Figure.Type) throws {
    let section = try Exhibit(kind.example).section
    guard let name = section.figure.requests.first?.name else { return }
    let context = FigureContext(words: .english, theme: .paper, measurer: .fixed)
    let error = #expect(throws: FigureError.self) {
      try section.plot(of: Outcomes([:]), in: context)
    }
    #expect(error?.message == "there is no trace of scenario '\(name.text)'")
    #expect(error?.location == name.location)
  }
}
