import Building

/// How the outcome of a scenario is had.
enum OutcomeManner: String, Sendable {
  /// By training, sweeping or descending.
  case train
  /// As quickly as reading what it gave would be.
  case compute
  /// From what an earlier build has kept.
  case reuse
}

extension CoursePlan {
  /// How the outcomes of scenarios were had, or would be, in the order in which that was told.
  ///
  /// A sweep of several blocks is trained if any of them is.
  func outcomeManners(
    _ origins: [(product: ProductName, origin: ProductOrigin)]
  ) -> [(scenario: ProductName, manner: OutcomeManner)] {
    var blocks: [String: Bool] = [:]
    for (product, origin) in origins where product.kind == .block {
      blocks[product.reference, default: false] =
        blocks[product.reference, default: false] || origin == .made
    }
    var told: Set<String> = []
    return origins.compactMap { product, origin in
      guard product.kind == .outcome || product.kind == .block,
        told.insert(product.reference).inserted
      else { return nil }
      if let isTrained = blocks[product.reference] { return (product, isTrained ? .train : .reuse) }
      return (product, origin == .kept ? .reuse : isWorthKeeping(product) ? .train : .compute)
    }
  }
}
