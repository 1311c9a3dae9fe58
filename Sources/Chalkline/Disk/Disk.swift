import Foundation

/// The few things that are done to the disk; every other file of the program is free of them.
enum Disk {
  /// All bytes of the file at `path`.
  static func bytes(at path: String) throws(DiskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError("read", path, number: errno) }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DiskError("read", path, number: errno) }
      if count == 0 { return result }
      result += chunk[..<count]
    }
  }

  /// The text of the UTF-8 file at `path`, without a byte-order mark.
  static func text(at path: String) throws(DiskError) -> String {
    try text(try bytes(at: path), at: path)
  }

  /// The text of `bytes`, read from `path`, without a byte-order mark.
  static func text(_ bytes: [UInt8], at path: String) throws(DiskError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiskError("read", path, reason: "not UTF-8 text")
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The one path that `path` stands for, free of `.`, `..` and symbolic links; nil if nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether the real path `inner` is `outer` or lies below it.
  static func isInside(_ inner: String, _ outer: String) -> Bool {
    inner == outer || inner.hasPrefix(outer == "/" ? outer : outer + "/")
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func makeFolder(_ path: String) throws(DiskError) {
    if isFolder(path) { return }
    let parent = (path as NSString).deletingLastPathComponent
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
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
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

  /// Joins two parts of a path.
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder == "."
      ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
