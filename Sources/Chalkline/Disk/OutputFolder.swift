import Foundation

/// The only folder that a build writes into.
struct OutputFolder: Sendable {
  /// The folder as the user named it.
  let path: String
  private let root: String

  /// Makes the folder if need be, unless it is only to be looked at.
  ///
  /// - Throws: `DiskError` if it cannot be made, or if it is the lessons folder or lies within it.
  init(_ path: String, apartFrom lessons: String, onlyLooking: Bool = false) throws(DiskError) {
    let lessonsRoot = Disk.realPath(lessons)
    if let root = Disk.nearestRealPath(path), let lessonsRoot, Disk.isInside(root, lessonsRoot) {
      throw DiskError("write into", path, reason: "it belongs to the lessons folder '\(lessons)'")
    }
    if !onlyLooking { try Disk.makeFolder(path) }
    guard let root = onlyLooking ? Disk.nearestRealPath(path) : Disk.realPath(path) else {
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

  /// Does the same in all folders that a build of these lessons writes into.
  func removePartialFiles(
    inFoldersOf manifest: Manifest, and source: CourseSource, _ forms: ImageForms
  ) {
    let lessons = source.lessons.flatMap { lesson in
      ["index.html", "trace/x"].map { "\(lesson.id)/\($0)" }
        + forms.languages.map { "\(lesson.id)/figures/\($0)/x" }
    }
    let own = [
      BuildCache.path, "\(TraceStore.folder)/x", "\(DrawingStore.folder)/x",
      "\(ShardRecord.folder)/x",
    ]
    removePartialFiles(
      besides: [Manifest.path] + own + lessons + manifest.files.map { $0.path })
  }

  /// What the disk says of the file at `relative`; nil if there is none.
  func stamp(of relative: String) -> FileStamp? { FileStamp(of: Disk.join(path, relative)) }

  /// Names of what lies in the folder at `relative`, sorted; empty if there is none.
  func names(in relative: String) -> [String] { Disk.names(in: Disk.join(path, relative)) }

  /// Removes a file that nobody but this program can have put there; a link is not followed.
  func removeOwn(_ relative: String) {
    let folder = (Disk.join(path, relative) as NSString).deletingLastPathComponent
    guard let real = Disk.realPath(folder), Disk.isInside(real, root) else { return }
    unlink(Disk.join(path, relative))
  }

  /// Removes the folder at `relative` and those above it, as long as they are empty.
  func removeEmptyFolders(from relative: String) {
    var folder = relative
    while !folder.isEmpty, rmdir(Disk.join(path, folder)) == 0 {
      folder = (folder as NSString).deletingLastPathComponent
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
