import Building
import Files
import Testing

/// The number of threads changes nothing that is written.
struct GraphThreadsTests {
  /// Sixty toys in six groups, made of and following some of those before: the same on every run.
  private func factory(seed: UInt64) throws -> Workshop {
    var numbers = Numbers(state: seed)
    var toys: [ToyProduct] = []
    for number in 0..<60 {
      var toy = ToyProduct(Toy("\(number)"), in: "group-\(numbers.next(below: 6))")
      // Groups are made of others in one direction only.
      let before = toys.filter { $0.group <= toy.group && numbers.next(below: 8) == 0 }
      toy.cost = Double(1 + numbers.next(below: 9))
      if numbers.next(below: 3) > 0 {
        toy.outputs = (0...numbers.next(below: 2)).map { Toy("\(number)-\($0)") }
        toy.follows = before.filter { !$0.outputs.isEmpty && numbers.next(below: 2) == 0 }
          .map { $0.id }
      } else if numbers.next(below: 2) == 0 {
        toy = toy.thatIsKept
      }
      toy.needs = before.map { $0.id }.filter { !toy.follows.contains($0) }
      toys.append(toy)
    }
    return try Workshop(toys)
  }

  @Test(arguments: 1...12)
  func `the same files come of one, two and eight threads`(seed: UInt64) async throws {
    var builds: [[String: String]] = []
    var digests: [[Digest]] = []
    for threads in [1, 2, 8] {
      let shop = try factory(seed: seed)
      // From nothing, after some changes, and after losses.
      try await shop.build(threads: threads)
      let made = shop.made()
      #expect(made.count == Set(made).count)
      for number in stride(from: 3, to: 60, by: 17) { shop.change(Toy("\(number)"), "new") }
      try await shop.build(threads: threads)
      builds.append(shop.texts)
      for path in shop.texts.keys.sorted().prefix(5) { try shop.folder.remove(path) }
      try await shop.build(threads: threads)
      #expect(shop.texts == builds.last)
      digests.append(shop.records.files.map { $0.digest })
      _ = shop.made()
      #expect(try await shop.build(threads: threads).why == [])
      #expect(shop.made() == [])
    }
    #expect(builds[0].count > 30)
    #expect(builds[1] == builds[0])
    #expect(builds[2] == builds[0])
    #expect(digests[1] == digests[0])
    #expect(digests[2] == digests[0])
  }

  @Test(arguments: 1...12)
  func `after changes the files are those of a fresh build`(seed: UInt64) async throws {
    let (edited, fresh) = (try factory(seed: seed), try factory(seed: seed))
    try await edited.build()
    for shop in [edited, fresh] {
      for number in stride(from: 2, to: 60, by: 13) { shop.change(Toy("\(number)"), "new") }
    }
    try await edited.build(threads: 2)
    try await fresh.build()
    #expect(edited.texts == fresh.texts)
  }

  @Test(arguments: 1...12)
  func `a forecast says what the build then does, and does nothing`(seed: UInt64) async throws {
    let shop = try factory(seed: seed)
    try await shop.build()
    for path in shop.texts.keys.sorted().suffix(4) { try shop.folder.remove(path) }
    let before = shop.folder.files
    let forecast = shop.forecast()
    #expect(shop.folder.files == before)
    let report = try await shop.build()
    #expect(Set(forecast.why) == Set(report.why))
    #expect(Set(forecast.how) == Set(report.how))
    #expect(shop.forecast().why == [])
    #expect(shop.forecast().how == [])
  }
}

/// Numbers that look random: the same on every run.
///
/// - Source: Knuth's MMIX generator, upper bits
private struct Numbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
