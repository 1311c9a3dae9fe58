import Foundation
import Testing

/// A course that is served by the built program, which ends with it in any case.
final class ServedCourse {
  let scratch: Scratch
  let process: Process
  let port: UInt16

  /// Serves the course in `scratch`; waits until the address is printed.
  init(_ scratch: Scratch) throws {
    self.scratch = scratch
    let process = try scratch.start("serve", "--jobs", "2")
    self.process = process
    let address = #/serving http:\/\/127\.0\.0\.1:(\d+)\//#
    var found: UInt16?
    let deadline = Deadline()
    while found == nil, process.isRunning, !deadline.isOver {
      found = try scratch.text("messages").firstMatch(of: address).flatMap { UInt16($0.1) }
      usleep(10_000)
    }
    guard let found else {
      kill(process.processIdentifier, SIGKILL)
      throw CocoaError(.featureUnsupported)
    }
    port = found
  }

  deinit {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// All that is answered to a request: the status line, the headers, the body.
  func answer(_ target: String, method: String = "GET", host: String? = nil) throws -> String {
    let connection = try Connection(port)
    try connection.send(
      "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n"
        + "Connection: close\r\n\r\n")
    return try connection.text { _ in false }
  }

  /// Listens to the news of a page.
  func news(of page: String) throws -> News {
    let connection = try Connection(port)
    try connection.send(
      "GET /.chalkline/events?page=\(page) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    return News(connection: connection)
  }

  /// Tells the program to end; its exit code.
  func end() -> Int32 {
    process.terminate()
    let deadline = Deadline()
    while process.isRunning, !deadline.isOver { usleep(10_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// The events of one page.
struct News {
  struct Event: Decodable, Equatable {
    struct Problem: Decodable, Equatable {
      let place: String?
      let message: String
      let excerpt: [String]
    }

    let revision: String
    let problems: [Problem]
  }

  let connection: Connection

  /// The next event that is as `isWanted` says; those before it are passed over.
  func next(_ isWanted: (Event) -> Bool) throws -> Event {
    var found: Event?
    _ = try connection.text { line in
      guard line.hasPrefix("data: "),
        let event = try? JSONDecoder().decode(Event.self, from: Data(line.dropFirst(6).utf8)),
        isWanted(event)
      else { return false }
      found = event
      return true
    }
    return try #require(found, "the news came to an end")
  }
}

/// No test waits longer, however slow the machine is.
struct Deadline {
  private let end = ContinuousClock.now + .seconds(120)

  var isOver: Bool { ContinuousClock.now >= end }
}

/// A connection to a server on this machine; every wait on it comes to an end.
final class Connection {
  private let descriptor: Int32
  private var rest: [UInt8] = []

  init(_ port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let outcome = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, size)
      }
    }
    guard outcome == 0 else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { close(descriptor) }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    let sent = Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    guard sent == bytes.count else { throw CocoaError(.fileWriteUnknown) }
  }

  /// What comes, up to the first line that `isLast` takes, or to the end of the connection.
  func text(upTo isLast: (String) -> Bool) throws -> String {
    var lines: [String] = []
    let deadline = Deadline()
    while !deadline.isOver {
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        lines.append(String(decoding: rest[..<end], as: UTF8.self))
        rest.removeSubrange(...end)
        if isLast(lines[lines.count - 1]) { return lines.joined(separator: "\n") }
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { break }
      rest += chunk[..<count]
    }
    return (lines + [String(decoding: rest, as: UTF8.self)]).joined(separator: "\n")
  }
}
