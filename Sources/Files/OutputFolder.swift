import Foundation

/// The only folder that a build writes into.
package struct OutputFolder: Sendable {
  /// The folder as the user named it.
  package let path: String
  private let root: String

  /// Makes the folder if need be, unless it is only to be looked at.
  ///
  /// - Parameters:
  ///   - path: The folder as the user names it.
  ///   - sources: A folder that it must not be, and not lie within; nil if there is none.
  ///   - onlyLooking: Whether the folder may be missing, and is then not made.
  /// - Throws: `DiskError` if it cannot be made, or if it is the folder `sources` or lies within it.
  package init(_ path: String, apartFrom sources: String?, onlyLooking: Bool = false)
    throws(DiskError)
  {
    if let sources, let sourcesRoot = Disk.realPath(sources),
      let root = Disk.nearestRealPath(path), Disk.isInside(root, sourcesRoot)
    {
      throw DiskError("write into", path, reason: "it belongs to the lessons folder '\(sources)'")
    }
    if !onlyLooking { try Disk.makeFolder(path) }
    guard let root = onlyLooking ? Disk.nearestRealPath(path) : Disk.realPath(path) else {
      throw DiskError("make the folder", path, number: errno)
    }
    self.path = path
    self.root = root
  }

  /// The path of a file below this folder as the user would name it.
  package func path(of relative: String) -> String { Disk.join(path, relative) }

  /// Where a file at `relative`, a path below this folder, is to be written; the folders on the way are made.
  ///
  /// - Throws: `DiskError`, also if a symbolic link on the way leads out of the folder.
  func place(for relative: String) throws(DiskError) -> String {
    let target = path(of: relative)
    let folder = Disk.folder(of: target)
    if let parent = Disk.nearestRealPath(folder), !Disk.isInside(parent, root) {
      throw DiskError("write", target, reason: "a link on the way leads out of the output folder")
    }
    try Disk.makeFolder(folder)
    return target
  }

  /// Puts `bytes` at `relative`, whole or not at all.
  ///
  /// - Throws: `DiskError`, also if a symbolic link on the way leads out of the folder.
  package func write(_ bytes: [UInt8], to relative: String) throws(DiskError) -> Disk.WriteOutcome {
    try Disk.replace(try place(for: relative), with: bytes)
  }

  /// Removes what killed processes left half-written in `folders`, paths below this folder.
  package func removeAbandonedFiles(in folders: Set<String>) {
    for folder in folders { PartialFile.removeAbandoned(in: path(of: folder)) }
  }

  /// What the disk says of the file at `relative`; nil if there is none.
  package func stamp(of relative: String) -> FileStamp? { FileStamp(of: path(of: relative)) }

  /// Names of what lies in the folder at `relative`, sorted; empty if there is none.
  package func names(in relative: String) -> [String] { Disk.names(in: path(of: relative)) }

  /// Removes a file that nobody but this program can have put there; a link is not followed.
  package func removeOwn(_ relative: String) {
    let folder = Disk.folder(of: path(of: relative))
    guard let real = Disk.realPath(folder), Disk.isInside(real, root) else { return }
    unlink(path(of: relative))
  }

  /// Removes the folder at `relative` and those around it, as far as they are empty.
  package func removeEmptyFolders(from relative: String) {
    var folder = relative
    while !folder.isEmpty, folder != "/", rmdir(path(of: folder)) == 0 {
      folder = Disk.folder(of: folder)
    }
  }

  /// Whether there is a file at `relative`.
  package func has(_ relative: String) -> Bool { Disk.isFile(path(of: relative)) }

  /// Removes the file at `relative` if its bytes have this digest: never what somebody changed.
  package func remove(_ relative: String, ifItHas digest: Digest) -> Bool {
    let target = path(of: relative)
    guard let real = Disk.realPath(target), Disk.isInside(real, root),
      let bytes = bytes(at: relative), Digest(of: bytes) == digest
    else { return false }
    return unlink(target) == 0
  }

  /// The bytes at `relative`; nil if there are none to be had.
  package func bytes(at relative: String) -> [UInt8]? { try? Disk.bytes(at: path(of: relative)) }
}

extension Disk {
  /// The real path of `path` or, where it does not exist yet, of what it would become.
  package static func nearestRealPath(_ path: String) -> String? {
    if let real = realPath(path) { return real }
    let parent = folder(of: path)
    guard parent != path, let realParent = nearestRealPath(parent.isEmpty ? "." : parent) else {
      return nil
    }
    return join(realParent, name(of: path))
  }
}
