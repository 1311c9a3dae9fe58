import Files
import Dispatch
import Foundation
import Synchronization

/// Something that tells which files below a folder have changed.
protocol ChangeSource: Sendable {
  /// Waits for a change, but no longer than so many milliseconds.
  ///
  /// - Returns: The paths, below the folder, of what has changed since the last time.
  mutating func changes(within milliseconds: Int) -> Set<String>

  /// Gives back what the system lent; nothing is asked after it.
  func close()
}

/// The changes of a folder, in batches.
public struct FolderWatch: Sendable {
  /// Batches of paths below the folder; whoever stops listening ends the watch.
  public let batches: AsyncStream<Set<String>>

  /// Watches the folder at `path` and all below it, from now on.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - excluded: A folder whose changes do not count, as that of the output.
  ///   - isLooking: Whether to look at every file again and again, also where the system would tell.
  public init(_ path: String, except excluded: String, byLooking isLooking: Bool = false) {
    let skipped = Disk.nearestRealPath(excluded)
    let source =
      isLooking ? StampComparison(of: path, except: skipped) : Self.source(path, skipped)
    let (batches, changes) = AsyncStream.makeStream(of: Set<String>.self)
    self.batches = batches
    let isOver = Flag()
    changes.onTermination = { _ in isOver.raise() }
    Thread.detachNewThread { Self.run(source, changes, until: isOver) }
  }

  private static func source(_ path: String, _ skipped: String?) -> any ChangeSource {
    #if os(Linux)
      // A system that has no more watches to give away still has files to look at.
      if let notices = KernelNotices(of: path, except: skipped) { return notices }
    #endif
    return StampComparison(of: path, except: skipped)
  }

  private static func run(
    _ source: any ChangeSource, _ changes: AsyncStream<Set<String>>.Continuation,
    until isOver: Flag
  ) {
    var source = source
    var pending = PendingChanges()
    while !isOver.isRaised {
      let rest = pending.due.map { max(0, $0 - now()) / 1_000_000 + 1 } ?? 250
      let found = source.changes(within: rest).filter(ChangeFilter.counts)
      pending.note(found, at: now())
      if let batch = pending.take(at: now()) { changes.yield(batch) }
    }
    source.close()
  }

  private static func now() -> Int {
    Int(truncatingIfNeeded: DispatchTime.now().uptimeNanoseconds)
  }
}

/// Raised once, seen by another thread.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isRaised: Bool { state.withLock { $0 } }
  func raise() { state.withLock { $0 = true } }
}
