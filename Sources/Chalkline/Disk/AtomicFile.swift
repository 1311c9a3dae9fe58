import Foundation

extension Disk {
  /// Whether a write changed anything.
  enum WriteOutcome: Equatable, Sendable {
    case written, unchanged
  }

  /// Puts `bytes` at `path`: beside it first, then renamed over it, so that no reader ever sees half.
  ///
  /// A file that holds these very bytes is left alone with its time stamp. After an error the old
  /// file is whole and nothing is left beside it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) -> WriteOutcome {
    if holds(path, bytes) { return .unchanged }
    let partial = partialName(of: path)
    do throws(DiskError) {
      try write(bytes, to: partial, for: path)
      guard rename(partial, path) == 0 else { throw DiskError("write", path, number: errno) }
      return .written
    } catch {
      unlink(partial)
      throw error
    }
  }

  private static let mark = ".partial-"

  /// A hidden name in the same folder (only within one file system is a rename atomic).
  private static func partialName(of path: String) -> String {
    let whole = path as NSString
    let name = ".\(whole.lastPathComponent)\(mark)\(getpid())@\(machine)"
    return join(whole.deletingLastPathComponent, name)
  }

  /// Tells processes of several machines apart that write into one shared folder.
  private static let machine: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    let letters = name.prefix { $0 != 0 }.compactMap { Unicode.Scalar(Int($0)) }
    return String(String.UnicodeScalarView(letters)).filter { $0.isLetter || $0.isNumber }
  }()

  /// Removes what builds of this machine that were killed in mid-write left in `folder`.
  static func removePartialFiles(in folder: String) {
    for name in names(in: folder) where name.hasPrefix(".") {
      guard let end = name.range(of: mark, options: .backwards)?.upperBound else { continue }
      let writer = name[end...].split(separator: "@", maxSplits: 1)
      // What a process of another machine is writing is its own.
      guard writer.count < 2 || writer[1] == machine,
        let process = writer.first.flatMap({ pid_t($0) }), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(join(folder, name))
    }
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size == bytes.count
    else { return false }
    return (try? Disk.bytes(at: path)) == bytes
  }

  private static func write(_ bytes: [UInt8], to partial: String, for path: String)
    throws(DiskError)
  {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DiskError("write", path, number: errno) }
    var offset = 0
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      while offset < buffer.count && failure == 0 {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 { offset += count } else if errno != EINTR { failure = errno }
      }
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    guard failure == 0 else { throw DiskError("write", path, number: failure) }
  }
}
