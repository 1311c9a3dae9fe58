import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The loss along the straight line from the start of a training to its end, and somewhat beyond.
///
/// Beside it, the losses that training really went through, each at the place of the line nearest to it.
struct StraightLines {
  let runs: [SurfaceRun]
  let resolution: Int

  /// The network at the end of a run: of one figure, its number says which.
  private struct EndKey: ValueKey {
    typealias Value = Network
    let run: Int
  }

  func plot(in context: FigureContext) -> Plot {
    let (theme, words) = (context.theme, context.words)
    var marks = [0.0, 1].map {
      Mark.rule(at: $0, of: .across, color: theme.frame, width: theme.hairline)
    }
    for (index, run) in runs.enumerated() {
      // The line of an animation is that of the whole training.
      let end = context.once(EndKey(run: index)) { run.trace.last.network }
      marks += self.marks(of: run, to: end, color: theme.color(ofSeries: index), theme)
    }
    var prints = SmallPrint()
    for run in runs { prints.add(run.trace.facts, of: run.title) }
    var notes = prints.whole(words)
    notes.append(words(.noteStraight, String(resolution)))
    let ends = Ticks(
      values: [-0.5, 0, 0.5, 1, 1.5], labels: ["", words(.start), "½", words(.end), ""])
    return Plot(
      theme: theme,
      keys: [
        .line(theme.ink, width: theme.line, dash: [], words(.alongLine)),
        .line(theme.ink, width: theme.hairline, dash: [2, 2.5], words(.alongPath)),
      ], note: notes.joined(separator: "\n"),
      panels: [
        Panel(
          x: Axis(words(.lineAxis), domain: -0.5...1.5, ticks: .fixed(ends)),
          y: Axis(words(.lossAxis), hasGrid: true), marks: marks)
      ], shape: .aspect(0.5))
  }

  private func marks(
    of run: SurfaceRun, to network: Network, color: Color, _ theme: Theme
  ) -> [Mark] {
    let evaluator = LossEvaluator(network, data: run.trace.dataset, loss: run.loss)
    let start = run.trace.first.network.parameters
    let slice = LossSlice.between(
      start, network.parameters, resolution: resolution, with: evaluator)
    let line = zip(slice.positions, slice.losses).map { Point($0, $1) }
    let square = zip(slice.direction, slice.direction).reduce(0) { $0 + $1.0 * $1.1 }
    let path = run.trace.steps.filter { $0.moment != .beforeUpdate }.map { step in
      let change = zip(step.network.parameters, start).map { $0 - $1 }
      let product = zip(change, slice.direction).reduce(0) { $0 + $1.0 * $1.1 }
      return Point(square > 0 ? product / square : 0, step.loss)
    }
    let ends = [path.first, path.last].compactMap { $0 }
    return [
      .line(path, color: color, width: theme.hairline * 1.4, dash: [2, 2.5]),
      .line(line, color: color, width: theme.line, label: runs.count > 1 ? run.title : nil),
      .dots(ends.map { Dot($0, color: color) }),
    ]
  }
}
