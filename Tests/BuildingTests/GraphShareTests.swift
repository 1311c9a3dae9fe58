import Building
import Testing

/// A build in equal parts.
struct GraphShareTests {
  /// Lessons with a trace each, two images of it, and one more that stands alone.
  private func lessons() throws -> Workshop {
    let toys = (1...5).flatMap { number in
      [
        ToyProduct(Toy("trace-\(number)"), in: "\(number)").thatIsKept.with {
          $0.cost = Double(number * 10)
        },
        ToyProduct(
          Toy("one-\(number)"), in: "\(number)", writes: [Toy("one-\(number)")],
          of: [Toy("trace-\(number)")]),
        ToyProduct(
          Toy("two-\(number)"), in: "\(number)", writes: [Toy("two-\(number)")],
          of: [Toy("trace-\(number)")]),
        ToyProduct(Toy("alone-\(number)"), in: "\(number)", writes: [Toy("alone-\(number)")]),
      ]
    }
    return try Workshop(toys)
  }

  @Test(arguments: 1...7)
  func `everything is in one part, and in one only`(count: Int) throws {
    let shop = try lessons()
    let parts = (1...count).map { shop.graph.share($0, of: count, among: shop.wanted) }
    #expect(parts.reduce(0) { $0 + $1.count } == shop.wanted.count)
    #expect(parts.reduce(into: Set()) { $0.formUnion($1) } == shop.wanted)
  }

  @Test(arguments: 1...7)
  func `what hangs together stays together`(count: Int) throws {
    let shop = try lessons()
    for part in (1...count).map({ shop.graph.share($0, of: count, among: shop.wanted) }) {
      for number in 1...5 {
        #expect(part.contains(Toy("one-\(number)")) == part.contains(Toy("two-\(number)")))
      }
    }
  }

  @Test func `the heaviest go to those with the least to do`() throws {
    let shop = try lessons()
    // 52 | 42 | 32, then 22 to the third, 12 to the second, and the rest one by one to the least.
    let heavy = (1...3).map { number in
      shop.graph.share(number, of: 3, among: shop.wanted).map { $0.name }
        .filter { $0.hasPrefix("one") }.sorted()
    }
    #expect(heavy == [["one-5"], ["one-1", "one-4"], ["one-2", "one-3"]])
  }

  @Test(arguments: [1, 2, 3, 7])
  func `parts built apart make nothing twice, and leave nothing for the whole`(count: Int)
    async throws
  {
    let (whole, merged) = (try lessons(), try lessons())
    try await whole.build()
    var made: [Toy] = []
    for number in 1...count {
      let part = try Workshop(merged.toys, in: merged.folder)
      try await part.build(part.graph.share(number, of: count, among: part.wanted))
      made += part.made()
      merged.records.merge(part.records)
    }
    #expect(made.sorted { $0.name < $1.name } == whole.made().sorted { $0.name < $1.name })
    let report = try await merged.build()
    #expect(merged.made() == [])
    #expect(report.why == [])
    #expect(merged.texts == whole.texts)
    #expect(merged.records.files.map { $0.digest } == whole.records.files.map { $0.digest })
  }
}

extension GraphShareTests {
  /// A sweep that is put together of blocks, an image of it, and a poster of two sweeps that is one itself.
  private func sweeps() throws -> Workshop {
    let blocks = (1...4).map {
      ToyProduct(Toy("block-\($0)")).thatIsKept.with { $0.cost = 100 }
    }
    func assembled(_ id: Toy, of needs: [Toy]) -> ToyProduct {
      ToyProduct(id, of: needs).thatIsKept.with { $0.isAssembled = true }
    }
    return try Workshop(
      blocks + [
        assembled("sweep-1", of: ["block-1", "block-2"]),
        assembled("sweep-2", of: ["block-3", "block-4"]),
        ToyProduct("image", writes: ["image"], of: ["sweep-1"]),
        assembled("poster", of: ["sweep-1", "sweep-2"]),
        ToyProduct("print", writes: ["print"], of: ["poster"]),
        ToyProduct("alone", writes: ["alone"]),
      ])
  }

  @Test(arguments: 1...7)
  func `what is only put together is left out, and its pieces are shared out`(count: Int) throws {
    let shop = try sweeps()
    let parts = (1...count).map { shop.graph.share($0, of: count, among: shop.wanted) }
    let all = parts.reduce(into: Set()) { $0.formUnion($1) }
    #expect(all == ["block-1", "block-2", "block-3", "block-4", "alone"])
    #expect(parts.reduce(0) { $0 + $1.count } == all.count)
    // Each block may be made by a job of its own.
    let most = parts.map { $0.count { $0.name.hasPrefix("block") } }.max()
    #expect(most == (4 + count - 1) / count)
  }

  @Test func `the build that puts the parts together makes only what is left`() async throws {
    let shop = try sweeps()
    for number in 1...3 {
      try await shop.build(shop.graph.share(number, of: 3, among: shop.wanted))
    }
    #expect(Set(shop.made()) == ["block-1", "block-2", "block-3", "block-4", "alone"])
    try await shop.build()
    #expect(Set(shop.made()) == ["sweep-1", "sweep-2", "poster", "image", "print"])
  }
}
