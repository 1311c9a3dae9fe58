import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// Paths of descent on a function of one or two numbers, and where each of them ends.
///
/// A function of one number is a curve with a ball at every few updates; one of two numbers is a field
/// with level lines. Stationary points are marked by kind with their values, and paths that are
/// caught in a minimum above the lowest are told apart from those that are not. Several scenarios on the
/// same function make panels side by side.
public struct DescentPathFigure: Figure {
  /// The word in lesson files.
  public static let kind = "descent-path"
  /// The line of the guide.
  public static let summary =
    "paths of descent on a function of one or two numbers, with its minima, saddles and maxima"
  /// A section that shows it off.
  public static let example = """
    kind: descent-path
    scenario: descent
    scale: log
    resolution: 31
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    Field(
      "show", .choice(Content.allCases.map(\.rawValue)),
      summary: "the paths, or the height above the lowest minimum after every update",
      defaultText: "paths"),
    Field(
      "scale", .choice(["linear", "log"]),
      summary: "how colors follow the value; log spreads the low ones", defaultText: "linear"),
    Field(
      "limit", .boolean,
      summary: "whether the learning rate is given as a share of 2/λ, beyond which it is too large",
      defaultText: "false"),
    Field(
      "resolution", .integer(min: 5, max: 401), summary: "places along each side of a field",
      defaultText: "101"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  enum Content: String, CaseIterable, Sendable {
    case paths, heights
  }

  private let scenarios: [LocatedText]
  private let content: Content
  private let isLogarithmic: Bool
  private let showsLimit: Bool
  private let resolution: Int
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    content = try reader.choice(
      "show", of: "content", from: Content.allCases, naming: { $0.rawValue }, default: .paths)
    isLogarithmic =
      try reader.choice(
        "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
        default: .linear) == .log
    showsLimit = try reader.boolean("limit", default: false)
    resolution = try reader.integer("resolution", default: 101)
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// Descents are kept whole.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: .ends, kind: Descent.self) }
  }

  /// Draws a panel for each scenario, or one of heights for all.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let words = context.words
    let descents = try ComparedDescents.descents(scenarios, of: outcomes)
    var titles = scenarios.map { outcomes.title(of: $0, words) }
    var note =
      showsLimit
      ? ComparedDescents.noteBesideRates(descents, titles: titles, words)
      : ComparedDescents.note(descents, titles: titles, words)
    if showsLimit, let first = descents.first, let limit = first.rateLimit {
      let largest = NumberText.short(2 / limit, places: 3)
      note.append(words(.noteRateLimit, NumberText.short(limit, places: 3), largest))
    }
    if content == .heights {
      if showsLimit { titles = zip(titles, descents).map { $0 + ", " + Self.rate(of: $1) } }
      return try DescentHeights(descents, titles: titles, context: context).plot(note: note)
    }
    let stride = DescentTrail.stride(of: descents)
    note.append(stride == 1 ? words(.dotEachUpdate) : words(.dotEvery, String(stride)))
    return descents[0].field.dimension == 1
      ? curves(descents, titles, stride, note, context)
      : fields(descents, titles, stride, note, context)
  }

  // MARK: Two numbers

  /// A picture of the function that all scenarios of the figure share.
  private struct FieldKey: ValueKey {
    typealias Value = (FieldPicture, [Mark])
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let resolution: Int
    let isLogarithmic: Bool
  }

  private func fields(
    _ descents: [Descent], _ titles: [String], _ stride: Int, _ note: [String],
    _ context: FigureContext
  ) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let field = descents[0].field
    let (x, y) = window.resolved((field.domain[0], field.domain[1]))
    let key = FieldKey(x: x, y: y, resolution: resolution, isLogarithmic: isLogarithmic)
    let (picture, background) = context.once(key) {
      let picture = FieldPicture(
        of: field, x: x, y: y, resolution: resolution, isLogarithmic: isLogarithmic)
      return (picture, picture.marks(theme))
    }
    let shown = field.stationaryPoints.filter {
      x.contains($0.position[0]) && y.contains($0.position[1])
    }
    let stationary = StationaryMarks(shown, theme: theme)
    let panels = zip(descents, titles).map { descent, title in
      var marks = background
      for (path, outcome) in zip(descent.paths, descent.outcomes) {
        marks += DescentTrail(
          Self.shown(path.positions.map { Point($0[0], $0[1]) }, x, y), outcome: outcome,
          stride: stride, upTo: descent.moment, theme: theme
        ).marks()
      }
      marks += stationary.marks { Point($0.position[0], $0.position[1]) }
      return Panel(
        title: descents.count > 1 ? title : "", subtitle: subtitle(of: descent, words),
        x: Axis("x", domain: x), y: Axis("y", domain: y), marks: marks,
        hasEqualUnits: Window.isSquareEnough(x, y))
    }
    let height = (y.upperBound - y.lowerBound) / (x.upperBound - x.lowerBound)
    return Plot(
      theme: theme,
      keys: [
        .ramp(
          theme.sequential, domain: picture.range,
          words(isLogarithmic ? .fieldLogValue : .fieldValue))
      ] + DescentTrail.keys(of: descents, x: x, y: y, theme, words)
        + StationaryMarks.keys(of: shown, theme, words),
      note: note.joined(separator: " · "), panels: panels, columns: grid.columns,
      shape: .aspect(Window.isSquareEnough(x, y) ? height : 0.75), sharesX: true, sharesY: true,
      minimumPanelWidth: 170)
  }

  /// A path up to where it has left the picture for good.
  private static func shown(
    _ places: [Point], _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) -> [Point] {
    let last = places.lastIndex { x.contains($0.x) && y.contains($0.y) }
    return Array(places.prefix((last ?? places.count) + 2))
  }

  // MARK: One number

  private func curves(
    _ descents: [Descent], _ titles: [String], _ stride: Int, _ note: [String],
    _ context: FigureContext
  ) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let field = descents[0].field
    let picture = CurvePicture(field, x: window.x ?? field.domain[0], theme: theme)
    let panels = zip(descents, titles).map { descent, title in
      var marks = [picture.curve]
      for (path, outcome) in zip(descent.paths, descent.outcomes) {
        marks += DescentTrail(
          CurvePicture.places(of: path), outcome: outcome, stride: stride, upTo: descent.moment,
          theme: theme
        ).marks()
      }
      marks += picture.stationary
      return Panel(
        title: descents.count > 1 ? title : "", subtitle: subtitle(of: descent, words),
        x: Axis("x", domain: picture.x), y: Axis("f(x)", domain: window.y ?? picture.y),
        marks: marks)
    }
    return Plot(
      theme: theme,
      keys: DescentTrail.keys(of: descents, x: picture.x, theme, words)
        + StationaryMarks.keys(of: field.stationaryPoints, theme, words),
      note: note.joined(separator: " · "), panels: panels, columns: grid.columns,
      shape: theme.keepsProportion ? .fill : .aspect(descents.count > 1 ? 0.85 : 0.55),
      sharesX: true, sharesY: true, minimumPanelWidth: 170)
  }

  private static func rate(of descent: Descent) -> String {
    NumberText.short(descent.spec.optimizer.learningRate, places: 4)
  }

  /// How many starts were caught, or the learning rate beside its limit.
  private func subtitle(of descent: Descent, _ words: Words) -> String {
    if showsLimit, let limit = descent.rateLimit {
      let share = descent.spec.optimizer.learningRate / limit
      return words(.rateOfLimit, Self.rate(of: descent), NumberText.short(share, places: 3))
    }
    let caught = descent.outcomes.filter { $0 == .caught }.count
    // On the way, nothing is caught yet.
    guard descent.hasHigherMinimum, descent.moment ?? .max >= descent.stepCount else { return "" }
    return words(.caughtCount, String(caught), String(descent.paths.count))
  }
}
