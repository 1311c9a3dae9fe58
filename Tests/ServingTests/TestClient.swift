import Foundation
import Serving
import Testing

/// A socket that talks to a server in this process, and never waits forever.
final class TestClient {
  private let descriptor: Int32

  init(_ server: LoopbackServer) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // Far longer than any limit that a test sets.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let outcome = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(outcome == 0)
  }

  deinit { close(descriptor) }

  /// Sends all of `text`, or less if the server closes the connection.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Asks for a page and waits for all of the answer.
  func get(_ target: String, from server: LoopbackServer) -> String {
    send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r\n\r\n")
    return text()
  }

  /// What the server sends, up to `end` or to the end of the connection.
  func text(upTo end: String? = nil) -> String {
    var text = ""
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while end.map({ !text.contains($0) }) ?? true {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      text += String(decoding: chunk[..<count], as: UTF8.self)
    }
    return text
  }

  /// Whether the server has reset the connection; waits until it does, and reads nothing.
  var isReset: Bool {
    // Asked for no events, `poll` reports only errors and hang-ups.
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&state, 1, 60_000) == 1
  }

  /// Whether the server has closed the connection; waits until it does.
  var isClosed: Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) == 0 || errno == ECONNRESET
  }
}
