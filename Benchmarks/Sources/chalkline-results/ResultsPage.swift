import Foundation

/// The page of results, in Markdown.
struct ResultsPage {
  let results: ResultsFile
  let cards: [RatioCard]

  var text: String {
    ([heading] + Comparison.workloads.map(section) + [limits, "\n" + Reasons.text])
      .joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let pictures = cards.map { "![\($0.title)](\($0.name).svg)" }.joined(separator: "\n\n")
    return """
      # Benchmarks

      The same work by Chalkline, by Python programs that a teacher would write today, and by plain C.
      `Benchmarks/compare` runs them in rounds, each as a whole process on one thread, and writes this
      page from the results alone.

      - Machine: \(results.origin.machine)
      - Date: \(results.origin.date)
      - Versions: \(results.origin.versions.filter { !$0.isEmpty }.joined(separator: "; "))

      **Core** is the work without imports and compilation, **process** start to exit; median [least] in
      seconds. **Ratio** is CPU time of the core over Chalkline's, the median of the rounds.

      \(pictures)

      """
  }

  private func section(_ workload: String, _ title: String, _ summary: String) -> String {
    let header = [
      "program", "core", "core, CPU", "process", "process, CPU", "MiB", "ratio",
    ]
    let rows = results.names(workload).map { name in
      let runs = results.runs(workload, name)
      let ratio = results.ratio(
        workload, name, to: Comparison.own(against: name), { $0.coreCPU })
      return [
        Comparison.title(workload, name), Self.seconds(runs.map { $0.core }),
        Self.seconds(runs.map { $0.coreCPU }), Self.seconds(runs.map { $0.wall }),
        Self.seconds(runs.map { $0.cpu }),
        String(format: "%.0f", runs.map { $0.peak }.max() ?? 0), ratio.map(RatioCard.text) ?? "",
      ]
    }
    return """
      ## \(workload): \(title)

      \(summary)

      \(Self.table(header, rows))
      \(stages(workload))
      """
  }

  /// Where Chalkline's own time goes.
  private func stages(_ workload: String) -> String {
    let runs = results.runs(workload, "chalkline")
    let names = Set(runs.flatMap { $0.stages.keys }).sorted()
    let parts = names.map { name in
      "\(name) \(Self.number(runs.compactMap { $0.stages[name] }.median))"
    }
    return parts.isEmpty
      ? "" : "\nChalkline's CPU seconds by stage: \(parts.joined(separator: ", ")).\n"
  }

  private var limits: String {
    let rows = cards.last?.groups.flatMap { group in
      group.rows.map { [group.heading, $0.name, RatioCard.text($0.ratio)] }
    }
    return """
      ## Limits

      Parts of the work against plain C, OpenBLAS and Cairo called from C. C with `-O3` calls the scalar
      functions of the C library, with `-Ofast` its vector ones.

      \(Self.table(["part", "program", "ratio"], rows ?? []))
      """
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private static func seconds(_ values: [Double]) -> String {
    "\(number(values.median)) [\(number(values.min() ?? .nan))]"
  }

  /// Three significant digits.
  private static func number(_ value: Double) -> String {
    let places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4
    return String(format: "%.\(places)f", value)
  }
}
