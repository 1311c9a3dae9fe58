import Drawings
import Plotting
import Rendering

/// A picture of how many times as long as Chalkline other programs take.
struct RatioCard {
  /// The files' name, without an ending.
  let name: String
  let title: String
  let subtitle: String
  /// Headings, and below each the programs with their ratios.
  let groups: [(heading: String, rows: [(name: String, ratio: Double)])]

  /// All of each workload against what a Python user would write.
  static func python(_ results: ResultsFile) -> RatioCard {
    RatioCard(
      name: "benchmarks-python", title: "Against Python",
      subtitle: "CPU time of the same work, imports left out: how many times Chalkline's",
      groups: Comparison.workloads.map { workload, title, _ in
        let rows = results.names(workload).filter { name in
          !name.hasPrefix("chalkline") && !name.hasPrefix("C ")
        }.compactMap { name in
          results.ratio(workload, name, to: Comparison.own(against: name), { $0.coreCPU })
            .map { (Comparison.title(workload, name), $0) }
        }
        return ("\(workload)  \(title)", rows.sorted { $0.1 > $1.1 })
      })
  }

  /// The parts of workloads against the machine's limits.
  static func limits(_ results: ResultsFile) -> RatioCard {
    RatioCard(
      name: "benchmarks-limits", title: "Against the machine's limits",
      subtitle: "CPU time of the same part: how many times Chalkline's; under 1, the other wins",
      groups: Comparison.limits.map { part in
        func time(_ stages: [String]) -> (ResultsFile.Run) -> Double? {
          { run in
            let times = stages.compactMap { run.stages[$0] }
            return times.count == stages.count ? times.reduce(0, +) : nil
          }
        }
        var rows = part.others.compactMap { other in
          results.ratio(
            other.workload, other.name, in: part.workload, time(other.stages),
            own: time(part.stages)
          ).map { (Comparison.title(other.workload, other.name), $0) }
        }
        if let parts = part.parts {
          let times = parts.parts.compactMap { results.parts[$0] }
          let own = results.runs(part.workload, "chalkline").compactMap(time(part.stages)).median
          if times.count == parts.parts.count, own > 0 {
            rows.append((parts.name, times.reduce(0, +) * parts.pictures / own))
          }
        }
        return (part.title, rows)
      })
  }

  /// The picture as files, by their endings.
  func files() throws -> [(String, [UInt8])] {
    let drawing = plot.drawing(measuring: try PangoTextMeasurer.measurer())
    let words = groups.flatMap { group in
      group.rows.map { "\(group.heading), \($0.name): \(Self.text($0.ratio))" }
    }
    let metadata = ImageMetadata(
      id: name, title: title, description: words.joined(separator: "; "))
    let renderer = try Renderer()
    return try [ImageFormat.png, .svg].map {
      ($0.fileExtension, try renderer.encode(drawing, as: $0, metadata: metadata).bytes)
    }
  }

  static func text(_ ratio: Double) -> String {
    NumberText.significant(ratio, digits: ratio >= 10 ? 3 : 2) + "×"
  }

  private var plot: Plot {
    let theme = Theme.paper
    var bars: [(row: Double, name: String, ratio: Double)] = []
    var headings: [(row: Double, text: String)] = []
    var row = 0.0
    for group in groups where !group.rows.isEmpty {
      headings.append((row, group.heading))
      row -= 1
      for (name, ratio) in group.rows {
        bars.append((row, name, ratio))
        row -= 1
      }
      row -= 0.4
    }
    let ratios = bars.map { $0.ratio }
    let domain = min(0.5, (ratios.min() ?? 1) * 0.8)...max(2, (ratios.max() ?? 1) * 2.2)
    let ticks = Ticks(
      values: bars.map { $0.row }.reversed(), labels: bars.map { $0.name }.reversed())
    return Plot(
      theme: theme, title: title, subtitle: subtitle,
      panels: [
        Panel(
          x: Axis("times as long as Chalkline", transform: .log, domain: domain, hasGrid: true),
          y: Axis(domain: (row + 0.6)...0.8, ticks: .fixed(ticks)),
          marks: [
            Self.bars(bars.map { ($0.row, $0.ratio) }, theme),
            .rule(at: 1, of: .across, color: theme.ink, width: theme.line),
            .labels(
              headings.map {
                TextLabel(
                  $0.text, at: Point(domain.lowerBound, $0.row), offset: Size(theme.tick.size, 0),
                  horizontal: .start, style: theme.tick.bold, hasPlate: true)
              }),
          ])
      ], shape: .height(-row * theme.tick.size * 1.75))
  }

  private static func bars(_ bars: [(row: Double, ratio: Double)], _ theme: Theme) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let half = theme.tick.size * 0.5
      for (row, ratio) in bars {
        let (one, end, y) = (frame.x(1), frame.x(ratio), frame.y(row))
        let color = ratio >= 1 ? theme.positive : theme.negative
        drawing.fill(
          .rectangle(
            Rectangle(
              x: min(one, end), y: y - half, width: (end - one).magnitude, height: 2 * half),
            radius: 1), color)
        drawing.text(
          text(ratio), at: Point(max(one, end) + half, y), theme.tick, theme.ink,
          vertical: .middle, measuring: frame.measurer)
      }
    }
  }
}
