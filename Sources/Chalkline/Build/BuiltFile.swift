import Building

/// A file that is ready to be written.
struct BuiltFile: Sendable {
  /// Below the output folder.
  let path: String
  let bytes: [UInt8]
  let facts: FileFacts

  init(_ path: String, _ bytes: [UInt8], _ facts: FileFacts) {
    self.path = path
    self.bytes = bytes
    self.facts = facts
  }
}
