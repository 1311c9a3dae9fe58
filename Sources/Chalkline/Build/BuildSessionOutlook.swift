import Figures
import Lessons
import Tracing

extension BuildSession {
  /// What the build would do, a line each, if it were run.
  mutating func outlook() -> BuildOutlook {
    var outlook = BuildOutlook(findings: run.findings)
    for job in firstJobs() {
      guard case .train(let job, _) = job else { continue }
      let isKept = job.scenario.isWorthKeeping && store.has(job.key)
      let verb = isKept ? "take up" : job.scenario.isWorthKeeping ? "train" : "compute"
      outlook.lines.append("\(verb) \(job.source.id) \(job.scenario.name)")
      if verb == "train" { outlook.trainedCount += 1 }
    }
    outlook.lines += plan.reasons.map { "draw \($0)" }
    outlook.drawnCount = plan.reasons.count
    outlook.lines += plan.animationReasons.map { "animate \($0.figure): \($0.why)" }
    outlook.animatedCount = plan.animationReasons.count
    outlook.lines += plan.scenarioReasons.map { "write the numbers of \($0)" }
    outlook.lines += plan.documentReasons.map { "write \($0.path): \($0.why)" }
    describeCurrent(listedBy: old)
    for pages in pageSets(of: run.promising) {
      for item in pages.items {
        let inputs = pages.inputs(of: item)
        guard !cache.isCurrent(item.path, inputs, in: target) else { continue }
        let reasons = cache.reasons(item.path, inputs, in: target).joined(separator: ", ")
        outlook.lines.append("write \(item.path): \(reasons)")
      }
    }
    return outlook
  }
}
