/// Whom a request believes to talk to.
///
/// A site elsewhere can have its own name point to this machine and then read what is served here as if
/// it were its own (DNS rebinding). Its requests carry its name, and are refused by it.
enum LoopbackHost {
  /// The only names by which this server is called.
  static let names = ["127.0.0.1", "localhost", "[::1]"]

  /// Whether the `Host` of a request is this server at this port.
  static func isOwn(_ header: String?, port: Int) -> Bool {
    guard let header = header?.lowercased() else { return false }
    // A browser leaves out the port that goes without saying.
    return names.contains { header == "\($0):\(port)" || port == 80 && header == $0 }
  }
}
