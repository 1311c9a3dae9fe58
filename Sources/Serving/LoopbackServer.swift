import FlyingFox
import FlyingSocks
import Foundation

/// A server of one folder, on this machine alone: it listens at 127.0.0.1 and nowhere else.
public struct LoopbackServer: Sendable {
  private let server: HTTPServer
  private let running: Task<Void, any Error>
  private let channel: ReloadChannel
  /// The port it listens at.
  public let port: UInt16

  /// The address of the first page: `http://127.0.0.1:7070/`.
  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - port: Where to listen.
  ///   - channel: What open pages are told.
  ///   - file: The bytes of the file at a path; nil if there is none that may be served. It is called
  ///     by many tasks at a time.
  /// - Throws: `ServingError`.
  public init(
    at port: ServerPort, through channel: ReloadChannel,
    file: @escaping @Sendable (ServedPath) -> [UInt8]?
  ) async throws {
    var failure = ServingError.portTaken(0)
    for candidate in port.candidates {
      let responder = Responder(through: channel, file: file)
      let server: HTTPServer
      do {
        server = try Self.server(responder, candidate)
        running = try await Self.start(server)
      } catch {
        failure = ServingError(error, at: candidate)
        if case .portTaken = failure { continue }
        throw failure
      }
      (self.server, self.channel, self.port) = (server, channel, candidate)
      return
    }
    throw failure
  }

  /// Ends every stream of events in good order, then every connection.
  public func stop() async {
    channel.close()
    // What is written last is still under way.
    try? await Task.sleep(for: .milliseconds(100))
    await server.stop(timeout: 0.2)
    running.cancel()
  }

  /// Pings open pages until the task is cancelled, so that those who have gone are forgotten.
  public func keepAlive() async {
    while (try? await Task.sleep(for: .seconds(10))) != nil { channel.ping() }
  }

  private static func server(_ responder: Responder, _ port: UInt16) throws -> HTTPServer {
    let handler = ClosureHTTPHandler { request in
      let answer = responder.answer(
        request.method.rawValue, request.target.rawValue, host: request.headers[.host],
        port: Int(port))
      return HTTPResponse(answer, isHeadOnly: request.method == .HEAD)
    }
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    return HTTPServer(
      config: .init(address: address, timeout: 15, logger: .disabled), handler: handler)
  }

  /// Runs the server; waits until it listens, or fails to.
  private static func start(_ server: HTTPServer) async throws -> Task<Void, any Error> {
    let listening = Task { try await server.waitUntilListening(timeout: 60) }
    let running = Task {
      defer { listening.cancel() }
      try await server.run()
    }
    do {
      try await listening.value
    } catch {
      running.cancel()
      // Why it does not listen is known to the one who tried.
      try await running.value
      throw error
    }
    return running
  }
}

extension HTTPResponse {
  /// The answer as it goes over the wire; of the body that a HEAD asks about, only its length.
  fileprivate init(_ answer: Answer, isHeadOnly: Bool) {
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    let code = HTTPStatusCode(answer.status, phrase: Self.phrases[answer.status] ?? "")
    switch answer.body {
    case .bytes(let bytes):
      headers[.contentLength] = String(bytes.count)
      self.init(
        statusCode: code, headers: headers, body: isHeadOnly ? Data() : Data(bytes))
    case .events(let events):
      self.init(
        statusCode: code, headers: headers,
        body: HTTPBodySequence(from: EventBytes(events: events)))
    }
  }

  private static var phrases: [Int: String] {
    [
      200: "OK", 302: "Found", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
      405: "Method Not Allowed",
    ]
  }
}

/// Events as the server takes them: each goes out when it comes in.
private struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8
  let events: AsyncStream<[UInt8]>

  struct AsyncIterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<[UInt8]>.AsyncIterator

    mutating func next() async -> UInt8? {
      // The server takes whole pieces; single bytes are asked for by nobody.
      nil
    }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? { await events.next() }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(events: events.makeAsyncIterator()) }
}
