import Foundation
import Synchronization

/// A file that is written beside its place, to be renamed over it once it is whole: no reader ever sees half.
struct PartialFile: Sendable {
  /// Where it will be.
  let target: String
  /// Where it is: a hidden name in the same folder, since only within one file system is a rename atomic.
  let path: String

  /// Names a partial file for `target`; nothing is written yet.
  init(of target: String) {
    self.target = target
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    // A name may have 255 bytes; of the target's, as many are shown as leave room for the rest.
    let shown = String(decoding: Disk.name(of: target).utf8.prefix(100), as: UTF8.self)
    let writer = "\(getpid())-\(number)-\(Self.birth)@\(Self.machine)"
    path = Disk.join(Disk.folder(of: target), ".\(shown)\(Self.mark)\(writer)")
  }

  /// Writes the bytes, which come piece by piece; `note` is given each piece.
  ///
  /// - Returns: What the disk says of the file before anybody else can have touched it.
  /// - Throws: `DiskError` that names the target; then nothing is left.
  func write(_ pieces: some Sequence<[UInt8]>, _ note: ([UInt8]) -> Void = { _ in })
    throws(DiskError) -> FileStamp
  {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DiskError("write", target, number: errno) }
    var failure: Int32 = 0
    for piece in pieces where failure == 0 {
      note(piece)
      failure = Self.write(piece, to: descriptor)
    }
    let stamp = FileStamp(ofOpen: descriptor)
    // Some file systems report a full disk only here.
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    guard failure == 0, let stamp else {
      unlink(path)
      throw DiskError("write", target, number: failure)
    }
    return stamp
  }

  /// Writes `bytes` to an open file.
  ///
  /// - Returns: The number of what went wrong, 0 if nothing did.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count >= 0 { offset += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `DiskError`; then the old file is whole and nothing is left beside it.
  func place() throws(DiskError) {
    guard rename(path, target) != 0 else { return }
    let number = errno
    unlink(path)
    throw DiskError("write", target, number: number)
  }

  /// Removes the file.
  func remove() { unlink(path) }

  private static let mark = ".partial-"
  /// Sets apart what one process writes to the same place again before the first has been placed.
  private static let count = Atomic(0)

  /// Sets this process apart from one before it that had the same number: in a container there are few numbers.
  private static let birth: String = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return String(time.tv_sec * 1_000_000_000 + time.tv_nsec, radix: 36)
  }()

  /// Sets apart processes of several machines that write into one shared folder.
  private static let machine: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    let letters = name.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt8(bitPattern: $0)) }
    return String(String.UnicodeScalarView(letters)).filter { $0.isLetter || $0.isNumber }
  }()

  /// Removes what processes of this machine that were killed left half-written in `folder`.
  static func removeAbandoned(in folder: String) {
    for name in Disk.names(in: folder) where name.hasPrefix(".") {
      guard let end = name.range(of: mark, options: .backwards)?.upperBound,
        !mayBeWriting(name[end...])
      else { continue }
      unlink(Disk.join(folder, name))
    }
  }

  /// Whether there still is who writes a file, by the end of its name: `process-number-birth@machine`.
  private static func mayBeWriting(_ writer: Substring) -> Bool {
    let parts = writer.split(separator: "@", maxSplits: 1)
    let numbers = (parts.first ?? "").split(separator: "-")
    // What a process of another machine is writing is its own.
    guard parts.count < 2 || parts[1] == machine,
      let process = numbers.first.flatMap({ pid_t($0) })
    else { return true }
    if process == getpid() { return numbers.last == birth[...] }
    return kill(process, 0) == 0 || errno != ESRCH
  }
}

extension Disk {
  /// Removes what processes of this machine that were killed left half-written in `folder`.
  package static func removeAbandonedFiles(in folder: String) {
    PartialFile.removeAbandoned(in: folder)
  }

  /// Whether a write changed anything.
  package enum WriteOutcome: Equatable, Sendable {
    case written, unchanged
  }

  /// Puts `bytes` at `path`, whole or not at all.
  ///
  /// A file that holds these very bytes is left alone with its times. After an error the old file is whole
  /// and nothing is left beside it.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) -> WriteOutcome
  {
    if stamp(ofFileAt: path, ifItHolds: bytes) != nil { return .unchanged }
    let partial = PartialFile(of: path)
    _ = try partial.write(CollectionOfOne(bytes))
    try partial.place()
    return .written
  }

  /// The same with bytes that come piece by piece.
  package static func replace(_ path: String, withPieces pieces: some Sequence<[UInt8]>)
    throws(DiskError) -> WriteOutcome
  {
    let partial = PartialFile(of: path)
    let digest = RunningDigest()
    _ = try partial.write(pieces) { digest.add($0) }
    if stamp(ofFileAt: path, ifItHas: digest) != nil {
      partial.remove()
      return .unchanged
    }
    try partial.place()
    return .written
  }

  /// The stamp of the plain file at `path` if it has these very bytes; nil if not.
  ///
  /// Bytes and stamp are of one open file, also while somebody puts another one in its place.
  static func stamp(ofFileAt path: String, ifItHolds bytes: [UInt8]) -> FileStamp? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let stamp = FileStamp(ofOpen: descriptor), stamp.bytes == bytes.count,
      (try? Disk.bytes(of: descriptor, at: path)) == bytes
    else { return nil }
    return stamp
  }
  /// The stamp of the plain file at `path` if its bytes have this digest; nil if not.
  static func stamp(ofFileAt path: String, ifItHas digest: RunningDigest) -> FileStamp? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let stamp = FileStamp(ofOpen: descriptor), stamp.bytes == digest.byteCount else {
      return nil
    }
    let own = RunningDigest()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 && own.value == digest.value ? stamp : nil }
      own.add(buffer[..<count])
    }
  }
}
