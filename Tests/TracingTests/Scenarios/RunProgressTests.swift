import Foundation
import Synchronization
import Testing
import Tracing

/// Runs that are followed, and runs that are called off.
struct RunProgressTests {
  private static let long = [
    "training": """
    data: {shape: moons, rows: 50}
    network: {layers: [8 tanh, 1 sigmoid]}
    train: {epochs: 4000, batch: 10}
    """,
    "sweep": """
    data: xor
    network: {layers: [4 tanh, 1 sigmoid]}
    train: {epochs: 1500, rate: 0.5}
    sweep: {seeds: 4, units: [2, 4]}
    """,
    "descent": """
    function: himmelblau
    starts: [[0, 0], [1, 1], [-3, 2]]
    train: {rate: 0.001, steps: 20000}
    """,
  ]

  /// Collects what a run reports.
  private final class Reports: Sendable {
    private let shares = Mutex<[Double]>([])
    var all: [Double] { shares.withLock { $0 } }
    func add(_ share: Double) { shares.withLock { $0.append(share) } }
  }

  /// A moment that another thread notes.
  private final class Moment: Sendable {
    private let instant = Mutex<ContinuousClock.Instant?>(nil)
    var noted: ContinuousClock.Instant? { instant.withLock { $0 } }
    func note(_ moment: ContinuousClock.Instant) { instant.withLock { $0 = moment } }
  }

  @Test(arguments: long.keys.sorted())
  func `shares rise from 0 to 1, and are not too many`(name: String) throws {
    let reports = Reports()
    _ = try scenario(try #require(Self.long[name])).outcome(progress: { reports.add($0) })
    let shares = reports.all
    #expect(shares.first == 0 && shares.last == 1)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(shares.count > 10 && shares.count <= 202)
  }

  @Test(arguments: long.keys.sorted())
  func `being followed changes no bit`(name: String) throws {
    let scenario = try scenario(try #require(Self.long[name]).replacing("000", with: "00"))
    let followed = try scenario.outcome(progress: { _ in })
    #expect(StoredBits.of(followed) == StoredBits.of(try scenario.outcome()))
  }

  @Test(arguments: long.keys.sorted())
  func `a run whose task is cancelled ends soon and says so`(name: String) async throws {
    let endless = try #require(Self.long[name]).replacing("4000", with: "90000000")
      .replacing("1500", with: "90000000").replacing("20000", with: "900000")
    let scenario = try scenario(
      endless + "\nlimits: {multiply-adds: 1e18, memory: 900 GiB}"
        + (name == "training" ? "\ntrace: {}" : ""))
    let clock = ContinuousClock()
    let (started, cancelled, ended) = (Moment(), Moment(), Moment())
    let task = Task.detached {
      started.note(clock.now)
      defer { ended.note(clock.now) }
      return try scenario.outcome()
    }
    // A thread of its own: the run holds one of the few that tasks share.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.1)
      cancelled.note(clock.now)
      task.cancel()
    }
    let error = await #expect(throws: TrainingError.self) { try await task.value }
    // It may have been cancelled while it still waited for a thread.
    let from = max(try #require(started.noted), try #require(cancelled.noted))
    let delay = try #require(ended.noted) - from
    // A tenth of a second where nothing else runs; tests share the processors, and are not optimized.
    #expect(delay < .seconds(2))
    guard case .cancelled = error else {
      Issue.record("it ended with \(String(describing: error))")
      return
    }
  }
}
