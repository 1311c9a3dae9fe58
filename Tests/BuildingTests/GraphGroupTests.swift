import TestFolders
import Building
import Files
import Testing

/// Files that are put in place together, and what a build says on its way.
struct GraphGroupTests {
  /// Two groups whose products take turns.
  private func houses() throws -> Workshop {
    try Workshop(
      (1...6).map { number in
        ToyProduct(
          Toy("\(number)"), in: number % 2 == 0 ? "even" : "odd", writes: [Toy("file-\(number)")],
          after: number > 1 ? [Toy("\(number - 1)")].filter { _ in number == 6 } : [])
      })
  }

  @Test(arguments: [1, 2, 8])
  func `a group is put in place when all of it is made, and not before`(threads: Int) async throws {
    let shop = try houses()
    for word in ["old", "new"] {
      for number in 1...6 { shop.change(Toy("\(number)"), word) }
      let (folder, before) = (shop.folder, shop.texts)
      shop.beforePlacing = { group, next in
        // Until now there is nothing of it to be seen; what it will be is known.
        let seen = folder.files.filter { $0.hasPrefix("\(group)/file") }
        #expect(seen == before.keys.filter { $0.hasPrefix("\(group)/") }.sorted())
        for path in seen { #expect(folder.text(path) == before[path]) }
        #expect(next.files.filter { $0.path.hasPrefix("\(group)/") }.count == 3)
      }
      try await shop.build(threads: threads)
      #expect(shop.placed.sorted() == ["even", "odd"])
      #expect(shop.texts.count == 6)
      #expect(shop.texts.allSatisfy { $0.value.hasSuffix("(\(word))") })
    }
  }

  @Test func `records never tell of a group that is not in place`() async throws {
    let shop = try houses()
    shop.beforePlacing = { group, next in
      let others = next.files.filter { !$0.path.hasPrefix("\(group)/") }
      #expect(
        others.allSatisfy { shop.output.bytes(at: $0.path).map { Digest(of: $0) } == $0.digest })
    }
    for word in ["old", "new"] {
      for number in 1...6 { shop.change(Toy("\(number)"), word) }
      try await shop.build()
    }
    for file in shop.records.files { #expect(file.stamp == shop.output.stamp(of: file.path)) }
  }

  @Test func `a group in which nothing changes is not put in place again`() async throws {
    let shop = try houses()
    try await shop.build()
    shop.change("2", "new")
    let report = try await shop.build()
    #expect(shop.placed == ["even"])
    #expect(report.groups.sorted() == ["even", "odd"])
    #expect((report.writtenCount, report.unchangedCount) == (1, 5))
  }

  @Test func `what a group made is known even where it may not be put in place`() async throws {
    let shop = try houses()
    try await shop.build(["1", "3", "5"])
    #expect(shop.records.files.map { $0.path } == ["odd/file-1", "odd/file-3", "odd/file-5"])
    #expect(shop.placed == ["odd"])
  }
}

extension GraphGroupTests {
  private func kitchen() throws -> Workshop {
    try Workshop([
      ToyProduct("flour").with { $0.cost = 0 },
      ToyProduct("dough", of: ["flour"]).with { $0.cost = 5 }.thatIsKept.doing { making in
        for share in [0.5, 0.2, 2, -1] { making.bench.progress(share) }
        return making.usual
      },
      ToyProduct("bread", in: "one", writes: ["bread"], of: ["dough"]).with { $0.cost = 3 },
      ToyProduct("toast", in: "two", writes: ["toast"], of: ["dough"]).with { $0.cost = 2 },
    ])
  }

  @Test(arguments: [1, 2])
  func `progress goes up to one and never back`(threads: Int) async throws {
    let shop = try kitchen()
    try await shop.build(threads: threads)
    let shares = shop.progress.map { $0.share }
    #expect(shares == shares.sorted())
    #expect(shares.first == 0.25)
    #expect(shares.last == 1)
    #expect(shop.progress.allSatisfy { $0.done <= $0.total })
    #expect(shop.progress.last.map { [$0.done, $0.total] } == [3, 3])
    // What costs nothing is not worth a word.
    #expect(shop.progress.count == 4 + 3)
  }

  @Test func `what is read from where it is kept counts as done`() async throws {
    let shop = try kitchen()
    try await shop.build()
    shop.change("bread", "rye")
    try await shop.build()
    #expect(shop.progress.map { $0.share } == [5 / 8, 1])
    #expect(shop.progress.map { "\($0.event)" }.first?.contains("kept") == true)
  }

  @Test func `a build with nothing to do says nothing`() async throws {
    let shop = try kitchen()
    try await shop.build()
    try await shop.build()
    #expect(shop.progress.isEmpty)
  }

  @Test func `what fails is done with`() async throws {
    let shop = try kitchen()
    shop.update("bread") { $0.act = { _ in throw ToyFailure(reason: "burnt") } }
    try await shop.build()
    #expect(shop.progress.last?.share == 1)
  }
}
