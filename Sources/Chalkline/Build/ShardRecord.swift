import Foundation

/// What a job that builds a part of a course leaves for the build that puts the parts together.
///
/// Each part has files of its own name, so that folders of several machines can be copied over one another.
struct ShardRecord {
  static let folder = "\(BuildCache.folder)/shards"

  /// The files of the part.
  var manifest: Manifest
  /// What they were made from.
  var cache: BuildCache

  /// Writes the record of one part.
  func save(_ shard: Shard, to output: OutputFolder) throws {
    let name = "\(Self.folder)/\(shard.number)-of-\(shard.count)"
    _ = try output.write(try manifest.encoded(), to: name + ".json")
    try cache.save(to: output, at: name + ".cache")
  }

  /// The records in `output` by name, in order; those that are damaged are left out.
  static func all(in output: OutputFolder) -> [ShardRecord] {
    output.names(in: folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { name in
      let path = "\(folder)/\(name)"
      return ShardRecord(
        manifest: Manifest.read(from: output, at: path),
        cache: BuildCache.read(from: output, at: String(path.dropLast("json".count)) + "cache"))
    }
  }

  /// Removes all records, once their parts are part of the whole.
  static func removeAll(from output: OutputFolder) {
    for name in output.names(in: folder) where !name.hasPrefix(".") {
      output.removeOwn("\(folder)/\(name)")
    }
    output.removeEmptyFolders(from: folder)
  }
}
