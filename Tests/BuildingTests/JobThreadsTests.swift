import Building
import Dispatch
import Foundation
import Synchronization
import Testing

/// Threads that do nothing but the work of builds.
struct JobThreadsTests {
  /// Something that jobs change together.
  private final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    func change(_ body: @Sendable (inout Value) -> Void) {
      mutex.withLock { value in
        var copy = value
        body(&copy)
        value = copy
      }
    }

    var value: Value { mutex.withLock { $0 } }
  }

  @Test(arguments: [1, 2, 8])
  func `as many jobs run at a time as there are threads`(count: Int) async {
    let threads = JobThreads(count)
    defer { threads.stop() }
    let running = Shared((now: 0, most: 0))
    let (arrived, open) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let tasks = (0..<(3 * count)).map { number in
      Task.detached(executorPreference: threads) {
        running.change { running in
          running.now += 1
          running.most = max(running.most, running.now)
        }
        // The first ones wait for each other: with fewer threads this would never end.
        if number < count {
          arrived.signal()
          open.wait()
        }
        running.change { $0.now -= 1 }
      }
    }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        for _ in 0..<count { arrived.wait() }
        for _ in 0..<count { open.signal() }
        continuation.resume()
      }
    }
    for task in tasks { await task.value }
    #expect(running.value.most == count)
    #expect(threads.count == count)
  }

  @Test func `one thread does its jobs in the order in which they came`() async {
    let threads = JobThreads(1)
    defer { threads.stop() }
    let done = Shared<[Int]>([])
    let open = DispatchSemaphore(value: 0)
    let tasks = (0..<20).map { number in
      Task.detached(executorPreference: threads) {
        if number == 0 { open.wait() }
        done.change { $0.append(number) }
      }
    }
    open.signal()
    for task in tasks { await task.value }
    #expect(done.value == Array(0..<20))
  }

  @Test func `jobs run on threads of their own, and what was begun is finished after a stop`()
    async
  {
    let threads = JobThreads(2)
    let names = Shared<Set<UInt>>([])
    let tasks = (0..<50).map { _ in
      Task.detached(executorPreference: threads) {
        let own = UInt(pthread_self())
        names.change { _ = $0.insert(own) }
      }
    }
    threads.stop()
    for task in tasks { await task.value }
    #expect((1...2).contains(names.value.count))
  }
}
