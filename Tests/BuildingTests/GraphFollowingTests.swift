import TestFolders
import Building
import Testing

/// Products that look at the files of others.
struct GraphFollowingTests {
  /// A page that shows a picture and links to a recipe.
  private func book() throws -> Workshop {
    try Workshop([
      ToyProduct("color"),
      ToyProduct("picture", writes: ["picture"], of: ["color"]),
      ToyProduct("page", writes: ["page"], after: ["picture"]),
      ToyProduct("cover", writes: ["cover"], after: ["page"]),
    ])
  }

  @Test func `a follower is made after what it looks at, whatever takes longer`() async throws {
    let shop = try book()
    shop.update("page") { $0.cost = 1000 }
    for threads in [1, 4] {
      shop.change("color", "\(threads)")
      try await shop.build(threads: threads)
      #expect(shop.made().prefix(3) == ["color", "picture", "page"])
    }
  }

  @Test func `a follower is made again if the files are others, and told why`() async throws {
    let shop = try book()
    try await shop.build()
    _ = shop.made()
    shop.change("color", "red")
    let report = try await shop.build()
    // The page itself says the same as before, so that the cover need not be made.
    #expect(shop.made() == ["color", "picture", "page"])
    #expect(report.why == ["picture: color changed", "page: the files of picture changed"])
  }

  @Test func `a follower of a product that gave the same files is not made`() async throws {
    let shop = try book()
    shop.update("picture") { $0.act = { _ in "black and white" } }
    try await shop.build()
    _ = shop.made()
    shop.change("color", "red")
    let report = try await shop.build()
    #expect(shop.made() == ["color", "picture"])
    #expect(report.why == ["picture: color changed"])
    #expect((report.writtenCount, report.unchangedCount) == (0, 3))
    #expect(try await shop.build().why == [])
  }

  @Test func `a follower of what is not asked for looks at what is there`() async throws {
    let shop = try book()
    try await shop.build()
    shop.change("color", "red")
    #expect(try await shop.build(["page"]).why == [])
    #expect(try await shop.build(["picture"]).why == ["picture: color changed"])
    #expect(try await shop.build(["page"]).why == ["page: the files of picture changed"])
  }

  @Test func `a follower finds the files of other groups in their places`() async throws {
    let shop = try Workshop([
      ToyProduct("picture", in: "one", writes: ["picture"]),
      ToyProduct("late", in: "one", writes: ["late"], of: ["picture"]),
      ToyProduct("cover", in: "two", writes: ["cover"], after: ["picture"]).doing { making in
        String(decoding: making.bench.bytes(at: "one/picture") ?? [], as: UTF8.self)
      },
    ])
    for threads in [1, 2] {
      shop.change("picture", "\(threads)")
      try await shop.build(threads: threads)
      #expect(shop.texts["two/cover"] == "picture(\(threads))")
      #expect(shop.placed == ["one", "two"])
    }
  }
}
