import Files
import Foundation

/// Finds changes by looking at every file again: for systems that tell nothing by themselves.
struct StampComparison: ChangeSource {
  private let root: String
  private let excluded: String?
  private var stamps: [String: FileStamp]

  /// Compares with how the files look now.
  init(of root: String, except excluded: String?) {
    self.root = root
    self.excluded = excluded
    stamps = Self.stamps(below: root, except: excluded)
  }

  mutating func changes(within milliseconds: Int) -> Set<String> {
    usleep(UInt32(max(0, min(milliseconds, 1000))) * 1000)
    let found = Self.stamps(below: root, except: excluded)
    defer { stamps = found }
    let changed = found.filter { stamps[$0.key] != $0.value }.keys
    return Set(changed).union(Set(stamps.keys).subtracting(found.keys))
  }

  func close() {}

  private static func stamps(below root: String, except excluded: String?) -> [String: FileStamp] {
    let files = FolderTree.folders(below: root, except: excluded).flatMap { folder in
      Disk.names(in: Disk.join(root, folder)).map { Disk.join(folder, $0) }
    }
    return files.reduce(into: [:]) { stamps, file in
      stamps[file] = FileStamp(of: Disk.join(root, file))
    }
  }
}

/// The folders of a course, however deep, but for hidden ones.
enum FolderTree {
  /// Deeper than any lesson goes, so that a link to a folder above ends somewhere.
  private static let depth = 8

  /// Paths below `root` of all folders at or below `start`, itself first; empty if it is none.
  static func folders(below root: String, from start: String = "", except excluded: String?)
    -> [String]
  {
    guard ChangeFilter.counts(start), start.split(separator: "/").count <= depth else { return [] }
    let path = start.isEmpty ? root : Disk.join(root, start)
    guard Disk.isFolder(path) else { return [] }
    if let excluded, let real = Disk.realPath(path), real == excluded { return [] }
    return [start]
      + Disk.names(in: path).flatMap { name in
        folders(below: root, from: Disk.join(start, name), except: excluded)
      }
  }
}
