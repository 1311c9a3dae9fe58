package import Files

/// What is known of a file besides its bytes.
package struct FileFacts: Hashable, Sendable {
  /// The format's name: `png`, `json`.
  package var format: String
  /// Language of the words; nil for a file without words.
  package var language: String?
  package var theme: String?
  /// Across and down: pixels for PNG, points otherwise; nil for what has no size.
  package var width: Double?
  package var height: Double?
  /// Dots per inch, for PNG.
  package var dotsPerInch: Double?

  package init(
    _ format: String, language: String? = nil, theme: String? = nil, width: Double? = nil,
    height: Double? = nil, dotsPerInch: Double? = nil
  ) {
    self.format = format
    self.language = language
    self.theme = theme
    self.width = width
    self.height = height
    self.dotsPerInch = dotsPerInch
  }
}

/// One file that a build has written.
package struct FileRecord: Equatable, Sendable {
  /// Below the output folder.
  package var path: String
  package var facts: FileFacts
  package var byteCount: Int
  package var digest: Digest
  /// What the disk said of the file when it was put in place; nil if nothing is known.
  package var stamp: FileStamp?

  package init(
    path: String, facts: FileFacts, byteCount: Int, digest: Digest, stamp: FileStamp? = nil
  ) {
    self.path = path
    self.facts = facts
    self.byteCount = byteCount
    self.digest = digest
    self.stamp = stamp
  }
}

/// What a build has noted of an output.
package struct Record: Equatable, Sendable {
  /// Everything that went into it; nil if that is not known, so that it is never current.
  package var inputs: BuildInputs?
  /// Its files, by path.
  package var files: [FileRecord]
  /// What the product notes of it for later builds, in a form of its own.
  package var notes: [UInt8]

  package init(inputs: BuildInputs?, files: [FileRecord], notes: [UInt8] = []) {
    self.inputs = inputs
    self.files = files
    self.notes = notes
  }
}

/// What is known of an output folder: which files builds have put there, and what each was made from.
package struct Records<ID: ProductID>: Equatable, Sendable {
  package private(set) var outputs: [ID: Record] = [:]
  /// Digests of files outside of the folder that were read before, by path.
  package var known: [String: KnownFile] = [:]
  /// The last build of everything that left nothing to do; nil if there was none.
  package var standstill: Standstill?
  /// The same of single groups, by their names.
  package var standstills: [String: Standstill] = [:]

  package init() {}

  /// The record of an output; nil if there is none.
  package subscript(output: ID) -> Record? {
    get { outputs[output] }
    set { outputs[output] = newValue }
  }

  /// All files, each once, in the order of their paths.
  package var files: [FileRecord] {
    outputs.values.flatMap { $0.files }.sorted { $0.path < $1.path }
  }

  /// Why an output is to be made; empty if it is current.
  ///
  /// A file that was touched or copied is read once, and then known by its new stamp.
  package mutating func reasons(of output: ID, _ inputs: BuildInputs, in folder: OutputFolder)
    -> [Reason]
  {
    guard var record = outputs[output], let before = record.inputs else { return [.new] }
    let changes = inputs.changes(since: before)
    guard changes.isEmpty else { return changes.map { .changed($0) } }
    for index in record.files.indices {
      if let reason = record.files[index].reason(in: folder) { return [reason] }
    }
    outputs[output] = record
    return []
  }

  /// Whether all files still have the bytes that were written.
  package mutating func areUntouched(in folder: OutputFolder) -> Bool {
    areUntouched(Array(outputs.keys), in: folder)
  }

  /// Whether all files of some outputs still have the bytes that were written.
  package mutating func areUntouched(_ wanted: [ID], in folder: OutputFolder) -> Bool {
    for output in wanted {
      guard var record = outputs[output] else { continue }
      for index in record.files.indices where record.files[index].reason(in: folder) != nil {
        return false
      }
      outputs[output] = record
    }
    return true
  }

  /// Takes over what another table knows and this one does not know better.
  package mutating func merge(_ other: Records) {
    outputs.merge(other.outputs) { _, new in new }
  }

  /// Sees to it that a file is of one output only: that of it which others claim is forgotten.
  mutating func claimFiles(of owners: Set<ID>) {
    let paths = Set(owners.flatMap { outputs[$0]?.files ?? [] }.map { $0.path })
    keepFiles(of: { !owners.contains($0) }) { !paths.contains($0.path) }
  }

  /// Forgets files that are gone; an output that has lost one is not current any more.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - others: Outputs that are left as they are known.
  package mutating func forgetMissingFiles(in folder: OutputFolder, but others: Set<ID>) {
    keepFiles(of: { !others.contains($0) }) { folder.has($0.path) }
  }

  /// Forgets files of some outputs; one that has lost any is not current any more.
  private mutating func keepFiles(of isLookedAt: (ID) -> Bool, where isKept: (FileRecord) -> Bool) {
    for (output, record) in outputs where isLookedAt(output) {
      let files = record.files.filter(isKept)
      guard files.count < record.files.count else { continue }
      outputs[output] =
        files.isEmpty ? nil : Record(inputs: nil, files: files, notes: record.notes)
    }
  }

  /// Forgets outputs.
  package mutating func keep(where isKept: (ID, Record) -> Bool) {
    outputs = outputs.filter { isKept($0.key, $0.value) }
  }
}

extension FileRecord {
  /// Why the file is not what was written; nil if it is.
  package mutating func reason(in folder: OutputFolder) -> Reason? {
    guard let now = folder.stamp(of: path) else { return .missing(path: path) }
    if now == stamp { return nil }
    guard now.bytes == byteCount, let bytes = folder.bytes(at: path), Digest(of: bytes) == digest
    else { return .altered(path: path) }
    // Only if nobody has put another file there in the meantime: else it is read again the next time.
    stamp = folder.stamp(of: path) == now ? now : nil
    return nil
  }
}

/// A file outside of the output folder, and what was found in it.
package struct KnownFile: Equatable, Sendable {
  package let stamp: FileStamp
  package let digest: Digest

  package init(stamp: FileStamp, digest: Digest) {
    self.stamp = stamp
    self.digest = digest
  }
}

/// A build of everything, or of one group, that left nothing to do, and all that it had read.
///
/// While the same files say the same, and nobody has touched the output, the next build need not even take the
/// sources apart.
package struct Standstill: Equatable, Sendable {
  /// What was asked for, and by which program.
  package var question: Digest
  /// Digest of every source file that was read or looked for, by path; nil for a file that was not there.
  package var sources: [String: Digest?]
  /// What the build reported, as counts.
  package var counts: [Int]

  package init(question: Digest, sources: [String: Digest?], counts: [Int]) {
    self.question = question
    self.sources = sources
    self.counts = counts
  }
}
