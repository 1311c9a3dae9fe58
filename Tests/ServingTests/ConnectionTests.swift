import Serving
import Testing

/// What a connection does when; times are passed to it, so that no test waits.
struct ConnectionTests {
  private let start = SuspendingClock.now
  private let get = "GET / HTTP/1.1\r\nHost: 127.0.0.1:7070\r\n\r\n"

  @Test func `a client that sends nothing is closed without an answer`() {
    var client = connection()
    client.expire(at: start + .seconds(14.9))
    #expect(client.state == .waiting)
    client.expire(at: start + .seconds(15))
    #expect(client.state == .closed)
    #expect(client.pending.isEmpty)
  }

  @Test func `a client that drips its head gets no extra time, and a 408`() throws {
    var client = connection()
    var second = 14.0
    for byte in get.utf8.prefix(29) {
      client.receive([byte], at: start + .seconds(second))
      second += 0.5
      client.expire(at: start + .seconds(second))
    }
    #expect(client.state == .reading)
    #expect(client.deadline == start + .seconds(29))
    client.expire(at: start + .seconds(29))
    #expect(client.text.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    #expect(client.text.contains("Connection: close\r\n"))
  }

  @Test func `a client that reads nothing of its answer is cut off, one that reads slowly is not`()
  {
    var client = connection()
    client.receive(get, at: start)
    #expect(client.state == .answering)
    client.didSend(1, at: start + .seconds(10))
    client.expire(at: start + .seconds(24))
    #expect(client.state == .answering)
    client.expire(at: start + .seconds(25))
    #expect(client.state == .closed)
  }

  @Test func `requests that arrive together are answered one after the other`() {
    var client = connection()
    client.receive(get + "HEAD /xor/ HTTP/1.1\r\nHost: 127.0.0.1:7070\r\n\r\nGET", at: start)
    #expect(client.text.hasSuffix("</html>\n"))
    // The rest has to wait.
    #expect(!client.wantsInput)
    client.takeAll(at: start)
    #expect(client.state == .answering)
    #expect(client.text.hasSuffix("\r\n\r\n"))
    client.takeAll(at: start + .seconds(1))
    #expect(client.state == .reading)
    #expect(client.since == start + .seconds(1))
  }

  @Test func `a client that has closed its side still gets what it asked for`() {
    var client = connection()
    client.receive(get + get, at: start)
    client.receiveEnd(at: start)
    client.takeAll(at: start)
    #expect(client.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    client.takeAll(at: start)
    #expect(client.state == .closed)
  }

  @Test func `a client that leaves in the middle of a head is forgotten`() {
    var client = connection()
    client.receive("GET /", at: start)
    client.receiveEnd(at: start)
    #expect(client.state == .closed)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 9000), 414), ("GET / HTTP/1.1\r\n x: y\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: 127.0.0.1:7070\r\nContent-Length: 3\r\n\r\nabc", 413),
    ("HEAD / HTTP/1.1\r\nHost: evil\r\nTransfer-Encoding: chunked\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\nHost: 127.0.0.1:7070\r\nContent-Length: 3\r\n\r\nabc", 405),
    ("PROPFIND / HTTP/1.1\r\nHost: 127.0.0.1:7070\r\nContent-Length: 3\r\n\r\nabc", 405),
    ("POST / HTTP/1.1\r\nHost: evil\r\nContent-Length: 3\r\n\r\nabc", 403),
  ])
  func `a refused request is the last of its connection`(text: String, status: Int) {
    var client = connection()
    client.receive(text + get, at: start)
    #expect(client.text.hasPrefix("HTTP/1.1 \(status) "))
    #expect(client.text.contains("Connection: close\r\n"))
    client.takeAll(at: start)
    #expect(client.state == .leaving)
    #expect(client.pending.isEmpty)
  }

  @Test func `what a client sends after a refusal is thrown away, up to a limit`() {
    var client = connection()
    client.receive(String(repeating: "a", count: 9000), at: start)
    client.takeAll(at: start)
    let piece = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<4 { client.receive(piece[...], at: start) }
    #expect(client.state == .leaving)
    #expect(client.pending.isEmpty)
    client.receive(piece[...], at: start)
    #expect(client.state == .closed)
  }

  @Test func `after the last answer the client closes its side, or is closed after a while`() {
    var client = connection()
    client.receive("GET / HTTP/1.0\r\nHost: 127.0.0.1:7070\r\n\r\n", at: start)
    client.takeAll(at: start)
    #expect(client.state == .leaving)
    var patient = client
    client.receiveEnd(at: start)
    #expect(client.state == .closed)
    patient.expire(at: start + .seconds(2))
    #expect(patient.state == .closed)
  }

  @Test func `a client that listens to events may stay, but must read them`() {
    var client = connection()
    client.receive(
      "GET /.chalkline/events?page=/ HTTP/1.1\r\nHost: localhost:7070\r\n\r\n", at: start)
    #expect(client.state == .streaming)
    #expect(client.text.contains("Transfer-Encoding: chunked\r\n"))
    #expect(client.deadline == start + .seconds(15))
    client.takeAll(at: start)
    #expect(client.deadline == nil)
    client.receive("anything", at: start)
    #expect(client.state == .streaming)
    client.receiveEnd(at: start)
    #expect(client.state == .closed)
  }

  @Test func `a range of a file is ignored, and the whole file sent`() {
    var client = connection()
    client.receive(
      "GET /xor/figures/en/line.svg HTTP/1.1\r\nHost: localhost:7070\r\nRange: bytes=0-1\r\n\r\n",
      at: start)
    #expect(client.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(client.text.contains("Content-Length: 6\r\n\r\n<svg/>"))
    #expect(!client.text.contains("Content-Range"))
  }

  private func connection() -> Connection {
    let site = Site()
    return Connection(ServerLimits(), at: start) { head in
      site.answer(head.target, method: head.method, host: head.host)
    }
  }
}

extension Connection {
  /// What is to be sent now.
  fileprivate var text: String { String(decoding: pending, as: UTF8.self) }

  fileprivate mutating func receive(_ text: String, at now: Moment) {
    receive(Array(text.utf8)[...], at: now)
  }

  /// The client reads everything that is to be sent now.
  fileprivate mutating func takeAll(at now: Moment) { didSend(pending.count, at: now) }
}
