import Building
import Files
import Tracing
import Wording

/// How a build went.
public struct BuildReport: Equatable, Sendable {
  /// What kept lessons from being built, in course order.
  public var findings: [Finding] = []
  /// Lessons of which everything that was asked for is up to date.
  public var lessonCount = 0
  /// Figures that are up to date, drawn or found so; one in two languages counts once.
  public var figureCount = 0
  /// Files that were new or have changed.
  public var writtenCount = 0
  /// Files that already held the same bytes.
  public var unchangedCount = 0
  /// Files of figures and scenarios that the course has no more.
  public var removedCount = 0
  /// Scenarios that were trained, swept or descended.
  public var trainedCount = 0
  /// Perceptrons and formulas that were computed, which is as quick as reading what they gave.
  public var computedCount = 0
  /// Scenarios whose outcome an earlier build had kept.
  public var reusedCount = 0
  /// Pages that were made, be their bytes new or not.
  public var pageCount = 0
  /// Why each figure that was not current was drawn, a line each.
  public var reasons: [String] = []
  /// Why the numbers of a scenario were written, why pages were made, and what cannot be kept.
  public var otherReasons: [String] = []

  /// Makes the report of a build that has done nothing yet.
  public init() {}

  /// Whether everything was built.
  public var isComplete: Bool { !findings.contains { $0.severity == .error } }

  /// One line: `11 lessons, 40 figures: 12 files written, 228 unchanged`.
  public var summary: String {
    var text = "\(counted(lessonCount, "lesson")), \(counted(figureCount, "figure")): "
    text += "\(counted(writtenCount, "file")) written, \(unchangedCount) unchanged"
    return removedCount == 0 ? text : text + ", \(removedCount) removed"
  }

  /// What is new, in a few words: `1 scenario trained, 2 figures drawn, 2 pages made`.
  public var change: String {
    let parts = [
      (trainedCount + computedCount, "scenario", "trained"), (reasons.count, "figure", "drawn"),
      (pageCount, "page", "made"),
    ].filter { $0.0 > 0 }.map { "\(counted($0.0, $0.1)) \($0.2)" }
    return parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
  }

  /// What it took, in one line: `1 scenario trained, 0 computed, 2 reused; ...`.
  public var work: String {
    "\(counted(trainedCount, "scenario")) trained, \(computedCount) computed, "
      + "\(reusedCount) reused; "
      + "\(counted(reasons.count, "figure")) drawn, \(counted(pageCount, "page")) made"
  }

  mutating func count(_ outcome: Disk.WriteOutcome) {
    switch outcome {
    case .written: writtenCount += 1
    case .unchanged: unchangedCount += 1
    }
  }
}

extension BuildReport {
  /// What a build of the graph has come to, of which some products were wanted.
  init(
    _ graph: GraphReport<ProductName, Finding>, _ plan: CoursePlan, _ wanted: Set<ProductName>
  ) {
    self.init()
    let built = Set(graph.groups)
    let resting = plan.resting.values
    lessonCount = plan.lessons.count { built.contains($0.id) } + resting.count
    figureCount =
      built.reduce(0) { $0 + Self.figures(of: $1, in: wanted) }
      + resting.reduce(0) { $0 + $1.figureCount }
    writtenCount = graph.writtenCount
    unchangedCount = graph.unchangedCount + resting.reduce(0) { $0 + $1.fileCount }
    findings = plan.findings(with: graph.failures.map { ($0.product, $0.failure) })
    for (_, manner) in plan.outcomeManners(graph.origins) {
      switch manner {
      case .reuse: reusedCount += 1
      case .train: trainedCount += 1
      case .compute: computedCount += 1
      }
    }
    let tasks = BuildTasks(graph.reasons, plan.source.course)
    reasons = tasks.lines { if case .figure(let name) = $0 { name } else { nil } }
    reasons += tasks.lines {
      if case .animation(let name) = $0 { "\(name) animation" } else { nil }
    }
    otherReasons = tasks.lines { task in
      switch task {
      case .numbers(let lesson, let scenario): "\(lesson) \(scenario)"
      case .document(let path): path
      case .figure, .animation, .outcome, .page: nil
      }
    }
    otherReasons += graph.objections.map { product, objection in
      "\(product.lesson ?? "") \(product.name): \(objection.sentence)"
    }
    let pages = tasks.lines { if case .page(let path) = $0 { path } else { nil } }
    otherReasons += pages
    pageCount = graph.origins.count { $0.product.isPage && $0.origin == .made }
  }
}

extension BuildReport {
  /// How many figures of a lesson are among what is wanted; one in two languages counts once.
  static func figures(of lesson: String, in wanted: Set<ProductName>) -> Int {
    Set(wanted.lazy.filter { $0.kind == .images && $0.lesson == lesson }.map { $0.name }).count
  }
}

extension ContentStore.Objection {
  fileprivate var sentence: String {
    switch self {
    case .tooLarge(let size):
      "is trained anew for every change of its figures: what there is to keep of it takes "
        + "\(size >> 20) MiB"
    case .disk(let error): "is not kept: \(error)"
    }
  }
}

extension ProductName {
  /// Whether it is a page.
  var isPage: Bool { kind == .page || kind == .coursePage }
}
