import Foundation
public import Serving

/// The output folder as a server may read it: plain files below it, reached through plain folders.
///
/// The way is gone part by part, and no part may be a symbolic link, so that nothing can lead out of the
/// folder, also not while the file is being opened.
public struct ServedFolder: Sendable {
  /// The folder as the user named it; it may itself be a link.
  let path: String

  /// The folder at `path`, which need not be there yet.
  public init(path: String) { self.path = path }

  /// The bytes of the file at `target`; nil if there is no such plain file.
  public func bytes(at target: ServedPath) -> [UInt8]? {
    var descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    for (index, part) in target.parts.enumerated() {
      guard descriptor >= 0 else { return nil }
      let isFile = index == target.parts.count - 1
      // What is no file, such as a pipe, must not make anybody wait for it.
      let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (isFile ? O_NONBLOCK : O_DIRECTORY)
      let next = openat(descriptor, part, flags)
      close(descriptor)
      descriptor = next
    }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Self.bytes(of: descriptor, about: Int(status.st_size))
  }

  private static func bytes(of descriptor: Int32, about size: Int) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return result }
      result += chunk[..<count]
    }
  }
}
