import Drawings
import Figures
import Plotting
import Testing

/// What figures draw, against what was recorded: no picture changes unseen.
///
/// Each kind draws its own example, with text measured by a table instead of a font. Look at what
/// changed before you record it; CONTRIBUTING.md says how.
struct FigureGoldenTests {
  @Test(arguments: FigureCatalog.all)
  func `a kind draws its example as recorded`(kind: any Figure.Type) throws {
    let drawing = try Exhibit(kind.example).drawing()
    try GoldenDrawing(name: kind.kind).expect(drawing)
  }

  @Test(arguments: Self.inKorean)
  func `a kind draws its example in Korean as recorded`(kind: any Figure.Type) throws {
    let drawing = try Exhibit(kind.example).drawing(.korean)
    try GoldenDrawing(name: kind.kind + ".ko").expect(drawing)
  }

  @Test(arguments: Self.themes)
  func `a kind draws its example in every theme as recorded`(theme: Theme) throws {
    let drawing = try Exhibit(Self.inThemes.example).drawing(.english, theme)
    try GoldenDrawing(name: "\(Self.inThemes.kind).\(theme.name)").expect(drawing)
  }

  @Test func `no drawing is recorded that nothing draws`() throws {
    let drawn =
      FigureCatalog.kinds + Self.inKorean.map { $0.kind + ".ko" }
      + Self.themes.map { "\(Self.inThemes.kind).\($0.name)" }
    #expect(Set(try GoldenDrawing.recorded()).subtracting(drawn) == [])
  }

  /// A figure of many words, and one whose words stand among its marks.
  private static let inKorean: [any Figure.Type] = [LossCurveFigure.self, BackpropFlowFigure.self]

  /// A figure with fields, dots, keys and axes.
  private static let inThemes: any Figure.Type = DecisionBoundaryFigure.self

  /// The themes that the other tests do not draw in.
  private static let themes = Theme.all.filter { $0.name != Theme.paper.name }
}
