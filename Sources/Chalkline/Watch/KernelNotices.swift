import Files

#if os(Linux)
  import Foundation

  /// Changes as the Linux kernel tells them (inotify).
  ///
  /// A file counts as changed when its writer closes it or renames it into place, so that no half-written
  /// file is read.
  ///
  /// - Source: Linux man-pages, inotify(7)
  struct KernelNotices: ChangeSource {
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR)

    private let root: String
    private let excluded: String?
    private let descriptor: Int32
    /// The folder, below the root, of each watch.
    private var folders: [Int32: String] = [:]

    /// Watches `root` and all folders below it; nil if the kernel gives no watch.
    init?(of root: String, except excluded: String?) {
      self.root = root
      self.excluded = excluded
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      guard watch("") != nil else {
        close()
        return nil
      }
    }

    mutating func changes(within milliseconds: Int) -> Set<String> {
      // Where the folder itself has gone, as in a change of branches, it may come back.
      if folders.isEmpty, let found = watch(""), !folders.isEmpty { return found }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Int32(milliseconds)) > 0 else { return [] }
      var changed: Set<String> = []
      for notice in notices() { changed.formUnion(follow(notice)) }
      return changed
    }

    func close() { _ = Foundation.close(descriptor) }

    /// Watches a folder with all below it.
    ///
    /// - Returns: The files that are in them; nil if the kernel has no watch left.
    private mutating func watch(_ folder: String) -> Set<String>? {
      var files: Set<String> = []
      for folder in FolderTree.folders(below: root, from: folder, except: excluded) {
        let path = folder.isEmpty ? root : Disk.join(root, folder)
        let number = inotify_add_watch(descriptor, path, Self.mask)
        guard number >= 0 else {
          if errno == ENOSPC || errno == ENOMEM { return nil }
          continue
        }
        folders[number] = folder
        files.formUnion(Disk.names(in: path).map { Disk.join(folder, $0) })
      }
      return files
    }

    private struct Notice {
      let watch: Int32
      let mask: UInt32
      let name: String

      func has(_ flag: Int) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
    }

    private func notices() -> [Notice] {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return [] }
      return buffer.withUnsafeBytes { bytes in
        var notices: [Notice] = []
        var offset = 0
        let size = MemoryLayout<inotify_event>.size
        while offset + size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let name = bytes[(offset + size)..<min(count, offset + size + Int(event.len))]
          notices.append(
            Notice(
              watch: event.wd, mask: event.mask,
              name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
          offset += size + Int(event.len)
        }
        return notices
      }
    }

    /// What a notice says has changed; a folder that is new is watched, and one that is gone no more.
    private mutating func follow(_ notice: Notice) -> Set<String> {
      // Some notices were lost: whatever may have changed.
      if notice.has(Int(IN_Q_OVERFLOW)) { return watch("") ?? ["course.yaml"] }
      guard let folder = folders[notice.watch] else { return [] }
      if notice.has(Int(IN_IGNORED)) || notice.has(Int(IN_DELETE_SELF)) {
        folders[notice.watch] = nil
        return folder.isEmpty ? ["course.yaml"] : [folder]
      }
      if notice.has(Int(IN_MOVE_SELF)) {
        if folder.isEmpty { forget("") }
        return []
      }
      let path = Disk.join(folder, notice.name)
      guard notice.has(Int(IN_ISDIR)) else {
        // A new file is told again when it is closed; a link or a second name is not.
        let isNew = notice.has(Int(IN_CREATE))
        return isNew && !isLink(path) ? [] : [path]
      }
      if notice.has(Int(IN_MOVED_FROM)) { forget(path) }
      let isThere = notice.has(Int(IN_CREATE)) || notice.has(Int(IN_MOVED_TO))
      return (isThere ? watch(path) ?? [] : []).union([path])
    }

    private mutating func forget(_ folder: String) {
      for (number, name) in folders
      where folder.isEmpty || name == folder || name.hasPrefix(folder + "/") {
        inotify_rm_watch(descriptor, number)
        folders[number] = nil
      }
    }

    private func isLink(_ path: String) -> Bool {
      var status = stat()
      guard lstat(Disk.join(root, path), &status) == 0 else { return true }
      return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
    }
  }
#endif
