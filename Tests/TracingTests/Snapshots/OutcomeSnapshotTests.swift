import Snapshots
import Testing
import Tracing

/// An outcome that was kept is the outcome that was: every stored property of it, bit by bit.
struct OutcomeSnapshotTests {
  /// One scenario of each kind that lessons have, with the moments that a figure might ask for.
  static let scenarios: [String: String] = [
    "a network on all rows": """
    data: xor
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {rate: 0.5, epochs: 40}
    """,
    "mini-batches with rows for validation": """
    data: {shape: moons, rows: 60, validation: 20}
    network: {layers: [4 relu, 3 tanh, 1 sigmoid]}
    train: {optimizer: adam, rate: 0.01, epochs: 6, batch: 7}
    """,
    "regression that diverges": """
    data: {shape: sine, rows: 20}
    network: {layers: [3 identity, 1 identity]}
    train: {rate: 10, epochs: 1000}
    """,
    "batches that diverge within an epoch": """
    data: {shape: sine, rows: 20}
    network: {layers: [3 identity, 1 identity]}
    train: {rate: 1e40, epochs: 10, batch: 1}
    """,
    "classes of a softmax": """
    data: {shape: spirals, rows: 30}
    network: {layers: [5 tanh, 2 softmax]}
    loss: categorical-cross-entropy
    train: {rate: 0.1, epochs: 5, batch: 10}
    """,
    "features": """
    data: {shape: circles, rows: 40, features: [x1^2, x2^2]}
    network: {layers: [1 sigmoid]}
    train: {rate: 0.1, epochs: 5}
    """,
    "a sweep": """
    data: {shape: moons, rows: 30}
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {rate: 0.5, epochs: 12}
    sweep: {units: [2, 3], rate: [0.5, 1e200], seeds: 2}
    """,
    "a descent": """
    model: function
    function: himmelblau
    starts: [[0, 0], [3, 3], [-5, 200]]
    train: {rate: 0.01, steps: 30}
    """,
    "a perceptron": """
    data: xor
    model: perceptron
    train: {epochs: 12}
    """,
    "an expression": """
    model: expression
    expression: w*x + b
    values: {w: 2, x: 3, b: -1}
    """,
  ]

  static let schedule = TraceSchedule.every(3).union(.first(4, .updates)).union(.logarithmic(5))

  private func outcome(_ name: String) throws -> (Scenario, ScenarioOutcome) {
    let scenario = try scenario(#require(Self.scenarios[name]))
    return (scenario, try scenario.outcome(also: Self.schedule))
  }

  @Test(arguments: scenarios.keys.sorted())
  func `what was kept equals what was run, to the last stored bit`(name: String) throws {
    let (scenario, outcome) = try outcome(name)
    guard let bytes = OutcomeSnapshot.bytes(of: outcome) else {
      #expect(!scenario.isWorthKeeping)
      return
    }
    #expect(scenario.isWorthKeeping)
    let restored = try #require(scenario.outcome(from: bytes[...]))
    #expect(StoredBits.of(restored) == StoredBits.of(outcome))
  }

  @Test func `the scenarios here diverge, hold NaN and reach every kind of moment`() throws {
    let kept = try Self.scenarios.keys.flatMap { StoredBits.of(try outcome($0).1) }
    for word in ["diverged", "beforeUpdate", "epochEnd", "NaN", "weight", "minimum"] {
      #expect(kept.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test(arguments: ["mini-batches with rows for validation", "a sweep", "a descent"])
  func `a snapshot that is cut off anywhere is refused`(name: String) throws {
    let (scenario, outcome) = try outcome(name)
    let bytes = try #require(OutcomeSnapshot.bytes(of: outcome))
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
      #expect(scenario.outcome(from: bytes[..<length]) == nil)
    }
  }

  @Test func `a snapshot of another scenario is refused where it does not fit`() throws {
    let bytes = try #require(OutcomeSnapshot.bytes(of: try outcome("a sweep").1))
    for name in Self.scenarios.keys where name != "a sweep" {
      #expect(try outcome(name).0.outcome(from: bytes[...]) == nil, "\(name)")
    }
  }

  @Test func `a seal finds every flipped bit, every cut and every other name`() {
    let content = (0..<100).map { UInt8($0) }
    let sealed = SnapshotSeal.sealed(content, as: "key")
    #expect(SnapshotSeal.content(of: sealed, sealedAs: "key").map { Array($0) } == content)
    #expect(SnapshotSeal.content(of: sealed, sealedAs: "kez") == nil)
    for place in sealed.indices {
      #expect(SnapshotSeal.content(of: Array(sealed[..<place]), sealedAs: "key") == nil)
      for bit in 0..<8 {
        var damaged = sealed
        damaged[place] ^= 1 << bit
        #expect(SnapshotSeal.content(of: damaged, sealedAs: "key") == nil)
      }
    }
  }
}

/// Every stored property of a value with its path, and doubles by their bits: equal lists are equal
/// values, and a property that somebody adds is in the list from then on.
enum StoredBits {
  static func of(_ value: Any) -> [String] {
    var lines: [String] = []
    collect(value, at: "", into: &lines)
    return lines
  }

  private static func collect(_ value: Any, at path: String, into lines: inout [String]) {
    if let number = value as? Double {
      let name = number.isNaN ? "NaN" : "\(number)"
      lines.append("\(path) = \(name) \(String(number.bitPattern, radix: 16))")
      return
    }
    if let text = value as? String {
      lines.append("\(path) = \(text)")
      return
    }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else {
      lines.append("\(path) = \(value)")
      return
    }
    // Of a dictionary or a set the order means nothing.
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set {
      let parts = mirror.children.map { of($0.value) }.sorted { $0.lexicographicallyPrecedes($1) }
      lines += parts.flatMap { $0.map { "\(path){} \($0)" } }
      return
    }
    for (index, child) in mirror.children.enumerated() {
      collect(child.value, at: "\(path).\(child.label ?? String(index))", into: &lines)
    }
  }
}
