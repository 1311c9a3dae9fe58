/// Products and the arrows between them.
package struct Graph<ID: ProductID, Failure: Error & Equatable & Sendable>: Sendable {
  package typealias Item = any Product<ID, Failure>

  /// Names of the products; whatever one is made of stands before it.
  let order: [ID]
  let products: [ID: Item]
  /// The product that makes an output.
  let makers: [ID: ID]

  /// Makes a graph of products, each listed after those that it needs and follows; some that it follows may not be
  /// listed at all.
  ///
  /// Groups are made of, and look at, others in one direction only: a group is put in place as a whole.
  package init(_ products: [Item]) {
    var known: [ID: Item] = [:]
    var makers: [ID: ID] = [:]
    var unlisted: [ID: ID] = [:]
    for product in products {
      precondition(known[product.id] == nil, "'\(product.id)' is listed twice")
      for other in product.needs {
        precondition(known[other] != nil, "'\(product.id)' is listed before '\(other)'")
      }
      for other in product.follows where known[other] == nil { unlisted[other] = product.id }
      if let early = unlisted[product.id] {
        preconditionFailure("'\(early)' is listed before '\(product.id)'")
      }
      known[product.id] = product
      for output in product.outputs { makers[output] = product.id }
    }
    order = products.map { $0.id }
    self.products = known
    self.makers = makers
    let circle = groupsInCircles
    precondition(circle.isEmpty, "the groups \(circle.sorted()) are made of each other")
  }

  /// Groups that look at, or are made of, one that looks at them.
  private var groupsInCircles: Set<String> {
    // The groups whose files a value is made of; one without files of its own is of no group.
    var sources: [ID: Set<String>] = [:]
    var before: [String: Set<String>] = [:]
    for id in order {
      guard let product = products[id] else { continue }
      let near = uses(of: id).reduce(into: Set<String>()) { groups, other in
        groups.formUnion(sources[other] ?? [])
      }
      sources[id] = product.outputs.isEmpty ? near : [product.group]
      guard !product.outputs.isEmpty else { continue }
      before[product.group, default: []].formUnion(near.subtracting([product.group]))
    }
    while let free = before.first(where: { $0.value.isEmpty })?.key {
      before[free] = nil
      for group in before.keys { before[group]?.remove(free) }
    }
    return Set(before.keys)
  }

  /// Whether some product makes the output.
  package func makes(_ output: ID) -> Bool { makers[output] != nil }

  /// What some products are made of, and they themselves.
  func closure(of wanted: Set<ID>) -> Set<ID> {
    var found = wanted
    for id in order.reversed() where found.contains(id) {
      found.formUnion(products[id]?.needs ?? [])
    }
    return found
  }

  /// Products that some are followed by: those named, and of the needs those with files of their own.
  func predecessors(of id: ID) -> [ID] {
    guard let product = products[id] else { return [] }
    let built = product.needs.filter { products[$0]?.outputs.isEmpty == false }
    return listed(product.follows) + built.filter { !product.follows.contains($0) }
  }

  /// The products whose values one may be handed, each once.
  func uses(of id: ID) -> [ID] {
    guard let product = products[id] else { return [] }
    return product.needs + listed(product.follows).filter { !product.needs.contains($0) }
  }

  private func listed(_ ids: [ID]) -> [ID] { ids.filter { products[$0] != nil } }

  /// Removes kept values that no product of the graph could use.
  ///
  /// Values that were only to be put together are not kept once the whole is.
  package func tidy(_ store: ContentStore, in folders: Set<String>, _ records: Records<ID>) {
    var spare: Set<ID> = []
    for id in order {
      guard let product = products[id], product.isAssembled, let key = product.key(records),
        store.has(key)
      else { continue }
      spare.formUnion(product.needs)
    }
    let keys = order.filter { !spare.contains($0) }.compactMap { products[$0]?.key(records) }
    store.removeAll(in: folders, but: Set(keys))
  }
}

extension Product {
  /// The name under which the value is kept; nil if it is not kept.
  func key(_ records: Records<ID>) -> ContentStore.Key? {
    keeping.map { ContentStore.Key(folder: $0.folder, digest: inputs(of: id, records).digest) }
  }
}
