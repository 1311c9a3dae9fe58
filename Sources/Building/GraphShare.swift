extension Graph {
  /// What a job builds that makes one of several equal parts of some products.
  ///
  /// Products that hang together by what they are made of stay together, so that nothing is made twice. The heaviest
  /// group goes to the job with the least to do so far, and so on down. What is only put together of others is left
  /// to the build that puts the parts together, with all that is made of it; its own needs are shared out.
  ///
  /// - Parameters:
  ///   - number: Which part, from 1.
  ///   - count: How many parts there are.
  ///   - wanted: What all parts together make.
  /// - Returns: What this part makes.
  package func share(_ number: Int, of count: Int, among wanted: Set<ID>) -> Set<ID> {
    var loads = [Double](repeating: 0, count: count)
    var own: Set<ID> = []
    for group in groups(of: shared(wanted)) {
      let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[least] += group.work
      if least == number - 1 { own.formUnion(group.wanted) }
    }
    return own
  }

  /// The outputs of some products.
  package func outputs(of ids: Set<ID>) -> Set<ID> {
    Set(ids.flatMap { products[$0]?.outputs ?? [] })
  }

  /// The wanted products but for those that are put together of others, and with these others.
  private func shared(_ wanted: Set<ID>) -> Set<ID> {
    var left: Set<ID> = []
    var pieces: Set<ID> = []
    let needed = closure(of: wanted)
    for id in order where needed.contains(id) {
      guard let product = products[id] else { continue }
      if product.isAssembled { pieces.formUnion(product.needs) }
      if product.isAssembled || product.needs.contains(where: { left.contains($0) }) {
        left.insert(id)
      }
    }
    // A piece may be put together itself.
    return wanted.union(pieces).subtracting(left)
  }

  private struct Group {
    var wanted: [ID] = []
    var work = 0.0
    let place: Int
  }

  /// Groups of products that share something that they are made of, the heaviest first.
  private func groups(of wanted: Set<ID>) -> [Group] {
    var leaders: [ID: ID] = [:]
    func leader(of id: ID) -> ID {
      var found = id
      while let next = leaders[found], next != found { found = next }
      return found
    }
    let needed = closure(of: wanted)
    let members = order.filter { needed.contains($0) }
    for id in members {
      leaders[id] = id
      for need in products[id]?.needs ?? [] {
        let (one, other) = (leader(of: id), leader(of: need))
        if one != other { leaders[one] = other }
      }
    }
    var groups: [ID: Group] = [:]
    for (place, id) in members.enumerated() {
      let leader = leader(of: id)
      groups[leader, default: Group(place: place)].work += products[id]?.cost ?? 0
      if wanted.contains(id) { groups[leader]?.wanted.append(id) }
    }
    return groups.values.sorted { ($1.work, $0.place) < ($0.work, $1.place) }
  }
}
