import Building
import Files
import Wording

/// Takes away what builds have made, and nothing else.
public struct CourseClean: Sendable {
  private let output: String
  private let lessons: String

  /// The cleaning of the folder `output` of the lessons in `lessons`.
  public init(output: String, of lessons: LessonsFolder) {
    self.output = output
    self.lessons = lessons.path
  }

  /// What was done.
  public struct Report: Equatable, Sendable {
    /// Files that were removed, the manifest among them.
    public var removedCount = 0
    /// Files that somebody changed since they were built, and that were left where they are.
    public var kept: [String] = []

    /// One line: `819 files removed`, `817 files removed, 2 kept`.
    public var summary: String {
      let text = "\(counted(removedCount, "file")) removed"
      return kept.isEmpty ? text : text + ", \(kept.count) kept"
    }
  }

  /// Removes every file that the manifest lists and that still holds the bytes that were built, then the
  /// manifest, the cache, and the folders that are empty now.
  ///
  /// - Throws: `DiskError` if the folder is that of the lessons.
  public func run() throws -> Report {
    var report = Report()
    let target = try OutputFolder(output, apartFrom: lessons, onlyLooking: true)
    guard target.has(Manifest.path) || Disk.isFolder(target.path(of: CourseOutput.folder)) else {
      return report
    }
    guard let lock = try OutputLock.taken(at: CourseOutput.lock, in: target, .alone) else {
      throw UsageError("a build is writing into '\(output)'; try again when it is done")
    }
    defer { withExtendedLifetime(lock) {} }
    let records = CourseOutput.records(in: target)
    let manifest = ProductName(.manifest)
    let files = records.outputs.filter { $0.key != manifest }.values.flatMap { $0.files }
      .sorted { $0.path < $1.path }
    for file in files {
      if target.remove(file.path, ifItHas: file.digest) {
        report.removedCount += 1
      } else if target.has(file.path) {
        report.kept.append(Disk.join(output, file.path))
      }
    }
    if target.has(Manifest.path) {
      target.removeOwn(Manifest.path)
      report.removedCount += 1
    }
    let cache = CourseOutput.ownFolders
    for folder in cache {
      for name in target.names(in: folder) { target.removeOwn("\(folder)/\(name)") }
    }
    let own = Set(files.map { Disk.folder(of: $0.path) }).union(cache)
    for folder in own.sorted().reversed() { target.removeEmptyFolders(from: folder) }
    return report
  }
}
