import Languages
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// One layer of a network for one row, as matrices of real numbers with their shapes.
///
/// Forward z = W·a + b and a = f(z); backward δ = (Wᵀδ) ⊙ f′(z), ∂L/∂W = δ·aᵀ and ∂L/∂b = δ. The small
/// print says how far gradients that are shown are from central differences of the loss.
/// - Source: Nielsen 2015, "Neural networks and deep learning", chapter 2, equations BP1 to BP4.
public struct MatrixViewFigure: Figure {
  /// The word in lesson files.
  public static let kind = "matrix-view"
  /// The line of the guide.
  public static let summary =
    "one layer's forward and backward pass as matrices of numbers with their shapes"
  /// A section that shows it off.
  public static let example = """
    kind: matrix-view
    scenario: hidden-layer
    layer: 1
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false), RowPass.rowField,
    Field(
      "layer", .integer(min: 1), summary: "the layer, the first hidden one being 1",
      defaultText: "1"),
    CircuitPart.field,
    Field(
      "decimals", .integer(min: 0, max: 6), summary: "the most decimals of a number",
      defaultText: "3"),
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let row: Int?
  private let layer: Int
  private let layerLocation: SourceLocation
  private let part: CircuitPart
  private let decimals: Int

  /// Larger matrices are not read number by number.
  private static let mostUnits = 8

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    layerLocation = reader.location(of: "layer")
    layer = try reader.integer("layer", default: 1)
    part = try CircuitPart.decode(&reader)
    decimals = try reader.integer("decimals", default: 3)
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epoch)]
  }

  /// The row and the layer that the lesson names.
  public func check(_ starts: Outcomes) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    try check(
      try RowPass(trace, at: trace.last, row: row, for: Self.kind, at: scenario.location))
  }

  /// Draws the matrices.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (words, theme) = (context.words, context.theme)
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let step = try epoch.steps(of: trace)[0]
    let pass = try RowPass(trace, at: step, row: row, for: Self.kind, at: scenario.location)
    try check(pass)
    let equations = LayerEquations(pass: pass, layer: layer)
    let number = ShownNumber(decimals: decimals)
    let forward = MatrixPage.Part(heading: words(.forwardPart), equations: equations.forward)
    let backward = MatrixPage.Part(heading: words(.backwardPart), equations: equations.backward)
    let parts =
      (part.showsValues ? [forward] : []) + (part.showsGradients ? [backward] : [])
    let layout = NaturalPage(theme: theme)
    let page = MatrixPage.fitting(parts, in: layout, context: context, number: number)
    var notes = [
      (trace.facts + [.epoch(step.epoch)]).line(words), words(.rowNumber, String(pass.row)),
      words(.layer, String(layer)),
    ]
    if part.showsGradients {
      notes.append(words(.numericCheck, Shown.roughly(pass.numericError(inLayer: layer))))
    }
    let note = notes.joined(separator: " · ")
    let panel = Panel(
      x: .hidden(0...1), y: .hidden(0...1),
      marks: [.atNaturalSize(page.size, [.matrices(page.matrices), .labels(page.labels)])])
    return layout.plot(panel, size: page.size, keys: page.keys(words), note: note)
  }

  private func check(_ pass: RowPass) throws(FigureError) {
    let layers = pass.network.layers
    guard layer <= layers.count else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(counted(layers.count, "layer")), not \(layer)",
        at: layerLocation)
    }
    let next = layer < layers.count ? layers[layer].fanOut : 0
    let widest = max(layers[layer - 1].fanIn, layers[layer - 1].fanOut, next)
    guard widest <= Self.mostUnits else {
      throw FigureError(
        "layer \(layer) of scenario '\(scenario.text)' has a side of \(widest); '\(Self.kind)' "
          + "draws at most \(Self.mostUnits)", at: scenario.location)
    }
  }
}
