import Building

/// How far a build is.
public struct BuildProgress: Equatable, Sendable {
  /// Jobs that are done.
  public let done: Int
  /// Jobs known so far.
  public let total: Int
  /// The share of the work that is done, 0...1, as far as it can be told before.
  public let share: Double
  /// What was done last, `xor: trained hidden-layer`, or is being done: `xor: training hidden-layer, 40 %`.
  public let latest: String
}

extension BuildProgress {
  init(_ progress: GraphProgress<ProductName>, _ plan: CoursePlan) {
    let latest =
      switch progress.event {
      case .finished(let product, let origin): product.past(origin, plan)
      case .underway(let product, let share): product.present(share, plan)
      }
    self.init(done: progress.done, total: progress.total, share: progress.share, latest: latest)
  }
}

extension ProductName {
  /// What was done: `xor: drew boundary`.
  fileprivate func past(_ origin: ProductOrigin, _ plan: CoursePlan) -> String {
    let what =
      switch kind {
      case .outcome:
        origin == .kept
          ? "reused \(name)" : "\(plan.isWorthKeeping(self) ? "trained" : "computed") \(name)"
      case .block: "trained a part of \(name)"
      case .images: "drew \(name)"
      case .animation: "animated \(name)"
      case .documentDrawing: "drew \(name) for documents"
      case .document: "made \(name)"
      case .numbers: "wrote the numbers of \(name)"
      case .page, .coursePage: "wrote a page"
      default: name.isEmpty ? kind.word : name
      }
    return lesson.map { "\($0): \(what)" } ?? what
  }

  /// What is being done: `xor: training hidden, 40 %`.
  fileprivate func present(_ share: Double, _ plan: CoursePlan) -> String {
    let verb =
      switch kind {
      case .outcome, .block: "training"
      case .animation: "animating"
      default: "making"
      }
    let what = "\(verb) \(name), \(Int(share * 100)) %"
    return lesson.map { "\($0): \(what)" } ?? what
  }
}
