/// Named digests of everything that goes into a file.
///
/// Two builds with equal inputs write the same bytes, so that the second need not be made.
struct BuildInputs: Hashable, Sendable {
  /// One thing that goes in.
  struct Part: Hashable, Sendable {
    /// What it is, in words: `scenario 'hidden'`.
    let name: String
    /// A digest of its content.
    let digest: String
  }

  /// The parts, in the order in which a change of them is told.
  private(set) var parts: [Part]

  /// Makes inputs of parts.
  init(_ parts: [Part] = []) { self.parts = parts }

  /// Adds what `text` says.
  mutating func add(_ name: String, _ text: String) {
    parts.append(Part(name: name, digest: SHA256(of: Array(text.utf8)).description))
  }

  /// Adds something whose digest is known.
  mutating func add(_ name: String, digest: String) {
    parts.append(Part(name: name, digest: digest))
  }

  /// Names of what differs between these inputs and older ones; empty if nothing does.
  func changes(since old: BuildInputs) -> [String] {
    let before = old.parts.reduce(into: [:]) { $0[$1.name] = $1.digest }
    let now = Set(parts.map { $0.name })
    return parts.filter { before[$0.name] != $0.digest }.map { $0.name }
      + old.parts.map { $0.name }.filter { !now.contains($0) }
  }

  /// One digest for all parts.
  var digest: String {
    let text = parts.map { "\($0.name)\n\($0.digest)\n" }.joined()
    return SHA256(of: Array(text.utf8)).description
  }
}
