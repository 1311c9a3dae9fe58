import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// The loss over a plane of parameters, and the path that training took: a field with level lines, a
/// relief above its own level lines, or the loss along the straight line from start to end.
///
/// The plane holds two chosen parameters, two random directions scaled like the network's own units and
/// made orthogonal, or the principal components of the path. Several scenarios share the axes and one
/// color scale, side by side or, if they learn the same data, as paths on one surface. A picture of more
/// than two parameters is a slice: the small print says how far the path runs off the plane, and what
/// the loss is there beside what is drawn.
/// - Source: Li et al. 2018 for random directions; Goodfellow et al. 2015 for paths in a plane and the
///   line between two networks.
public struct LossSurfaceFigure: Figure {
  /// The word in lesson files.
  public static let kind = "loss-surface"
  /// The line of the guide.
  public static let summary =
    "the loss over two parameters or directions (field, 3-D or a line) and the path of training"
  /// A section that shows it off.
  public static let example = """
    kind: loss-surface
    scenario: hidden-layer
    directions: path
    resolution: 21
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    Field(
      "view", .choice(View.allCases.map { $0.rawValue }),
      summary: "a field with level lines, a relief, or the line from start to end",
      defaultText: "contour"),
    Field(
      "directions",
      .oneOf([.choice(["random", "path"]), .list(of: .integer(min: 1))]),
      summary:
        "'random', 'path', or the numbers of two parameters, weights by unit and then biases",
      defaultText: "random"),
    Field(
      "together", .boolean,
      summary: "whether the paths of all scenarios are drawn on the surface of the first",
      defaultText: "false"),
    Field(
      "path", .choice(PathMoments.allCases.map { $0.rawValue }),
      summary: "whether paths have a point for each epoch or for each update",
      defaultText: "epochs"),
    Field(
      "resolution", .integer(min: 5, max: 201), summary: "places along each side",
      defaultText: "61, or 41 in a relief"),
    Field(
      "plateau", .number(above: 0),
      summary: "outlines where the length of the gradient is below this"),
    Field("draw-seed", .integer(min: 0), summary: "seed of random directions", defaultText: "0"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private enum View: String, CaseIterable {
    case contour
    case relief = "3d"
    case slice
  }

  private let scenarios: [LocatedText]
  private let view: View
  private let directions: Directions
  private let sharesSurface: Bool
  private let moments: PathMoments
  private let resolution: Int
  private let plateau: Double?
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    view = try reader.choice(
      "view", of: "view", from: View.allCases, naming: { $0.rawValue }, default: .contour)
    // What a line from start to end does not have is refused as not applying.
    let isSlice = view == .slice
    directions = isSlice ? .path : try Directions(in: &reader)
    sharesSurface = isSlice ? true : try reader.boolean("together", default: false)
    moments =
      isSlice
      ? .epochs
      : try reader.choice(
        "path", of: "path", from: PathMoments.allCases, naming: { $0.rawValue }, default: .epochs)
    resolution = try reader.integer(
      "resolution", default: view == .relief ? 41 : isSlice ? 201 : 61)
    plateau = view == .contour ? try reader.optionalNumber("plateau") : nil
    window = isSlice ? Window() : try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The path at about 120 epochs, dense at the start where it moves fastest, or at every update.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: moments.schedule) }
  }

  /// The path is drawn from the start.
  public var needsPath: Bool { true }

  /// A loss, and one surface where it is shared.
  public func check(_ starts: Outcomes) throws(FigureError) {
    var first: SurfaceRun?
    for name in scenarios {
      let run = try run(of: name, starts, title: "")
      if sharesSurface, view != .slice, let first { try run.requireSurface(of: first) }
      first = first ?? run
    }
  }

  private func run(
    of name: LocatedText, _ outcomes: Outcomes, title: String
  ) throws(FigureError) -> SurfaceRun {
    let trace = try outcomes.value(of: name, as: Trace.self)
    guard let loss = trace.loss else {
      throw FigureError(
        "scenario '\(name.text)' is a perceptron, which has no loss", at: name.location)
    }
    return SurfaceRun(trace: trace, loss: loss, title: title, location: name.location)
  }

  /// Draws a panel for each scenario, or one for all.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let runs = try runs(of: outcomes, context.words)
    if view == .slice { return StraightLines(runs: runs, resolution: resolution).plot(in: context) }
    var slices = try slices(of: runs, context)
    let natural = SurfaceSlice.window(of: slices)
    let (x, y) = window.resolved(
      (x: context.span(SharedSpan.x, natural.x), y: context.span(SharedSpan.y, natural.y)))
    for index in slices.indices {
      let slice = slices[index]
      let key = GridKey(slice: index, x: x, y: y, resolution: resolution, plateau: plateau)
      slices[index].grids = context.once(key) {
        slice.measured(x, y, resolution, plateau: plateau)
      }
    }
    let range = context.span(SharedSpan.loss, SurfaceSlice.levels(of: slices))
    return Plot(
      theme: context.theme, keys: keys(slices, range, context), note: note(slices, context.words),
      panels: slices.enumerated().map { index, slice in
        let names = directions.axisNames(slice.paths[0].trace.last.network, context.words)
        return panel(
          of: slice, index, range: range, x: Axis(names.0, domain: x),
          y: Axis(names.1, domain: y), context)
      }, columns: grid.columns, shape: .aspect(slices.count > 1 ? 1 : 0.75),
      sharesX: view == .contour, sharesY: view == .contour, minimumPanelWidth: 150)
  }

  /// What is equally wide in all frames.
  private enum SharedSpan { case x, y, loss }

  /// The plane of a slice: of one figure, its number says which.
  private struct PlaneKey: ValueKey {
    typealias Value = SurfacePlane
    let slice: Int
  }

  /// What is measured over a part of that plane.
  private struct GridKey: ValueKey {
    typealias Value = SurfaceGrids
    let slice: Int
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let resolution: Int
    let plateau: Double?
  }

  /// What is drawn of it.
  private struct GroundKey: ValueKey {
    typealias Value = [Mark]
    let slice: Int
    let x: ClosedRange<Double>?
    let y: ClosedRange<Double>?
    let loss: ClosedRange<Double>
  }

  private func panel(
    of slice: SurfaceSlice, _ index: Int, range: ClosedRange<Double>, x: Axis, y: Axis,
    _ context: FigureContext
  ) -> Panel {
    let theme = context.theme
    let title = slice.title
    let score = slice.score(context.words)
    guard view == .relief, let heights = slice.heights(range) else {
      let key = GroundKey(slice: index, x: x.domain, y: y.domain, loss: range)
      let ground = context.once(key) {
        slice.ground(theme, range: range)
      }
      return Panel(
        title: title, subtitle: score, x: x, y: y, marks: ground + slice.pathMarks(theme))
    }
    let relief = Relief(
      heights: heights, ramp: theme.sequential, levels: SurfaceSlice.levels,
      paths: slice.paths.indices.map { (slice.paths[$0].places, slice.color($0, theme)) },
      names: (x.label, y.label))
    return Panel(
      title: title, subtitle: score, x: .hidden(0...1), y: .hidden(0...1), marks: [.relief(relief)])
  }

  private func runs(of outcomes: Outcomes, _ words: Words) throws(FigureError) -> [SurfaceRun] {
    try check(outcomes)
    var runs: [SurfaceRun] = []
    for name in scenarios {
      runs.append(try run(of: name, outcomes, title: outcomes.title(of: name, words)))
    }
    return runs
  }

  private func slices(
    of runs: [SurfaceRun], _ context: FigureContext
  ) throws(FigureError) -> [SurfaceSlice] {
    var slices: [SurfaceSlice] = []
    for group in sharesSurface ? [runs] : runs.map({ [$0] }) {
      // The plane of an animation is that of the whole training, and stands still.
      let plane = try context.once(PlaneKey(slice: slices.count)) {
        () throws(FigureError) -> SurfacePlane in
        let path = group.flatMap { moments.parameters(of: $0.trace) }
        return try directions.plane(of: group[0].trace, path: path, at: group[0].location)
      }
      slices.append(
        SurfaceSlice(
          traces: group.map { ($0.trace, $0.title) }, loss: group[0].loss,
          title: runs.count > 1 && !sharesSurface ? group[0].title : "", moments: moments,
          plane: plane))
    }
    return slices
  }

  private func keys(
    _ slices: [SurfaceSlice], _ range: ClosedRange<Double>, _ context: FigureContext
  ) -> [Key] {
    let (theme, words) = (context.theme, context.words)
    var keys = [Key.ramp(theme.sequential, domain: range, words(.lossLogColor))]
    let paths = slices[0].paths
    if paths.count > 1 {
      for (index, path) in paths.enumerated() {
        let name = path.title + " · " + path.score(words)
        keys.append(.line(slices[0].color(index, theme), width: theme.boldLine, dash: [], name))
      }
    }
    let color = paths.count > 1 ? theme.ink : theme.accent
    keys += [.ring(color, words(.start)), .dot(.circle, color, words(.end))]
    if let plateau {
      keys.append(
        .line(
          theme.quietInk, width: theme.line, dash: SurfaceSlice.plateauDash,
          "|∇L| = " + NumberText.short(plateau, places: 6)))
    }
    return keys
  }

  private func note(_ slices: [SurfaceSlice], _ words: Words) -> String {
    var prints = SmallPrint()
    for slice in slices { slice.describe(in: &prints, words) }
    return (prints.whole(words) + [words(.noteSurface, String(resolution))]).joined(separator: "\n")
  }
}
