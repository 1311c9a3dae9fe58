import Building
import Files
import Foundation

/// A moment, to tell which files have not changed since.
struct FileClock: Sendable {
  private let nanoseconds: Int

  /// This moment.
  static var now: FileClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return FileClock(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  /// Digests of all files that a course was read from since this moment.
  func digests(of source: CourseSource) -> SourceDigests {
    var digests = SourceDigests()
    for path in source.sourceFiles {
      let place = source.folder.path(of: path)
      digests.files[path] = .some(Standstill.digest(of: place))
      // File systems keep time in steps of a few milliseconds.
      if let stamp = FileStamp(of: place), stamp.changed > nanoseconds - 20_000_000 {
        digests.uncertain.insert(path)
      }
    }
    return digests
  }
}

/// What the files say that a course was read from.
struct SourceDigests: Sendable {
  /// The digest of each file that was read or looked for, by path; nil for one that is not there.
  fileprivate(set) var files: [String: Digest?] = [:]
  /// Those that may have changed while they were read: nothing that is said of them later could be trusted.
  fileprivate(set) var uncertain: Set<String> = []

  /// Those of some files; nil if one of them is not certain.
  func certain(_ isWanted: (String) -> Bool = { _ in true }) -> [String: Digest?]? {
    uncertain.contains(where: isWanted) ? nil : files.filter { isWanted($0.key) }
  }
}
