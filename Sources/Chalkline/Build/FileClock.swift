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

  /// Digests of all files that a course was read from since this moment, by path; nil if one of them may have
  /// changed while it was read: then nothing that is said of it later could be trusted.
  func digests(of source: CourseSource) -> [String: Digest?]? {
    var digests: [String: Digest?] = [:]
    for path in source.sourceFiles {
      let place = source.folder.path(of: path)
      // File systems keep time in steps of a few milliseconds.
      if let stamp = FileStamp(of: place), stamp.changed > nanoseconds - 20_000_000 { return nil }
      digests[path] = .some(Standstill.digest(of: place))
    }
    return digests
  }
}
