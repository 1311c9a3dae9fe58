import Building
import Files
import Foundation
import Synchronization
import Testing

/// What a build does when something cannot be made.
struct GraphFailureTests {
  private static func fail(_ making: ToyProduct.Making) throws -> String {
    throw ToyFailure(reason: "no flour")
  }

  /// Two houses; in the first one something can be made to fail.
  private func houses() throws -> Workshop {
    try Workshop([
      ToyProduct("flour", in: "one"),
      ToyProduct("bread", in: "one", writes: ["bread"], of: ["flour"]),
      ToyProduct("toast", in: "one", writes: ["toast"], of: ["bread"]),
      ToyProduct("jam", in: "one", writes: ["jam"]),
      ToyProduct("soup", in: "two", writes: ["soup"]),
      ToyProduct("menu", in: "menu", writes: ["menu"], after: ["bread", "jam", "soup"]),
    ])
  }

  @Test(arguments: [1, 2, 8])
  func `a group with a failure keeps its old files, and the others get their new ones`(
    threads: Int
  ) async throws {
    let shop = try houses()
    try await shop.build()
    let before = shop.texts
    _ = shop.made()
    for toy in ["bread", "jam", "soup"] as [Toy] { shop.change(toy, "new") }
    shop.update("bread") { $0.act = Self.fail }
    let report = try await shop.build(threads: threads)
    #expect(report.failures.map { $0.product } == ["bread"])
    #expect(report.failures.map { $0.failure } == [ToyFailure(reason: "no flour")])
    #expect(
      shop.texts.filter { $0.key.hasPrefix("one/") } == before.filter { $0.key.hasPrefix("one/") })
    #expect(shop.texts["two/soup"] == "soup(new)")
    #expect(report.groups.sorted() == ["menu", "two"])
    #expect(!shop.made().contains("toast"))
    #expect(shop.folder.files.filter { $0.contains(".partial-") } == [])
  }

  @Test func `what failed is tried again, and is current once it can be made`() async throws {
    let shop = try houses()
    shop.update("bread") { $0.act = Self.fail }
    for _ in 1...2 { #expect(try await shop.build().failures.count == 1) }
    #expect(shop.texts["one/jam"] == nil)
    shop.update("bread") { $0.act = { $0.usual } }
    #expect(try await shop.build().failures.isEmpty)
    #expect(shop.texts["one/toast"] == "toast(bread(flour()))")
    #expect(try await shop.build().why == [])
  }

  @Test func `the same failure is told once`() async throws {
    let shop = try houses()
    for toy in ["bread", "jam"] as [Toy] { shop.update(toy) { $0.act = Self.fail } }
    #expect(try await shop.build().failures.count == 1)
    shop.update("jam") { $0.act = { _ in throw ToyFailure(reason: "no sugar") } }
    #expect(try await shop.build().failures.map { $0.failure.reason } == ["no flour", "no sugar"])
  }

  @Test func `nothing is made of what failed`() async throws {
    let shop = try houses()
    shop.update("flour") { $0.act = Self.fail }
    try await shop.build(["toast", "soup"])
    #expect(shop.made() == ["flour", "soup"])
  }

  /// Whoever looks at the files of a group must not be told of files that are then never put in place.
  @Test(arguments: [1, 2, 8], [[Toy("bread"), "jam"], ["jam", "bread"]])
  func `a follower of a group with a failure sees its old files`(threads: Int, order: [Toy])
    async throws
  {
    let shop = try houses()
    shop.update("menu") { menu in
      menu.act = { making in
        (["bread", "jam", "soup"] as [Toy]).map { toy in
          let digests = making.bench.records[toy]?.files.map { "\($0.digest)".prefix(8) } ?? []
          return "\(toy) \(digests)"
        }.joined(separator: "\n")
      }
    }
    try await shop.build()
    let before = try #require(shop.texts["menu/menu"])
    // One of the two is made, and the other one is not: be it before or after it.
    shop.change(order[0], "new")
    shop.update(order[1]) { toy in
      toy.word = "new"
      toy.act = Self.fail
    }
    try await shop.build(threads: threads)
    #expect(shop.texts["menu/menu"] == before)
    _ = shop.made()
    let report = try await shop.build(threads: threads)
    #expect(!report.why.contains { $0.hasPrefix("menu") })
  }

  @Test(arguments: [1, 2, 8])
  func `a follower of a group with a failure is handed none of its values`(threads: Int)
    async throws
  {
    let shop = try houses()
    shop.update("menu") { menu in
      menu.act = { making in
        (["bread", "jam", "soup"] as [Toy]).map { making.text(of: $0) ?? "as before" }
          .joined(separator: ", ")
      }
    }
    try await shop.build()
    #expect(shop.texts["menu/menu"] == "bread(flour()), jam(), soup()")
    for toy in ["bread", "jam", "soup", "menu"] as [Toy] { shop.change(toy, "new") }
    shop.update("toast") { $0.act = Self.fail }
    try await shop.build(threads: threads)
    #expect(shop.texts["menu/menu"] == "as before, as before, soup(new)")
  }
}

extension GraphFailureTests {
  @Test(arguments: [1, 2])
  func `an error of the disk ends the build, and leaves nothing beside`(threads: Int) async throws {
    let shop = try houses()
    try await shop.build()
    let before = shop.texts
    for toy in ["bread", "jam", "soup"] as [Toy] { shop.change(toy, "new") }
    shop.beforePlacing = { _, _ in throw DiskError("write", "a", reason: "no space left on device")
    }
    await #expect(throws: DiskError("write", "a", reason: "no space left on device")) {
      try await shop.build(threads: threads)
    }
    #expect(shop.texts == before)
    shop.beforePlacing = { _, _ in }
    try await shop.build()
    #expect(shop.texts["one/toast"] == "toast(bread(flour(), new))")
  }

  @Test func `a product that cannot write ends the build, and leaves nothing beside`()
    async throws
  {
    let shop = try houses()
    // A file stands where the folder must be.
    try shop.folder.write("mine", to: "two")
    let error = await #expect(throws: DiskError.self) { try await shop.build() }
    #expect(error?.reason == "there is a file of that name")
    #expect(shop.texts.keys.filter { $0.contains(".partial-") } == [])
  }

  @Test func `after an error of the disk nothing more is begun`() async throws {
    let shop = try Workshop(
      (1...9).map { ToyProduct(Toy("\($0)"), in: "\($0)", writes: [Toy("file-\($0)")]) })
    shop.beforePlacing = { group, _ in
      if group == "3" { throw DiskError("write", "a", reason: "no space left on device") }
    }
    await #expect(throws: DiskError.self) { try await shop.build() }
    #expect(shop.made() == ["1", "2", "3"])
    #expect(shop.texts.keys.sorted() == ["1/file-1", "2/file-2"])
    #expect(shop.records.files.map { $0.path } == ["1/file-1", "2/file-2"])
  }

  @Test func `a build that is told to stop keeps what is complete, and leaves nothing of the rest`()
    async throws
  {
    let stop = Mutex<(@Sendable () -> Void)?>(nil)
    let (isOver, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let shop = try Workshop([
      ToyProduct("soup", in: "one", writes: ["soup"]),
      ToyProduct("slow", in: "two", writes: ["slow"], of: ["soup"]).doing { making in
        stop.withLock { $0 }?()
        // Nobody waits for what is still being made: it ends after the build, and writes in vain.
        isOver.wait()
        defer { isDone.signal() }
        try making.bench.write([1], to: "two/more", FileFacts("txt"), of: "slow")
        return making.usual
      },
    ])
    let folder = shop.folder
    let report = try await build(shop) { task in stop.withLock { $0 = { task.cancel() } } }
    #expect(report.isInterrupted)
    #expect(report.groups == ["one"])
    isOver.signal()
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        isDone.wait()
        continuation.resume()
      }
    }
    #expect(folder.files == ["one/soup"])
  }

  /// Builds in a task of its own, which `hold` is given before it begins.
  private func build(
    _ shop: sending Workshop,
    _ hold: (Task<GraphReport<Toy, ToyFailure>, any Error>) -> Void
  ) async throws -> GraphReport<Toy, ToyFailure> {
    let (start, begin) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for await _ in start { break }
      return try await shop.build()
    }
    hold(task)
    begin.yield()
    return try await task.value
  }
}
