package import Files

/// What a build would do, found without doing it.
package struct GraphForecast<ID: ProductID>: Sendable {
  /// Why each stale output would be made, in the order of the graph.
  package private(set) var reasons: [(output: ID, reasons: [Reason])] = []
  /// The values that would be had for it, and how, in the order of the graph.
  package private(set) var origins: [(product: ID, origin: ProductOrigin)] = []

  /// Looks at what `records` say of the wanted products.
  ///
  /// Where inputs of one product look at the files of another, the files that are there now count.
  package init<Failure>(
    of graph: Graph<ID, Failure>, making wanted: Set<ID>, knowing records: Records<ID>,
    in output: OutputFolder, with store: ContentStore
  ) {
    var records = records
    var made: Set<ID> = []
    for id in graph.order where wanted.contains(id) {
      guard let product = graph.products[id] else { continue }
      var isStale = product.outputs.isEmpty && product.key(records).map { !store.has($0) } ?? true
      for item in product.outputs {
        let found = records.reasons(of: item, product.inputs(of: item, records), in: output)
        guard !found.isEmpty else { continue }
        isStale = true
        reasons.append((item, found))
      }
      if isStale { made.insert(id) }
    }
    var had: [ID: ProductOrigin] = [:]
    for id in graph.order.reversed() {
      guard made.contains(id), let product = graph.products[id] else { continue }
      had[id] = .made
      for need in product.needs where !made.contains(need) {
        let key = graph.products[need]?.key(records)
        if let key, store.has(key) { had[need] = .kept } else { made.insert(need) }
      }
    }
    origins = graph.order.compactMap { id in had[id].map { (id, $0) } }
  }
}
