import Foundation

/// A failure to read or write, with the path as the user wrote it.
public struct DiskError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried: "read", "write", "make the folder".
  public let action: String
  /// What it was tried on.
  public let path: String
  /// Why it failed, in the words of the system.
  public let reason: String

  /// Makes an error.
  public init(_ action: String, _ path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Makes an error from an `errno` number.
  package init(_ action: String, _ path: String, number: Int32) {
    self.init(action, path, reason: String(cString: strerror(number)).lowercased())
  }

  /// One line: `cannot write 'output/manifest.json': no space left on device`.
  public var description: String { "cannot \(action) '\(path)': \(reason)" }
}
