import Languages
import Drawings
import Plotting
import Tracing

/// The loss curves of one combination of a sweep's settings.
struct SeedCurves {
  let members: [SweepMember]
  let sweep: Sweep
  let levels: [OutcomeLevel]
  let nearness: Double
  let scale: ScaleTransform
  let context: FigureContext

  static func color(learned: Bool, _ theme: Theme) -> Color {
    learned ? theme.color(ofSeries: 0) : theme.accent
  }

  var panel: Panel {
    let (theme, words) = (context.theme, context.words)
    // Those that learned first, so that the others are not hidden.
    let sorted =
      members.filter { isLearned($0) != false } + members.filter { isLearned($0) == false }
    let strength = members.count > 60 ? 0.3 : 0.5
    var marks: [Mark] = sorted.map { member in
      let points = member.lossCurve.filter { $0.epoch > 0 }.map { point in
        Point(Double(point.epoch), scale == .log && point.loss <= 0 ? .nan : point.loss)
      }
      return .line(
        points, color: Self.color(learned: isLearned(member) != false, theme).opacity(strength),
        width: theme.hairline)
    }
    let last = Double(max(sweep.epochCount, 2))
    for level in levels where scale == .linear || level.value > 0 {
      marks.append(
        .line(
          [Point(1, level.value), Point(last, level.value)], color: theme.ink,
          width: theme.hairline * 1.4, dash: [3, 2.5], label: label(level)))
    }
    let title = (members.first?.settings ?? []).map { words.name(of: $0) }
      .joined(separator: " · ")
    return Panel(
      title: title, subtitle: subtitle,
      x: Axis(words(.epochAxis), transform: .log, domain: 1...last),
      y: Axis(words(.lossAxis), transform: scale), marks: marks)
  }

  /// `ln 2/2: 41%`.
  private func label(_ level: OutcomeLevel) -> String {
    let near = members.filter { ($0.finalLoss - level.value).magnitude <= nearness }.count
    let isLong = level.name.count > 8
    let name = isLong ? NumberText.fixed(level.value, places: 3) : level.name
    return name + ": " + Shown.share(Double(near) / Double(max(members.count, 1)))
  }

  /// How many learned, of how many.
  private var subtitle: String {
    let judged = members.compactMap(isLearned)
    guard !judged.isEmpty else { return "" }
    return context.words(
      .learnedOf, String(judged.filter { $0 }.count), String(members.count))
  }

  private func isLearned(_ member: SweepMember) -> Bool? {
    sweep.threshold.map { threshold in
      member.finalAccuracy.map { $0 >= threshold } ?? (member.finalLoss <= threshold)
    }
  }
}
