import TestFolders
import Building
import Files
import Foundation
import Testing

/// Values that are kept from one build to the next.
struct GraphKeepingTests {
  /// A trace that is kept, and two images of it.
  private func studio() throws -> Workshop {
    try Workshop([
      ToyProduct("seed"),
      ToyProduct("trace", of: ["seed"]).thatIsKept,
      ToyProduct("one", writes: ["one"], of: ["trace"]),
      ToyProduct("two", writes: ["two"], of: ["trace"]),
    ])
  }

  @Test func `what was kept is read and not made again, nor what it is made of`() async throws {
    let shop = try studio()
    try await shop.build()
    #expect(shop.made() == ["seed", "trace", "one", "two"])
    #expect(shop.keptFiles.count == 1)
    shop.change("one", "larger")
    let report = try await shop.build()
    #expect(shop.made() == ["one"])
    #expect(report.how == ["kept trace", "made one"])
    #expect(shop.texts["toys/one"] == "one(trace(seed()), larger)")
  }

  @Test func `what was kept of other inputs is not read`() async throws {
    let shop = try studio()
    try await shop.build()
    _ = shop.made()
    shop.change("seed", "7")
    try await shop.build()
    #expect(shop.made() == ["seed", "trace", "one", "two"])
    // Until it is tidied, both are there, and the old one is found again.
    #expect(shop.keptFiles.count == 2)
    shop.change("seed", "")
    let report = try await shop.build()
    #expect(shop.made() == ["one", "two"])
    #expect(report.how.first == "kept trace")
  }

  @Test(arguments: ["flipped", "cut", "emptied", "longer", "of another", "gone"])
  func `a kept value that is damaged is made again and replaced`(damage: String) async throws {
    let shop = try studio()
    try await shop.build()
    let path = try #require(shop.keptFiles.first)
    let whole = try #require(shop.output.bytes(at: path))
    var bytes = whole
    switch damage {
    case "flipped": bytes[bytes.count / 2] ^= 1
    case "cut": bytes.removeLast()
    case "emptied": bytes = []
    case "longer": bytes.append(0)
    case "of another":
      // Whole, but sealed under another name.
      let other = ContentStore.Key(folder: "kept", digest: Digest(of: "other"))
      try shop.store.keep(bytes, as: other)
      bytes = try #require(shop.output.bytes(at: ".own/kept/\(Digest(of: "other"))"))
    default: break
    }
    if damage == "gone" {
      try shop.folder.remove(path)
    } else {
      try Data(bytes).write(to: URL(filePath: shop.folder.path(path)))
    }
    _ = shop.made()
    shop.change("one", "larger")
    let report = try await shop.build()
    #expect(shop.made() == ["seed", "trace", "one"])
    #expect(report.how.contains("made trace"))
    #expect(shop.texts["toys/one"] == "one(trace(seed()), larger)")
    #expect(shop.output.bytes(at: path) == whole)
  }

  @Test func `a kept value that says something else is made again`() async throws {
    let shop = try studio()
    try await shop.build()
    let path = try #require(shop.keptFiles.first?.split(separator: "/").last)
    let key = ContentStore.Key(
      folder: "kept", digest: try #require(Digest(hexadecimal: String(path))))
    try shop.store.keep(Array("nonsense".utf8), as: key)
    _ = shop.made()
    shop.change("one", "larger")
    try await shop.build()
    #expect(shop.made() == ["seed", "trace", "one"])
    #expect(shop.texts["toys/one"] == "one(trace(seed()), larger)")
  }

  @Test func `what is too large, or as quickly made as read, is not kept`() async throws {
    let shop = try studio()
    shop.update("seed") { $0.kept = { _ in .nothing } }
    shop.update("trace") { $0.kept = { _ in .tooLarge(1 << 30) } }
    let report = try await shop.build()
    #expect(shop.keptFiles == [])
    #expect(report.objections.map { $0.product } == ["trace"])
    #expect(report.objections.map { $0.objection } == [.tooLarge(1 << 30)])
  }

  @Test func `what cannot be kept is told, and the build goes on`() async throws {
    let shop = try studio()
    try shop.folder.makeFolder(".own")
    try shop.folder.write("mine", to: ".own/kept")
    let report = try await shop.build()
    #expect(report.objections.map { $0.product } == ["trace"])
    #expect(shop.texts.count == 2)
    #expect(shop.folder.text(".own/kept") == "mine")
  }

  @Test func `what is wanted for later builds is made once and then current`() async throws {
    let shop = try studio()
    for made in [["seed", "trace"], []] as [[Toy]] {
      try await shop.build(["trace"])
      #expect(shop.made() == made)
    }
    try await shop.build()
    #expect(shop.made() == ["one", "two"])
  }

  @Test func `tidying removes what no product could use`() async throws {
    let shop = try studio()
    try await shop.build()
    shop.change("seed", "7")
    try await shop.build()
    try shop.folder.write("half", to: ".own/kept/.value.partial-4194305")
    shop.graph.tidy(shop.store, in: ["kept"], shop.records)
    #expect(shop.keptFiles.count == 2)
    _ = shop.made()
    shop.change("one", "larger")
    try await shop.build()
    #expect(shop.made() == ["one"])
  }

  @Test func `tidying removes the pieces of what is kept as a whole`() async throws {
    let shop = try Workshop([
      ToyProduct("left").thatIsKept, ToyProduct("right").thatIsKept,
      ToyProduct("sweep", of: ["left", "right"]).thatIsKept.with { $0.isAssembled = true },
      ToyProduct("image", writes: ["image"], of: ["sweep"]),
    ])
    try await shop.build(["left", "right"])
    shop.graph.tidy(shop.store, in: ["kept"], shop.records)
    #expect(shop.keptFiles.count == 2)
    try await shop.build()
    #expect(shop.keptFiles.count == 3)
    shop.graph.tidy(shop.store, in: ["kept"], shop.records)
    #expect(shop.keptFiles.count == 1)
    _ = shop.made()
    shop.change("image", "larger")
    try await shop.build()
    #expect(shop.made() == ["image"])
  }
}
