package import Files
import Snapshots

// The form of records on disk: sealed, so that a damaged table counts as none. Digests of inputs and their names
// come again and again, so each is written once.

extension Records {
  private static var seal: String { "records 2" }

  /// The table at `path`; an empty one if there is none that is whole.
  package static func read(from folder: OutputFolder, at path: String) -> Records {
    folder.bytes(at: path).flatMap { Records(decoding: $0) } ?? Records()
  }

  /// Writes the table to `path`.
  package func save(to folder: OutputFolder, at path: String) throws(DiskError) {
    _ = try folder.write(encoded(), to: path)
  }

  /// The bytes of the file.
  package func encoded() -> [UInt8] {
    var parts = Table<BuildInputs.Part>()
    var inputs = Table<BuildInputs>()
    var body = SnapshotWriter()
    // In an order of their own, so that the same table gives the same bytes.
    let names = outputs.keys.map { (id: $0, name: $0.bytes) }.sorted {
      $0.name.lexicographicallyPrecedes($1.name)
    }
    body.write(names) { writer, output in
      let record = outputs[output.id] ?? Record(inputs: nil, files: [])
      writer.write(raw: output.name)
      writer.write(record.inputs.map { inputs.place(of: $0) }) { $0.write($1) }
      writer.write(record.files) { $0.write($1) }
      writer.write(record.notes)
    }
    body.write(known.sorted { $0.key < $1.key }) { writer, file in
      writer.write(file.key)
      writer.write(file.value.digest)
      writer.write(file.value.stamp)
    }
    body.write(standstill) { $0.write($1) }
    body.write(standstills.sorted { $0.key < $1.key }) { writer, group in
      writer.write(group.key)
      writer.write(group.value)
    }
    var lists = SnapshotWriter()
    lists.write(inputs.items) { writer, own in
      writer.write(own.parts) { $0.write(parts.place(of: $1)) }
    }
    var words = SnapshotWriter()
    words.write(parts.items) { writer, part in
      writer.write(part.name)
      writer.write(part.digest)
    }
    return SnapshotSeal.sealed(words.bytes + lists.bytes + body.bytes, as: Self.seal)
  }

  /// Nil unless the bytes are those of a whole table.
  package init?(decoding bytes: [UInt8]) {
    guard let content = SnapshotSeal.content(of: bytes, sealedAs: Self.seal) else { return nil }
    var reader = SnapshotReader(content)
    do throws(SnapshotError) {
      self.init()
      try read(from: &reader)
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }

  private mutating func read(from reader: inout SnapshotReader) throws(SnapshotError) {
    let parts = try reader.list { reader throws(SnapshotError) in
      BuildInputs.Part(name: try reader.text(), digest: try reader.digest())
    }
    let inputs = try reader.list { reader throws(SnapshotError) in
      BuildInputs(try reader.list { reader throws(SnapshotError) in try reader.item(of: parts) })
    }
    let count = try reader.count()
    for _ in 0..<count {
      let id = try ID(from: &reader)
      let own = try reader.optional { reader throws(SnapshotError) in try reader.item(of: inputs) }
      let files = try reader.list { reader throws(SnapshotError) in try reader.fileRecord() }
      self[id] = Record(inputs: own, files: files, notes: try reader.rawBytes())
    }
    let files = try reader.list { reader throws(SnapshotError) in
      let (path, digest) = (try reader.text(), try reader.digest())
      return (path, KnownFile(stamp: try reader.stamp(), digest: digest))
    }
    known = Dictionary(files, uniquingKeysWith: { first, _ in first })
    standstill = try reader.optional { reader throws(SnapshotError) in try reader.standstill() }
    let groups = try reader.list { reader throws(SnapshotError) in
      (try reader.text(), try reader.standstill())
    }
    standstills = Dictionary(groups, uniquingKeysWith: { first, _ in first })
  }
}

extension ProductID {
  fileprivate var bytes: [UInt8] {
    var writer = SnapshotWriter()
    write(to: &writer)
    return writer.bytes
  }
}

/// Items with their places, each once.
private struct Table<Item: Hashable> {
  private(set) var items: [Item] = []
  private var places: [Item: Int] = [:]

  mutating func place(of item: Item) -> Int {
    if let place = places[item] { return place }
    places[item] = items.count
    items.append(item)
    return items.count - 1
  }
}

extension SnapshotWriter {
  fileprivate mutating func write(_ digest: Digest) { write(raw: digest.bytes) }

  fileprivate mutating func write(_ stamp: FileStamp) {
    for number in [stamp.bytes, stamp.written, stamp.changed, stamp.inode] { write(number) }
  }

  fileprivate mutating func write(_ file: FileRecord) {
    write(file.path)
    write(file.facts.format)
    write(file.facts.language) { $0.write($1) }
    write(file.facts.theme) { $0.write($1) }
    for number in [file.facts.width, file.facts.height, file.facts.dotsPerInch] {
      write(number) { $0.write($1) }
    }
    write(file.byteCount)
    write(file.digest)
    write(file.stamp) { $0.write($1) }
  }

  fileprivate mutating func write(_ standstill: Standstill) {
    write(standstill.question)
    write(standstill.sources.sorted { $0.key < $1.key }) { writer, source in
      writer.write(source.key)
      writer.write(source.value) { $0.write($1) }
    }
    write(standstill.counts) { $0.write($1) }
  }
}

extension SnapshotReader {
  fileprivate mutating func digest() throws(SnapshotError) -> Digest {
    Digest(bytes: Array(try raw(Digest.byteCount)))
  }

  fileprivate mutating func stamp() throws(SnapshotError) -> FileStamp {
    FileStamp(
      bytes: try integer(), written: try integer(), changed: try integer(), inode: try integer())
  }

  fileprivate mutating func item<Item>(of items: [Item]) throws(SnapshotError) -> Item {
    items[try count(atMost: items.count - 1)]
  }

  fileprivate mutating func fileRecord() throws(SnapshotError) -> FileRecord {
    func text(_ reader: inout SnapshotReader) throws(SnapshotError) -> String { try reader.text() }
    func number(_ reader: inout SnapshotReader) throws(SnapshotError) -> Double {
      try reader.number()
    }
    let path = try self.text()
    let facts = FileFacts(
      try self.text(), language: try optional(text), theme: try optional(text),
      width: try optional(number), height: try optional(number), dotsPerInch: try optional(number))
    return FileRecord(
      path: path, facts: facts, byteCount: try count(), digest: try digest(),
      stamp: try optional { reader throws(SnapshotError) in try reader.stamp() })
  }

  fileprivate mutating func standstill() throws(SnapshotError) -> Standstill {
    let question = try digest()
    let sources = try list { reader throws(SnapshotError) in
      let path = try reader.text()
      return (
        path, try reader.optional { reader throws(SnapshotError) in try reader.digest() }
      )
    }
    return Standstill(
      question: question, sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }),
      counts: try list { reader throws(SnapshotError) in try reader.integer() })
  }
}
