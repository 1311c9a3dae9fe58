import TestFolders
import Building
import Files
import Snapshots
import Synchronization

/// The name of a toy that is made, or of a file of it.
struct Toy: ProductID, ExpressibleByStringLiteral, CustomStringConvertible {
  let name: String

  init(_ name: String) { self.name = name }

  init(stringLiteral name: String) { self.name = name }

  var description: String { name }

  func write(to writer: inout SnapshotWriter) { writer.write(name) }

  init(from reader: inout SnapshotReader) throws(SnapshotError) { name = try reader.text() }
}

/// Why a toy cannot be made.
struct ToyFailure: Error, Equatable {
  let reason: String
}

/// What a toy gives: an object, so that it shows when nobody has it any more.
final class ToyValue: Sendable {
  let text: String

  init(_ text: String) { self.text = text }
}

/// What was done, in order.
final class Diary: Sendable {
  private let entries = Mutex<[Toy]>([])

  func enter(_ toy: Toy) { entries.withLock { $0.append(toy) } }

  /// Everything since the last time.
  func take() -> [Toy] {
    entries.withLock { entries in
      defer { entries = [] }
      return entries
    }
  }
}

/// A product whose value is a text, and whose files hold it.
struct ToyProduct: Product {
  typealias ID = Toy
  typealias Failure = ToyFailure

  /// What a toy is made with.
  struct Making {
    let outputs: [Toy]
    let made: MadeValues<Toy>
    let bench: Workbench<Toy>
    /// Its name, what is its own, and the values that it is made of: `bread(flour(), salt)`.
    let usual: String

    /// The text of another toy; nil if it is not at hand.
    func text(of toy: Toy) -> String? { made.value(of: toy, as: ToyValue.self)?.text }
  }

  let id: Toy
  var group = "toys"
  var outputs: [Toy] = []
  var needs: [Toy] = []
  var follows: [Toy] = []
  var isAssembled = false
  var cost = 1.0
  /// What is kept of its text; nil if nothing ever is.
  var kept: (@Sendable (String) -> Keeping<ToyValue>.Content)?
  /// What goes into it besides others.
  var word = ""
  /// What it does; usually nothing but to say what it is made of.
  var act: @Sendable (Making) throws -> String = { $0.usual }

  // What the workshop knows of its surroundings.
  /// The words of all that it is made of, itself included.
  var recipe: [(toy: Toy, word: String)] = []
  /// The outputs of those that it follows.
  var seen: [Toy] = []
  var diary: Diary?

  /// A toy with files named by `writes`; without, it has a value alone.
  init(
    _ id: Toy, in group: String = "toys", writes outputs: [Toy] = [], of needs: [Toy] = [],
    after follows: [Toy] = []
  ) {
    self.id = id
    self.group = group
    self.outputs = outputs
    self.needs = needs
    self.follows = follows
  }

  var keeping: Keeping<ToyValue>? {
    kept.map { content in
      Keeping(
        in: "kept", encode: { content($0.text) },
        decode: { bytes in
          let text = String(decoding: bytes, as: UTF8.self)
          return text.hasPrefix("\(id)(") ? ToyValue(text) : nil
        })
    }
  }

  func inputs(of output: Toy, _ records: Records<Toy>) -> BuildInputs {
    var inputs = BuildInputs()
    for (toy, word) in recipe { inputs.add("\(toy)", word) }
    for other in seen {
      let files = records[other]?.files ?? []
      inputs.add("the files of \(other)", files.map { "\($0.path) \($0.digest)" })
    }
    return inputs
  }

  func make(_ outputs: [Toy], of made: MadeValues<Toy>, at bench: Workbench<Toy>) throws
    -> ToyValue
  {
    diary?.enter(id)
    let parts = needs.map { made.value(of: $0, as: ToyValue.self)?.text ?? "nothing" }
    let usual = "\(id)(\((parts + [word]).filter { !$0.isEmpty }.joined(separator: ", ")))"
    let text = try act(Making(outputs: outputs, made: made, bench: bench, usual: usual))
    for output in outputs {
      try bench.write(Array(text.utf8), to: "\(group)/\(output)", FileFacts("txt"), of: output)
    }
    return ToyValue(text)
  }
}

extension ToyProduct {
  /// The same with something changed.
  func with(_ change: (inout ToyProduct) -> Void) -> ToyProduct {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same, kept for later builds.
  var thatIsKept: ToyProduct { with { $0.kept = { .bytes(Array($0.utf8)) } } }

  /// The same, doing something else.
  func doing(_ act: @escaping @Sendable (Making) throws -> String) -> ToyProduct {
    with { $0.act = act }
  }
}
