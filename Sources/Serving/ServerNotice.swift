/// Something that the person who runs a server should know while it keeps running.
public enum ServerNotice: Hashable, Sendable, CustomStringConvertible {
  /// The process or the system has run out of file descriptors.
  case outOfDescriptors

  /// One line.
  public var description: String {
    switch self {
    case .outOfDescriptors:
      "warning: out of file descriptors; the oldest connections are closed to accept new ones "
        + "('ulimit -n' shows the limit)"
    }
  }
}
