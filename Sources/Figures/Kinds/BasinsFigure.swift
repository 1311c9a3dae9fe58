import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// The basins of a function: every start in the color of the minimum that descent reaches from it.
///
/// The starts lie on a grid, and each is descended with the optimizer and the number of updates of
/// the scenario. What has not come to a minimum by then is gray. A function of one number is a curve
/// in these colors over a strip.
public struct BasinsFigure: Figure {
  /// The word in lesson files.
  public static let kind = "basins"
  /// The line of the guide.
  public static let summary =
    "every start in the color of the minimum that descent reaches from there"
  /// A section that shows it off.
  public static let example = """
    kind: basins
    scenario: descent
    resolution: 21
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    Field(
      "resolution", .integer(min: 5, max: 401), summary: "starts along each side",
      defaultText: "121"),
    Field(
      "paths", .boolean, summary: "whether the paths of the scenario's own starts are drawn",
      defaultText: "false"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let resolution: Int
  private let showsPaths: Bool
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    resolution = try reader.integer("resolution", default: 121)
    showsPaths = try reader.boolean("paths", default: false)
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// Descents are kept whole.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: .ends, kind: Descent.self) }
  }

  /// Draws a panel for each scenario.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let descents = try ComparedDescents.descents(scenarios, of: outcomes)
    let field = descents[0].field
    let isPlane = field.dimension == 2
    let x = window.x ?? field.domain[0]
    let y = isPlane ? window.y ?? field.domain[1] : 0...1
    let maps = zip(scenarios, descents).map { name, descent in
      BasinPicture(
        descent, named: name.text, x: x, y: y, resolution: resolution, showsPaths: showsPaths,
        in: context)
    }
    let titles = scenarios.map { outcomes.title(of: $0, words) }
    let panels = zip(maps, titles).map { map, title in
      Panel(
        title: maps.count > 1 ? title : "", subtitle: map.subtitle(words),
        x: Axis("x", domain: x),
        y: isPlane ? Axis("y", domain: y) : Axis("f(x)", domain: window.y ?? map.curveRange),
        marks: isPlane ? map.fieldMarks : map.curveMarks,
        hasEqualUnits: isPlane && Window.isSquareEnough(x, y))
    }
    var keys: [Key] = [.dot(.circle, theme.ink, words(.minimumOfBasin))]
    if maps.contains(where: { $0.hasUnsettled }) {
      let isEnd = descents[0].moment == nil
      keys.append(
        .swatch(
          BasinPicture.unsettledColor(theme), words(isEnd ? .notAtMinimum : .notYetAtMinimum)))
    }
    if showsPaths { keys.append(.line(theme.ink, width: theme.line, dash: [], words(.somePaths))) }
    let count = isPlane ? "\(resolution) × \(resolution)" : String(maps[0].starts)
    let note =
      ComparedDescents.note(descents, titles: titles, words) + [words(.noteBasins, count)]
    let height = (y.upperBound - y.lowerBound) / (x.upperBound - x.lowerBound)
    let isSquare = isPlane && Window.isSquareEnough(x, y)
    return Plot(
      theme: theme, keys: keys, note: note.joined(separator: " · "), panels: panels,
      columns: grid.columns,
      shape: .aspect(isSquare ? height : (isPlane || maps.count > 1 ? 0.75 : 0.5)), sharesX: true,
      sharesY: true, minimumPanelWidth: 170)
  }
}
