package import Files
import Synchronization

/// Where a product puts what it makes: files beside their places, notes for later builds, how far it is.
package final class Workbench<ID: ProductID>: Sendable {
  private struct State: Sendable {
    var files: [ID: [FileRecord]] = [:]
    var notes: [ID: [UInt8]] = [:]
    var changedCount = 0
  }

  private let stage: StagedFiles?
  private let output: OutputFolder
  /// What is known of all outputs, for products that follow others.
  package let records: Records<ID>
  private let tell: @Sendable (Double) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - stage: Where files go; nil where only the value is wanted.
  ///   - output: The output folder.
  ///   - records: What is known of all outputs.
  ///   - tell: Told the share of the work that is done, 0...1.
  init(
    _ stage: StagedFiles?, in output: OutputFolder, knowing records: Records<ID>,
    telling tell: @escaping @Sendable (Double) -> Void
  ) {
    self.records = records
    self.stage = stage
    self.output = output
    self.tell = tell
  }

  /// Writes a file of `id`; nobody sees it before everything of its group is there.
  ///
  /// - Throws: `DiskError` if it cannot be written.
  package func write(_ bytes: [UInt8], to path: String, _ facts: FileFacts, of id: ID)
    throws(DiskError)
  {
    if let file = try stage?.write(bytes, to: path) { enter(file, facts, of: id) }
  }

  /// Writes a file of `id` whose bytes come piece by piece, and are never in memory all at once.
  ///
  /// - Throws: `DiskError` if it cannot be written.
  package func write(
    pieces: some Sequence<[UInt8]>, to path: String, _ facts: FileFacts, of id: ID
  ) throws(DiskError) {
    if let file = try stage?.write(pieces: pieces, to: path) { enter(file, facts, of: id) }
  }

  private func enter(_ file: StagedFiles.File, _ facts: FileFacts, of id: ID) {
    let record = FileRecord(
      path: file.path, facts: facts, byteCount: file.byteCount, digest: file.digest)
    state.withLock { $0.files[id, default: []].append(record) }
  }

  /// Notes something of `id` that later builds are to know, in a form of the product's own.
  package func note(_ bytes: [UInt8], of id: ID) { state.withLock { $0.notes[id] = bytes } }

  /// The bytes of a file that lies in the output folder, of this build or of one before; nil if there is none.
  package func bytes(at path: String) -> [UInt8]? { output.bytes(at: path) }

  /// Says which share of the work is done, 0...1.
  package func progress(_ share: Double) { tell(share) }

  /// What was written of `id`, to be entered with what it was made from.
  func record(of id: ID, _ inputs: BuildInputs) -> Record {
    state.withLock { state in
      Record(
        inputs: inputs, files: (state.files[id] ?? []).sorted { $0.path < $1.path },
        notes: state.notes[id] ?? [])
    }
  }
}
