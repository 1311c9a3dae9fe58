import Foundation

/// The only folder that a build writes into.
struct OutputFolder: Sendable {
  /// The folder as the user named it.
  let path: String
  private let root: String

  /// Makes the folder if need be.
  ///
  /// - Throws: `DiskError` if it cannot be made, or if it is the lessons folder or lies within it.
  init(_ path: String, apartFrom lessons: String) throws(DiskError) {
    let lessonsRoot = Disk.realPath(lessons)
    if let root = Disk.nearestRealPath(path), let lessonsRoot, Disk.isInside(root, lessonsRoot) {
      throw DiskError("write into", path, reason: "it belongs to the lessons folder '\(lessons)'")
    }
    try Disk.makeFolder(path)
    guard let root = Disk.realPath(path) else {
      throw DiskError("make the folder", path, number: errno)
    }
    self.path = path
    self.root = root
  }

  /// Puts `bytes` at `relative`, a path below this folder.
  ///
  /// - Throws: `DiskError`, also if a symbolic link on the way leads out of the folder.
  func write(_ bytes: [UInt8], to relative: String) throws(DiskError) -> Disk.WriteOutcome {
    let target = Disk.join(path, relative)
    let folder = (target as NSString).deletingLastPathComponent
    if let parent = Disk.nearestRealPath(folder), !Disk.isInside(parent, root) {
      throw DiskError("write", target, reason: "a link on the way leads out of the output folder")
    }
    try Disk.makeFolder(folder)
    return try Disk.replace(target, with: bytes)
  }

  /// Clears away what earlier, killed builds left half-written in the folders of `files`.
  func removePartialFiles(besides files: [String]) {
    for folder in Set(files.map { ($0 as NSString).deletingLastPathComponent }) {
      Disk.removePartialFiles(in: Disk.join(path, folder))
    }
  }

  /// Whether there is a file at `relative`.
  func has(_ relative: String) -> Bool { Disk.isFile(Disk.join(path, relative)) }

  /// Removes the file at `relative` if its bytes have this digest: never what somebody changed.
  func remove(_ relative: String, ifItHas digest: String) -> Bool {
    let target = Disk.join(path, relative)
    guard let real = Disk.realPath(target), Disk.isInside(real, root),
      let bytes = bytes(at: relative),
      SHA256(of: bytes).description == digest
    else { return false }
    return unlink(target) == 0
  }

  /// The bytes at `relative`; nil if there are none to be had.
  func bytes(at relative: String) -> [UInt8]? {
    try? Disk.bytes(at: Disk.join(path, relative))
  }
}

extension Disk {
  /// The real path of `path` or, where it does not exist yet, of what it would become.
  static func nearestRealPath(_ path: String) -> String? {
    if let real = realPath(path) { return real }
    let whole = path as NSString
    let parent = whole.deletingLastPathComponent
    guard parent != path, let realParent = nearestRealPath(parent.isEmpty ? "." : parent) else {
      return nil
    }
    return join(realParent, whole.lastPathComponent)
  }
}
