import Foundation

/// What each file of the output was made from, and how it looked when it was written.
///
/// It lies in the output folder, is nobody's output, and may be deleted: then everything is made again.
struct BuildCache: Codable, Sendable {
  /// One file.
  struct Entry: Codable, Sendable {
    var inputs: BuildInputs
    var stamp: FileStamp
  }

  static let path = ".chalkline/cache.json"

  /// By path below the output folder.
  private var files: [String: Entry] = [:]

  /// The cache in `output`; an empty one if there is none that can be read.
  static func read(from output: OutputFolder) -> BuildCache {
    guard let bytes = output.bytes(at: path) else { return BuildCache() }
    return (try? JSONDecoder().decode(BuildCache.self, from: Data(bytes))) ?? BuildCache()
  }

  /// Whether the file at `path` was made from these inputs and has not been touched since.
  func isCurrent(_ path: String, _ inputs: BuildInputs, in output: OutputFolder) -> Bool {
    guard let entry = files[path], entry.inputs == inputs else { return false }
    return FileStamp(of: Disk.join(output.path, path)) == entry.stamp
  }

  /// Why a file is to be made, in words.
  func reason(_ path: String, _ inputs: BuildInputs, in output: OutputFolder) -> String {
    guard let entry = files[path] else { return "it is new" }
    let changes = inputs.changes(since: entry.inputs)
    guard changes.isEmpty else { return changes.joined(separator: ", ") + " changed" }
    return FileStamp(of: Disk.join(output.path, path)) == nil
      ? "its file is gone" : "its file was changed by somebody else"
  }

  /// Notes that a file was just written, or found to hold the right bytes.
  mutating func enter(_ path: String, _ inputs: BuildInputs, in output: OutputFolder) {
    guard let stamp = FileStamp(of: Disk.join(output.path, path)) else { return }
    files[path] = Entry(inputs: inputs, stamp: stamp)
  }

  /// Forgets what the manifest lists no more, and writes itself.
  mutating func save(keeping paths: Set<String>, to output: OutputFolder) throws {
    files = files.filter { paths.contains($0.key) }
    _ = try output.write(try SortedJSON.bytes(of: self), to: Self.path)
  }
}
