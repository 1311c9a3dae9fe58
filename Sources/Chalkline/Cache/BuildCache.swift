/// What each file of the output was made from, and how it looked when it was written.
///
/// It lies in the output folder, is nobody's output, and may be deleted: then everything is made again.
struct BuildCache: Sendable {
  /// One file.
  struct Entry: Equatable, Sendable {
    var inputs: BuildInputs
    var sha256: String
    var stamp: FileStamp
  }

  /// The folder of everything that makes later builds shorter.
  static let folder = ".chalkline"
  static let path = "\(folder)/cache"

  /// By path below the output folder.
  var files: [String: Entry] = [:]
  /// The program and the fonts, by path.
  var known: [String: ProgramInputs.Known] = [:]
  /// The last build of everything that left nothing to do; nil if there was none.
  var whole: WholeBuild?

  /// The cache in `output`; an empty one if there is none that is whole.
  static func read(from output: OutputFolder, at path: String = path) -> BuildCache {
    output.bytes(at: path).flatMap { BuildCache(decoding: $0) } ?? BuildCache()
  }

  /// Whether the file at `path` was made from these inputs and still holds the same bytes.
  ///
  /// A file that was touched or copied is read once, and then known by its new stamp.
  mutating func isCurrent(_ path: String, _ inputs: BuildInputs, in output: OutputFolder) -> Bool {
    guard let entry = files[path], entry.inputs == inputs else { return false }
    return isUntouched(path, in: output)
  }

  /// Whether the file at `path` still holds the bytes that were written.
  mutating func isUntouched(_ path: String, in output: OutputFolder) -> Bool {
    guard let entry = files[path], let stamp = output.stamp(of: path) else { return false }
    if stamp == entry.stamp { return true }
    guard stamp.bytes == entry.stamp.bytes, let bytes = output.bytes(at: path),
      SHA256(of: bytes).description == entry.sha256
    else { return false }
    files[path]?.stamp = stamp
    return true
  }

  /// Why a file is to be made, in words: one for each input that changed.
  func reasons(_ path: String, _ inputs: BuildInputs, in output: OutputFolder) -> [String] {
    guard let entry = files[path] else { return ["it is new"] }
    let changes = inputs.changes(since: entry.inputs)
    guard changes.isEmpty else { return changes.map { "\($0) changed" } }
    return [
      output.stamp(of: path) == nil ? "its file is gone" : "its file was changed by somebody else"
    ]
  }

  /// Notes that a file was just written, or found to hold the right bytes.
  mutating func enter(
    _ path: String, _ inputs: BuildInputs, sha256: String, in output: OutputFolder
  ) {
    guard let stamp = output.stamp(of: path) else { return }
    files[path] = Entry(inputs: inputs, sha256: sha256, stamp: stamp)
  }

  /// Takes over what another cache knows and this one does not know better.
  mutating func merge(_ other: BuildCache) {
    files.merge(other.files) { _, new in new }
  }

  /// Forgets what the manifest lists no more.
  mutating func keep(_ paths: Set<String>) { files = files.filter { paths.contains($0.key) } }

  /// Writes itself.
  func save(to output: OutputFolder, at path: String = path) throws(DiskError) {
    _ = try output.write(encoded(), to: path)
  }
}
