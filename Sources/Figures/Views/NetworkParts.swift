import Languages
import Drawings
import Networks
import Plotting

extension NetworkDiagram {
  /// The height of the names of the parts; 0 where they are not wanted.
  var partsHeight: Double {
    guard namesParts else { return 0 }
    let width = theme.page.width - 2 * theme.margin
    return Callout.height(of: callouts, in: theme, width: width, measuring: context.measurer)
  }

  /// The names of the parts with the lines to them, and an arc over the connections into a unit.
  var partMarks: [Mark] {
    guard namesParts else { return [] }
    let last = sizes.count - 1
    let sources = visible(last - 1).count
    let arc = Mark.arc(
      around: lowest(last), radius: radius * Self.arcReach, from: place(last - 1, 0),
      to: place(last - 1, sources - 1), color: theme.accent, width: theme.line)
    return (sources > 1 ? [arc] : []) + [.callouts(callouts, height: partsHeight)]
  }

  /// How far from the middle of a unit the arc is drawn, in radii.
  private static let arcReach = 1.75

  private func lowest(_ layer: Int) -> Point { place(layer, visible(layer).count - 1) }

  /// One part of each kind, the lowest there is, from left to right.
  private var callouts: [Callout] {
    let words = context.words
    let last = sizes.count - 1
    let (input, unit) = (lowest(0), lowest(1))
    // What stands below a unit is passed at the side.
    let side = radius * 0.71
    let footnote = radius + theme.tick.size * 1.7
    var parts = [
      Callout(
        at: input, offset: Size(0, radius), title: words(.partInput), text: words(.partInputText)),
      Callout(
        at: Point(input.x + (unit.x - input.x) * 0.6, input.y + (unit.y - input.y) * 0.6),
        title: words(.partWeight), text: words(.partWeightText)),
      Callout(
        at: unit, offset: Size(-side, side), elbow: Size(-side * 1.1, side * 0.9),
        title: words(.partUnit), text: words(.partUnitText)),
      Callout(
        at: unit, offset: Size(0, footnote), title: words(.partBias), text: words(.partBiasText)),
    ]
    let sources = visible(last - 1).count
    parts += [
      Callout(
        at: lowest(last), toward: place(last - 1, sources - 1), distance: radius * Self.arcReach,
        title: words(.partFanIn, String(sizes[last - 1])), text: words(.partFanInText)),
      Callout(
        at: lowest(last), offset: Size(radius * 0.97, radius * 0.22),
        elbow: Size(side * 0.85, side * 0.4),
        title: words(.partOutput), text: words(.partOutputText)),
    ]
    return parts
  }
}
