import Building
import Testing

/// What a build makes, in which order, and what it leaves alone.
struct GraphBuildTests {
  /// Flour and water make dough; dough makes bread and rolls.
  private func bakery() throws -> Workshop {
    try Workshop([
      ToyProduct("flour"), ToyProduct("water"),
      ToyProduct("dough", of: ["flour", "water"]),
      ToyProduct("bread", writes: ["bread"], of: ["dough"]),
      ToyProduct("rolls", writes: ["small", "large"], of: ["dough"]),
    ])
  }

  @Test func `each thing is made once, after all that it is made of`() async throws {
    let shop = try bakery()
    let report = try await shop.build()
    #expect(shop.made() == ["flour", "water", "dough", "bread", "rolls"])
    #expect(report.how == ["flour", "water", "dough", "bread", "rolls"].map { "made \($0)" })
    #expect(report.why == ["bread: it is new", "small: it is new", "large: it is new"])
    #expect(
      shop.texts == [
        "toys/bread": "bread(dough(flour(), water()))",
        "toys/small": "rolls(dough(flour(), water()))",
        "toys/large": "rolls(dough(flour(), water()))",
      ])
    #expect(report.groups == ["toys"])
    #expect((report.writtenCount, report.unchangedCount) == (3, 0))
    #expect(!report.isInterrupted)
  }

  @Test func `what is current is not made, nor what it is made of`() async throws {
    let shop = try bakery()
    try await shop.build()
    _ = shop.made()
    let report = try await shop.build()
    #expect(shop.made() == [])
    #expect(report.why == [])
    #expect(shop.placed == [])
    #expect(report.groups == ["toys"])
    #expect((report.writtenCount, report.unchangedCount) == (0, 3))
  }

  @Test func `what was not asked for is not made`() async throws {
    let shop = try bakery()
    try await shop.build(["bread"])
    #expect(shop.made() == ["flour", "water", "dough", "bread"])
    #expect(shop.texts.keys.sorted() == ["toys/bread"])
  }

  @Test func `a change makes what is made of it, and nothing else`() async throws {
    let shop = try bakery()
    shop.toys.append(ToyProduct("salad", writes: ["salad"], of: ["water"]))
    try await shop.build()
    _ = shop.made()
    shop.change("flour", "rye")
    let report = try await shop.build()
    #expect(shop.made() == ["flour", "water", "dough", "bread", "rolls"])
    #expect(
      report.why == ["bread: flour changed", "small: flour changed", "large: flour changed"])
    #expect(shop.texts["toys/bread"] == "bread(dough(flour(rye), water()))")
    #expect(shop.texts["toys/salad"] == "salad(water())")
    #expect((report.writtenCount, report.unchangedCount) == (3, 1))
  }

  @Test func `a file that is gone or was changed is made again, and no other of its product`()
    async throws
  {
    let shop = try bakery()
    try await shop.build()
    let before = shop.texts
    try shop.folder.remove("toys/small")
    try shop.folder.write("mine", to: "toys/bread")
    let report = try await shop.build()
    #expect(
      report.why == ["bread: its file was changed by somebody else", "small: its file is gone"])
    #expect(report.writtenCount == 2)
    #expect(shop.texts == before)
  }

  @Test func `files with the same bytes are left alone`() async throws {
    let shop = try bakery()
    try await shop.build()
    let stamp = shop.output.stamp(of: "toys/bread")
    // As if nothing were known of the folder.
    shop.records = Records()
    let report = try await shop.build()
    #expect((report.writtenCount, report.unchangedCount) == (0, 3))
    #expect(shop.output.stamp(of: "toys/bread") == stamp)
    // What is put in place and changes nothing is nobody's news.
    #expect(shop.placed == [])
    _ = shop.made()
    #expect(try await shop.build().why == [])
    #expect(shop.made() == [])
  }

  @Test func `what a product is handed are the values of its needs and of what it follows`()
    async throws
  {
    let shop = try Workshop([
      ToyProduct("a"), ToyProduct("b", writes: ["b"], of: ["a"]), ToyProduct("c", writes: ["c"]),
      ToyProduct("d", writes: ["d"], of: ["b"], after: ["c"]).doing { making in
        ["a", "b", "c", "d"].map { making.text(of: $0) ?? "nothing" }.joined(separator: ", ")
      },
    ])
    try await shop.build()
    #expect(shop.texts["toys/d"] == "nothing, b(a()), c(), nothing")
    // What it follows is current now: its value is not made for that alone.
    try shop.folder.remove("toys/d")
    _ = shop.made()
    try await shop.build()
    #expect(shop.made() == ["a", "b", "d"])
    #expect(shop.texts["toys/d"] == "nothing, b(a()), nothing, nothing")
  }

  @Test func `notes are kept with what they were taken of`() async throws {
    let shop = try Workshop([
      ToyProduct("a", writes: ["a"]).doing { making in
        making.bench.note([1, 2], of: "a")
        return making.usual
      }
    ])
    try await shop.build()
    #expect(shop.records["a"]?.notes == [1, 2])
    try await shop.build()
    #expect(shop.records["a"]?.notes == [1, 2])
  }
}
