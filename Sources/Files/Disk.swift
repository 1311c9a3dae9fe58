import Foundation

/// The few things that are done to the disk.
package enum Disk {
  /// All bytes of the file at `path`.
  ///
  /// - Throws: `DiskError` if it cannot be read or is no file: pipes and devices may never come to an end.
  package static func bytes(at path: String) throws(DiskError) -> [UInt8] {
    // A pipe is opened without waiting for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let number = errno
      throw number == ENXIO
        ? DiskError("read", path, reason: "it is a socket or a device, not a file")
        : DiskError("read", path, number: number)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DiskError("read", path, number: errno) }
    if let kind = specialKind(status.st_mode) {
      throw DiskError("read", path, reason: "it is a \(kind), not a file")
    }
    return try bytes(of: descriptor, at: path)
  }

  /// What something is that is neither a file nor a folder; nil for these two.
  private static func specialKind(_ mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG, S_IFDIR: nil
    case S_IFIFO: "pipe"
    case S_IFSOCK: "socket"
    default: "device"
    }
  }

  /// All bytes of an open file from where it stands; `path` is for the error alone.
  static func bytes(of descriptor: Int32, at path: String) throws(DiskError) -> [UInt8] {
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var result: [UInt8] = []
    // One byte more than the file has, so that its end is seen without another buffer.
    var capacity = max(size, 0) + 1
    while true {
      var count = 0
      var number: Int32 = 0
      let start = result.count
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        repeat {
          count = read(descriptor, buffer.baseAddress, buffer.count)
          number = count < 0 ? errno : 0
        } while number == EINTR
        filled = max(0, count)
      }
      guard count >= 0 else { throw DiskError("read", path, number: number) }
      if count == 0 { return result }
      if start == 0 { result = chunk } else { result += chunk }
      capacity = max(1 << 16, size - result.count + 1)
    }
  }

  /// The text of the UTF-8 file at `path`, without a byte-order mark.
  package static func text(at path: String) throws(DiskError) -> String {
    try text(try bytes(at: path), at: path)
  }

  /// The text of `bytes`, read from `path`, without a byte-order mark.
  package static func text(_ bytes: [UInt8], at path: String) throws(DiskError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiskError("read", path, reason: "not UTF-8 text")
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The path as the system takes it: the empty one, which `folder(of:)` gives, is the current folder.
  private static func forSystem(_ path: String) -> String { path.isEmpty ? "." : path }

  /// The one path that `path` stands for, free of `.`, `..` and symbolic links; nil if nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(forSystem(path), nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether the real path `inner` is `outer` or lies below it.
  ///
  /// Bytes are compared: names that look the same may be those of two folders.
  package static func isInside(_ inner: String, _ outer: String) -> Bool {
    guard inner.utf8.starts(with: outer.utf8) else { return false }
    return inner.utf8.count == outer.utf8.count || outer.utf8.last == slash
      || inner.utf8.dropFirst(outer.utf8.count).first == slash
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(forSystem(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package static func makeFolder(_ path: String) throws(DiskError) {
    if isFolder(path) { return }
    let parent = folder(of: path)
    if !parent.isEmpty && parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o777) != 0 else { return }
    let number = errno
    // Somebody else may have made it in the meantime.
    if number == EEXIST && isFolder(path) { return }
    if number == EEXIST {
      throw DiskError("make the folder", path, reason: "there is a file of that name")
    }
    throw DiskError("make the folder", path, number: number)
  }

  /// Names of what lies in the folder at `path`, sorted; empty if it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(forSystem(path)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder that a path lies in: `a/b` for `a/b/c` and for `a/b/c/`, `` for `c`, `/` for `/c`.
  ///
  /// Written out, because Foundation's own crashes on names of one character. A slash is a byte here: as a character
  /// it may be one with the letter beside it.
  package static func folder(of path: String) -> String {
    let trimmed = withoutEndingSlashes(path)
    guard let end = trimmed.utf8.lastIndex(of: slash) else { return "" }
    let folder = withoutEndingSlashes(String(trimmed[..<end]))
    return folder.isEmpty ? "/" : folder
  }

  /// The last part of a path: `c` for `a/b/c` and for `a/b/c/`.
  package static func name(of path: String) -> String {
    let trimmed = withoutEndingSlashes(path)
    guard let end = trimmed.utf8.lastIndex(of: slash) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: end)...])
  }

  private static func withoutEndingSlashes(_ path: String) -> String {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    return String(Substring(bytes))
  }

  private static let slash = UInt8(ascii: "/")

  /// Joins two parts of a path.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder == "."
      ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
