package import Files

/// Named digests of everything that goes into an output.
///
/// Two builds with equal inputs write the same bytes, so the second one need not be made. The names are words
/// for people: `--explain` says which input changed.
package struct BuildInputs: Hashable, Sendable {
  /// One thing that goes in.
  package struct Part: Hashable, Sendable {
    /// What it is, in words: `scenario 'hidden'`.
    package let name: String
    /// A digest of its content.
    package let digest: Digest

    package init(name: String, digest: Digest) {
      self.name = name
      self.digest = digest
    }
  }

  /// The parts, in the order in which a change of them is told.
  package private(set) var parts: [Part]

  /// Makes inputs of parts.
  package init(_ parts: [Part] = []) { self.parts = parts }

  /// Adds what `text` says.
  package mutating func add(_ name: String, _ text: String) {
    parts.append(Part(name: name, digest: Digest(of: text)))
  }

  /// Adds several texts; where one ends and the next begins counts too.
  package mutating func add(_ name: String, _ texts: [String]) {
    add(name, texts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
  }

  /// Adds something whose digest is known.
  package mutating func add(_ name: String, digest: Digest) {
    parts.append(Part(name: name, digest: digest))
  }

  /// Names of what differs between these inputs and older ones; empty if nothing does.
  package func changes(since old: BuildInputs) -> [String] {
    guard parts != old.parts else { return [] }
    let (before, now) = (old.digests, digests)
    var told: Set<String> = []
    return (parts + old.parts).map { $0.name }.filter {
      before[$0] != now[$0] && told.insert($0).inserted
    }
  }

  /// The digests of each name: there may be several.
  private var digests: [String: [Digest]] {
    parts.reduce(into: [:]) { $0[$1.name, default: []].append($1.digest) }
  }

  /// One digest for all parts.
  package var digest: Digest {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += part.name.utf8
      bytes.append(0)
      bytes += part.digest.bytes
    }
    return Digest(of: bytes)
  }
}
