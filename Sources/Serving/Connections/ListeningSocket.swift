import Foundation

/// A socket at 127.0.0.1 that clients connect to.
struct ListeningSocket: Sendable {
  let descriptor: Int32
  /// The port it listens at.
  let port: UInt16

  /// Listens at `port`; the system chooses one if it is 0.
  init(at port: UInt16) throws(ServingError) {
    let flags = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
    descriptor = socket(AF_INET, Int32(flags), 0)
    guard descriptor >= 0 else { throw ServingError(errno, at: port) }
    do {
      self.port = try Self.listen(descriptor, at: port)
    } catch {
      Foundation.close(descriptor)
      throw error
    }
  }

  /// The result of accepting a client.
  enum Accepted: Equatable {
    case client(ClientSocket)
    /// No client is waiting.
    case nobody
    /// The client has gone already.
    case lost
    /// There are no descriptors, or no memory, for another client.
    case exhausted
  }

  /// Accepts the client that has been waiting longest.
  func accept() -> Accepted {
    let client = Foundation.accept(descriptor, nil, nil)
    guard client < 0 else { return .client(ClientSocket(accepted: client)) }
    return switch errno {
    case EAGAIN, EWOULDBLOCK: .nobody
    case EMFILE, ENFILE, ENOBUFS, ENOMEM: .exhausted
    default: .lost
    }
  }

  /// Stops listening.
  func close() { Foundation.close(descriptor) }

  private static func listen(_ descriptor: Int32, at port: UInt16) throws(ServingError) -> UInt16 {
    var yes: Int32 = 1
    // Lets a server restart while connections of the previous one linger in the system.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && Foundation.listen(descriptor, SOMAXCONN) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    guard isListening else { throw ServingError(errno, at: port) }
    return UInt16(bigEndian: address.sin_port)
  }
}
