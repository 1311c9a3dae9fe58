import Foundation

/// The port that a server is to listen at.
public enum ServerPort: Equatable, Sendable {
  /// This one or none.
  case exactly(UInt16)
  /// This one, or one of the next that nobody else has.
  case from(UInt16)

  /// Those to try, in their order.
  var candidates: [UInt16] {
    switch self {
    case .exactly(let port): [port]
    case .from(let port): Array(port...(port > UInt16.max - 50 ? UInt16.max : port + 50))
    }
  }
}

/// A server that cannot be had.
public enum ServingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Somebody else listens at the port.
  case portTaken(UInt16)
  /// The system does not let this program listen, for this reason.
  case cannotListen(UInt16, String)

  /// One line.
  public var description: String {
    switch self {
    case .portTaken(let port):
      "port \(port) is taken by another program; without --port, a free one is looked for"
    case .cannotListen(let port, let reason): "cannot listen at port \(port): \(reason)"
    }
  }
}

extension ServingError {
  /// What `errno` says of a port.
  init(_ number: Int32, at port: UInt16) {
    self =
      number == EADDRINUSE
      ? .portTaken(port) : .cannotListen(port, String(cString: strerror(number)))
  }
}
