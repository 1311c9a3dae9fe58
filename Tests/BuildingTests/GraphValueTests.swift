import Building
import Synchronization
import Testing

/// How long the value of a product is held.
struct GraphValueTests {
  /// Watches a value without holding it.
  private final class Watch: Sendable {
    private struct Box: Sendable { weak var value: ToyValue? }
    private let box = Mutex(Box())

    func watch(_ value: ToyValue?) { box.withLock { $0.value = value } }
    var isHeld: Bool { box.withLock { $0.value != nil } }
  }

  /// A product that watches the value of another one, and one that says whether that is still held.
  private func watching(_ toy: Toy, by user: ToyProduct, then last: ToyProduct) -> [ToyProduct] {
    let watch = Watch()
    return [
      user.doing { making in
        watch.watch(making.made.value(of: toy))
        return making.usual
      },
      last.doing { _ in watch.isHeld ? "held" : "let go" },
    ]
  }

  @Test func `a value is held until the last one that is made of it is made`() async throws {
    let shop = try Workshop(
      [ToyProduct("trace"), ToyProduct("first", writes: ["first"], of: ["trace"])]
        + watching(
          "trace", by: ToyProduct("second", writes: ["second"], of: ["trace"], after: ["first"]),
          then: ToyProduct("last", writes: ["last"], after: ["second"])))
    try await shop.build()
    #expect(shop.made() == ["trace", "first", "second", "last"])
    #expect(shop.texts["toys/last"] == "let go")
  }

  @Test func `a value that is still asked for is held`() async throws {
    let shop = try Workshop(
      [ToyProduct("trace")]
        + watching(
          "trace", by: ToyProduct("first", writes: ["first"], of: ["trace"]),
          then: ToyProduct("between", writes: ["between"], after: ["first"]))
        + [ToyProduct("late", writes: ["late"], of: ["trace"], after: ["between"])])
    try await shop.build()
    #expect(shop.made() == ["trace", "first", "between", "late"])
    #expect(shop.texts["toys/between"] == "held")
  }

  /// A drawing for a document that is current would be made of the trace too, but nobody asks for it.
  @Test func `a value is not held for what nobody asks for`() async throws {
    let shop = try Workshop(
      [
        ToyProduct("trace"), ToyProduct("drawing", of: ["trace"]),
        ToyProduct("document", writes: ["document"], of: ["drawing"]),
      ]
        + watching(
          "trace", by: ToyProduct("image", writes: ["image"], of: ["trace"]),
          then: ToyProduct("last", writes: ["last"], after: ["image"])))
    try await shop.build(["document"])
    _ = shop.made()
    try await shop.build()
    #expect(shop.made() == ["trace", "image", "last"])
    #expect(shop.texts["toys/last"] == "let go")
  }

  @Test func `nothing is held when a build is over`() async throws {
    let watch = Watch()
    let shop = try Workshop([
      ToyProduct("trace"),
      ToyProduct("image", writes: ["image"], of: ["trace"]).doing { making in
        watch.watch(making.made.value(of: "trace"))
        return making.usual
      },
    ])
    try await shop.build()
    #expect(!watch.isHeld)
  }

  @Test func `a value that comes of a failure's neighbor is let go of as well`() async throws {
    let shop = try Workshop(
      [ToyProduct("trace")]
        + watching(
          "trace", by: ToyProduct("first", in: "one", writes: ["first"], of: ["trace"]),
          then: ToyProduct("last", in: "two", writes: ["last"], after: ["first", "second"]))
        + [
          ToyProduct("second", in: "one", writes: ["second"], of: ["trace"], after: ["first"])
            .doing { _ in throw ToyFailure(reason: "broken") }
        ])
    shop.toys.swapAt(2, 3)
    try await shop.build()
    #expect(shop.texts["two/last"] == "let go")
  }
}
