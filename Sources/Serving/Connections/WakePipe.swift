import Foundation

/// A pipe through which other threads wake one that is waiting for sockets.
struct WakePipe: Sendable {
  /// The end to wait for.
  let reading: Int32
  private let writing: Int32

  /// The pipe of a server at `port`.
  init(at port: UInt16) throws(ServingError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ServingError(errno, at: port) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Wakes the thread; may be called from any thread.
  func wake() {
    // If the pipe is full, the thread is awake already.
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Discards all calls so far.
  func rest() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  func close() {
    Foundation.close(reading)
    Foundation.close(writing)
  }
}
