import Files
import Foundation

/// What the manifest of an output says of the files.
struct ListedFiles {
  /// The lesson or page whose files may be older than is said.
  private(set) var writing: String?
  /// SHA-256 by path.
  private(set) var digests: [String: String] = [:]

  /// Reads the bytes of `manifest.json`.
  init(_ manifest: Data) throws {
    let object = try JSONSerialization.jsonObject(with: manifest)
    writing = (object as? [String: Any])?["writing"] as? String
    collect(object)
  }

  private mutating func collect(_ value: Any) {
    if let list = value as? [Any] { for item in list { collect(item) } }
    guard let fields = value as? [String: Any] else { return }
    if let path = fields["path"] as? String, let digest = fields["sha256"] as? String {
      digests[path] = digest
    }
    for item in fields.values { collect(item) }
  }

  /// The listed paths whose files are not what is said, but for those that are being written.
  func untrue(in files: [String: Data]) -> [String] {
    digests.filter { path, digest in
      files[path].map { Digest(of: Array($0)).description } != digest && !isBeingWritten(path)
    }.keys.sorted()
  }

  private func isBeingWritten(_ path: String) -> Bool {
    writing.map { path == $0 || path.hasPrefix("\($0)/") } ?? false
  }
}
