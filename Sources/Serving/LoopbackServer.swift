/// A server of one folder, on this machine alone: it listens at 127.0.0.1 and nowhere else.
///
/// It speaks as much HTTP as the pages need: GET and HEAD, whole files, event streams, no request bodies.
/// `Range` is ignored, because a file may be built again between two parts of it.
/// Everything a client can do is limited (`ServerLimits`), so that no client, whatever it sends or fails to
/// send, can keep the server from answering another.
public struct LoopbackServer: Sendable {
  private let loop: ConnectionLoop
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
  ///   - limits: What clients may use.
  ///   - tell: Called once for each notice.
  ///   - file: The bytes of the file at a path; nil if there is none that may be served. It is called on
  ///     the thread of the server, which answers nobody else meanwhile.
  /// - Throws: `ServingError`.
  public init(
    at port: ServerPort, through channel: ReloadChannel, limits: ServerLimits = ServerLimits(),
    tell: @escaping @Sendable (ServerNotice) -> Void,
    file: @escaping @Sendable (ServedPath) -> [UInt8]?
  ) throws(ServingError) {
    let listener = try Self.listener(at: port)
    let (responder, number) = (Responder(through: channel, file: file), Int(listener.port))
    do {
      loop = try ConnectionLoop(listener, limits, tell: tell) { head in
        responder.answer(head.method, head.target, host: head.host, port: number)
      }
    } catch {
      listener.close()
      throw error
    }
    (self.channel, self.port) = (channel, listener.port)
  }

  /// Ends every stream of events in good order, then every connection.
  public func stop() async {
    channel.close()
    await loop.stop()
  }

  private static func listener(at port: ServerPort) throws(ServingError) -> ListeningSocket {
    var failure = ServingError.portTaken(0)
    for candidate in port.candidates {
      do {
        return try ListeningSocket(at: candidate)
      } catch {
        guard case .portTaken = error else { throw error }
        failure = error
      }
    }
    throw failure
  }
}
