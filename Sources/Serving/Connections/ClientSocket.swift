import Foundation

/// The socket of one client, whose calls never block.
struct ClientSocket: Equatable, Sendable {
  let descriptor: Int32

  /// The socket that `accept` returned.
  init(accepted descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var yes: Int32 = 1
    // Answers and events are sent at once, not held back until more follows.
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// The result of reading.
  enum Received {
    case bytes(ArraySlice<UInt8>)
    /// The client has closed its side.
    case end
    /// Nothing has arrived.
    case later
    /// The client is gone.
    case failed
  }

  /// Reads what has arrived, at most 64 KiB.
  func receive() -> Received {
    var (isOver, isBusy) = (false, false)
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let outcome = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      (count, isOver, isBusy) = (max(0, outcome), outcome == 0, outcome < 0 && Self.isBusy)
    }
    if !bytes.isEmpty { return .bytes(bytes[...]) }
    return isOver ? .end : isBusy ? .later : .failed
  }

  /// The result of writing.
  enum Sent {
    /// The system has accepted this many bytes.
    case taken(Int)
    /// The buffer is full.
    case later
    /// The client is gone.
    case failed
  }

  /// Writes as many of `bytes` as the system accepts.
  func send(_ bytes: ArraySlice<UInt8>) -> Sent {
    bytes.withUnsafeBytes {
      let count = Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      return count >= 0 ? .taken(count) : Self.isBusy ? .later : .failed
    }
  }

  /// Tells the client that nothing more will be sent.
  func endOutput() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Makes `close` discard what the client has not read; otherwise the system keeps it for minutes.
  func forgetOutput() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  func close() { Foundation.close(descriptor) }

  /// Whether the last call failed only because it would have blocked.
  private static var isBusy: Bool { errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR }
}
