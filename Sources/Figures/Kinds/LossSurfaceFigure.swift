public import Lessons
import Networks
public import Plotting
import Tracing

/// The loss over a plane of parameters as a field with level lines, and the path that training took.
///
/// The plane holds two chosen parameters, two random directions scaled like the network's own units and
/// made orthogonal, or the principal components of the path. Several scenarios share the axes and one
/// color scale. A picture of more than two parameters is a slice: the small print says how far the path
/// runs off the plane, and what the loss is there beside what is drawn.
/// - Source: Li et al. 2018 for random directions; Goodfellow et al. 2015 for paths in a plane.
public struct LossSurfaceFigure: Figure {
  /// The word in lesson files.
  public static let kind = "loss-surface"
  /// The line of the guide.
  public static let summary =
    "the loss over two parameters or directions as a field with level lines and the path of training"
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
      "directions",
      .oneOf([.choice(["random", "path"]), .list(of: .integer(min: 1))]),
      summary:
        "'random', 'path', or the numbers of two parameters, weights by unit and then biases",
      defaultText: "random"),
    Field(
      "resolution", .integer(min: 5, max: 201), summary: "places along each side",
      defaultText: "61"),
    Field(
      "plateau", .number(above: 0),
      summary: "outlines where the length of the gradient is below this"),
    Field("draw-seed", .integer(min: 0), summary: "seed of random directions", defaultText: "0"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let directions: Directions
  private let resolution: Int
  private let plateau: Double?
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    directions = try Directions(in: &reader)
    resolution = try reader.integer("resolution", default: 61)
    plateau = try reader.optionalNumber("plateau")
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The path at about 120 epochs, dense at the start where it moves fastest.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: .logarithmic(120)) }
  }

  /// Draws a panel for each scenario.
  public func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    var slices: [SurfaceSlice] = []
    for name in scenarios {
      let trace = try traces.trace(of: name)
      guard let loss = trace.loss else {
        throw FigureError(
          "scenario '\(name.text)' is a perceptron, which has no loss", at: name.location)
      }
      slices.append(
        SurfaceSlice(
          trace: trace, loss: loss, title: traces.title(of: name, words),
          plane: try directions.plane(of: trace, at: name.location)))
    }
    let (x, y) = window.resolved(SurfaceSlice.window(of: slices))
    for index in slices.indices { slices[index].measure(x, y, resolution, plateau: plateau) }
    let range = SurfaceSlice.levels(of: slices)
    let axes = directions.axisNames(slices[0].trace.last.network, words)
    var notes = slices.map { $0.note(words, named: scenarios.count > 1) }
    notes.append(words(.noteSurface, String(resolution)))
    return Plot(
      theme: theme,
      keys: [
        .ramp(theme.sequential, domain: range, words(.lossLogColor)),
        .ring(theme.accent, words(.start)), .dot(.circle, theme.accent, words(.end)),
      ], note: notes.joined(separator: "\n"),
      panels: slices.map { slice in
        Panel(
          title: scenarios.count > 1 ? slice.title : "", subtitle: slice.score(words),
          x: Axis(axes.0, domain: x), y: Axis(axes.1, domain: y),
          marks: slice.marks(theme, range: range))
      }, columns: grid.columns, shape: .aspect(scenarios.count > 1 ? 1 : 0.75), sharesX: true,
      sharesY: true, minimumPanelWidth: 150)
  }
}
