import Serving
import Testing

/// The server with real sockets, and with limits so small that no test waits for them.
@Suite(.serialized) struct LoopbackServerTests {
  @Test func `silent and dripping clients are closed, and others are answered`() async throws {
    let server = try Self.server { limits in
      (limits.idle, limits.head) = (.milliseconds(50), .milliseconds(50))
    }
    let (silent, dripping) = (try TestClient(server), try TestClient(server))
    dripping.send("GET / HT")
    #expect(try TestClient(server).get("/", from: server).hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(dripping.text().hasPrefix("HTTP/1.1 408 "))
    #expect(silent.isClosed)
    await server.stop()
  }

  @Test func `a request that is too large is refused and delays nobody`() async throws {
    let server = try Self.server()
    for (text, status) in [
      ("GET /" + String(repeating: "a", count: 1_000_000), 414),
      ("GET / HTTP/1.1\r\nx: " + String(repeating: "a", count: 1_000_000), 431),
      ("GET / HTTP/1.1\r\n" + String(repeating: "x: y\r\n", count: 100_000), 431),
    ] {
      let client = try TestClient(server)
      client.send(text)
      #expect(client.text().hasPrefix("HTTP/1.1 \(status) "))
      #expect(try TestClient(server).get("/", from: server).hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
    await server.stop()
  }

  @Test func `a client that reads nothing delays nobody and is cut off`() async throws {
    let server = try Self.server { $0.stall = .milliseconds(50) }
    let client = try TestClient(server)
    client.send("GET /large.bin HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
    #expect(try TestClient(server).get("/", from: server).hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(client.isReset)
    await server.stop()
  }

  @Test func `of too many connections the oldest are closed`() async throws {
    let server = try Self.server { $0.connections = 4 }
    let clients = try (0..<20).map { _ in try TestClient(server) }
    #expect(clients[..<15].allSatisfy { $0.isClosed })
    #expect(clients[19].get("/", from: server).hasPrefix("HTTP/1.1 200 OK\r\n"))
    await server.stop()
  }

  @Test func `of too many event streams the oldest are ended properly`() async throws {
    let server = try Self.server { $0.eventStreams = 2 }
    let pages = try (0..<4).map { _ in try TestClient(server) }
    for page in pages {
      page.send(
        "GET /.chalkline/events?page=/ HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
      #expect(page.text(upTo: "first").contains("event: news\ndata: "))
    }
    for page in pages[..<2] { #expect(page.text().hasSuffix("0\r\n\r\n")) }
    await server.stop()
    for page in pages[2...] { #expect(page.text().hasSuffix("0\r\n\r\n")) }
  }

  @Test func `one connection serves many requests that are sent at once`() async throws {
    let server = try Self.server()
    let client = try TestClient(server)
    let request = "GET /xor/figures/en/line.svg HTTP/1.1\r\nHost: localhost:\(server.port)\r\n"
    client.send(
      String(repeating: request + "\r\n", count: 2000) + request + "Connection: close\r\n\r\n")
    #expect(
      client.text().split(separator: "<svg/>", omittingEmptySubsequences: false).count == 2002)
    await server.stop()
  }

  @Test func `a port that is in use is reported, or the next one is used`() async throws {
    let server = try Self.server()
    #expect(throws: ServingError.portTaken(server.port)) {
      _ = try Self.server(at: .exactly(server.port))
    }
    let second = try Self.server(at: .from(server.port))
    #expect(second.port > server.port)
    await second.stop()
    await server.stop()
  }

  /// More than a system buffers for a client that does not read.
  private static let largeCount = 64 << 20

  private static func server(
    at port: ServerPort = .exactly(0), _ change: (inout ServerLimits) -> Void = { _ in }
  ) throws -> LoopbackServer {
    var limits = ServerLimits()
    change(&limits)
    let site = Site()
    return try LoopbackServer(
      at: port, through: site.channel, limits: limits, tell: { _ in },
      file: { path in
        path.description == "large.bin"
          ? [UInt8](repeating: 0x61, count: largeCount)
          : site.files[path.description].map { Array($0.utf8) }
      })
  }
}
