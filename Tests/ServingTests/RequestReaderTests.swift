import Serving
import Testing

struct RequestReaderTests {
  private static let whole =
    "GET /xor/?x=1 HTTP/1.1\r\nHost: localhost:7070\r\nAccept: a, b\r\n\r\n"

  @Test func `a head holds method, target and host, and whether more may follow`() throws {
    let head = try #require(try read(Self.whole))
    #expect(head.method == "GET")
    #expect(head.target == "/xor/?x=1")
    #expect(head.host == "localhost:7070")
    #expect(head.staysOpen && head.readsChunks && !head.hasBody)
  }

  @Test func `a head is the same in whatever pieces it arrives`() throws {
    let bytes = Array(Self.whole.utf8)
    for size in 1...bytes.count {
      var reader = RequestReader()
      var head: RequestHead?
      for start in stride(from: 0, to: bytes.count, by: size) {
        #expect(head == nil)
        var piece = bytes[start..<min(bytes.count, start + size)]
        head = try reader.take(&piece)
      }
      #expect(try head == read(Self.whole))
    }
  }

  @Test func `what follows a head is left alone`() throws {
    var bytes = Array("\r\n\nGET / HTTP/1.1\nHost:a \n\nGET".utf8)[...]
    var reader = RequestReader()
    #expect(try reader.take(&bytes)?.host == "a")
    #expect(Array(bytes) == Array("GET".utf8))
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close", false),
    ("HTTP/1.1", "Connection: Keep-Alive ,\tClose", false), ("HTTP/1.0", "", false),
    ("HTTP/1.1", "Connection: closed", true), ("HTTP/1.7", "", true),
  ])
  func `a connection stays open unless the client is old or asks to close`(
    version: String, field: String, staysOpen: Bool
  ) throws {
    let lines = field.isEmpty ? "" : field + "\r\n"
    #expect(try read("GET / \(version)\r\n\(lines)\r\n")?.staysOpen == staysOpen)
  }

  @Test(arguments: [
    ("Content-Length: 1", true), ("Content-Length: 0", false), ("Transfer-Encoding: chunked", true),
    ("Transfer-Encoding: gzip", true),
  ])
  func `a body is announced by its length or by its coding`(field: String, hasBody: Bool) throws {
    #expect(try read("GET / HTTP/1.1\r\n\(field)\r\n\r\n")?.hasBody == hasBody)
  }

  @Test(arguments: [
    "GET /\r\n", "GET  / HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n", " GET / HTTP/1.1\r\n", "GET\r\n",
    "GET / http/1.1\r\n", "GET /\t HTTP/1.1\r\n", "G(T / HTTP/1.1\r\n", "GET /\r HTTP/1.1\r\n",
    "GET / FTP/1.1\r\n", "\u{16}\u{3}\u{1}", "GET /\u{0}", "GET /\u{7F}",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n", "GET / HTTP/1.1\r\nHost\r\n", "GET / HTTP/1.1\r\n: a\r\n",
    "GET / HTTP/1.1\r\nA: b\r\n folded: c\r\n", "GET / HTTP/1.1\r\nA: b\rC: d\r\n",
    "GET / HTTP/1.1\r\nContent-Length: -1\r\n", "GET / HTTP/1.1\r\nContent-Length: 0x1\r\n",
    "GET / HTTP/1.1\r\nContent-Length: +1\r\n", "GET / HTTP/1.1\r\nContent-Length: \r\n",
    "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
    "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n",
  ])
  func `what is not HTTP, or is ambiguous, is refused`(text: String) {
    #expect(status(of: Array(text.utf8)) == 400, "\(text.debugDescription)")
  }

  @Test func `a target must be UTF-8`() {
    #expect(status(of: Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n".utf8)) == 400)
  }

  @Test(arguments: ["HTTP/2.0", "HTTP/0.9", "HTTP/2", "HTTP/1.10", "HTTP/11"])
  func `other versions are refused`(version: String) {
    #expect(status(of: Array("PRI * \(version)\r\n".utf8)) == 505)
  }

  @Test func `of a target no more bytes are read than the limit, however long it is`() {
    var bytes = Array("GET /".utf8)[...] + [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000)
    var reader = RequestReader()
    #expect(throws: Refusal.longTarget) { try reader.take(&bytes) }
    #expect(reader.byteCount == ServerLimits().requestLineBytes + 1)
    #expect(status(of: [UInt8](repeating: 0x0A, count: 1_000_000)) == 414)
  }

  @Test(arguments: [
    String(repeating: "a", count: 20_000_000), "a: " + String(repeating: "a", count: 20_000_000),
    String(repeating: "a: b\r\n", count: 100_000),
  ])
  func `of headers no more bytes are read than the limit`(headers: String) {
    let limits = ServerLimits()
    let line = "GET / HTTP/1.1\r\n"
    var bytes = Array((line + headers).utf8)[...]
    var reader = RequestReader()
    #expect(throws: Refusal.largeHeaders) { try reader.take(&bytes) }
    #expect(reader.byteCount <= line.utf8.count + limits.headerBytes + 1)
  }

  @Test func `a head at the limits is accepted`() throws {
    let limits = ServerLimits()
    let line = "GET / HTTP/1.1\r\n"
    let target = String(repeating: "a", count: limits.requestLineBytes - line.utf8.count)
    #expect(try read("GET /\(target) HTTP/1.1\r\n\r\n")?.target == "/" + target)
    let count = String(repeating: "a: b\r\n", count: limits.headerCount)
    #expect(try read(line + count + "\r\n") != nil)
    #expect(status(of: Array((line + count + "a: b\r\n").utf8)) == 431)
    let value = String(repeating: "a", count: limits.headerBytes - "a: \r\n\r\n".utf8.count)
    #expect(try read("\(line)a: \(value)\r\n\r\n") != nil)
  }

  @Test func `a mutated head is accepted or refused, and never traps`() {
    var generator = Dice(state: 1)
    let letters = Array("GET /x HTTP/1.1\r\n:HostConet-Lgh0 \t\u{0}%".utf8) + [0xFF]
    for _ in 0..<20_000 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let letter = letters[Int.random(in: 0..<letters.count, using: &generator)]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = letter
        case 1: bytes.insert(letter, at: place)
        default: bytes.remove(at: place)
        }
      }
      #expect([nil, 400, 505].contains(status(of: bytes)))
    }
  }

  private func read(_ text: String) throws -> RequestHead? {
    var bytes = Array(text.utf8)[...]
    var reader = RequestReader()
    return try reader.take(&bytes)
  }

  /// The status with which the bytes are refused; nil if they are not.
  private func status(of bytes: [UInt8]) -> Int? {
    var bytes = bytes[...]
    var reader = RequestReader()
    do throws(Refusal) {
      _ = try reader.take(&bytes)
      return nil
    } catch {
      return error.status
    }
  }
}

/// The same numbers in every run: a linear congruential generator with the constants of Knuth's MMIX.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}
