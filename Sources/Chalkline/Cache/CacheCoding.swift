import Tracing

// The form of a cache on disk: sealed, so that a damaged one counts as none. Texts that come again and
// again, digests of inputs above all, are written once.

extension BuildCache {
  private static let seal = "cache 1"

  /// The bytes of the file.
  func encoded() -> [UInt8] {
    var texts = TextTable()
    var body = SnapshotWriter()
    let paths = files.keys.sorted()
    var inputs: [BuildInputs] = []
    var places: [BuildInputs: Int] = [:]
    for case let own? in paths.map({ files[$0]?.inputs }) where places[own] == nil {
      places[own] = inputs.count
      inputs.append(own)
    }
    body.write(inputs) { writer, inputs in
      writer.write(inputs.parts) { writer, part in
        writer.write(texts.place(of: part.name))
        writer.write(texts.place(of: part.digest))
      }
    }
    body.write(paths) { writer, path in
      guard let entry = files[path] else { return }
      writer.write(path)
      writer.write(places[entry.inputs] ?? 0)
      writer.write(entry.sha256)
      writer.write(entry.stamp)
    }
    body.write(known.keys.sorted()) { writer, path in
      guard let known = known[path] else { return }
      writer.write(path)
      writer.write(known.digest)
      writer.write(known.stamp)
    }
    body.write(whole) { $1.write(to: &$0) }
    var writer = SnapshotWriter()
    writer.write(texts.texts) { $0.write($1) }
    return SnapshotSeal.sealed(writer.bytes + body.bytes, as: Self.seal)
  }

  /// Nil unless the bytes are those of a whole cache.
  init?(decoding bytes: [UInt8]) {
    guard let content = SnapshotSeal.content(of: bytes, sealedAs: Self.seal) else { return nil }
    var reader = SnapshotReader(content)
    do {
      let texts = try reader.list { reader throws(SnapshotError) in try reader.text() }
      let inputs = try reader.list { reader throws(SnapshotError) in
        BuildInputs(
          try reader.list { reader throws(SnapshotError) in
            let name = try reader.item(of: texts)
            return BuildInputs.Part(name: name, digest: try reader.item(of: texts))
          })
      }
      let entries = try reader.list { reader throws(SnapshotError) in
        let path = try reader.text()
        let own = try reader.item(of: inputs)
        let digest = try reader.text()
        return (path, Entry(inputs: own, sha256: digest, stamp: try reader.stamp()))
      }
      files = Dictionary(entries, uniquingKeysWith: { first, _ in first })
      let programs = try reader.list { reader throws(SnapshotError) in
        let (path, digest) = (try reader.text(), try reader.text())
        return (path, ProgramInputs.Known(stamp: try reader.stamp(), digest: digest))
      }
      known = Dictionary(programs, uniquingKeysWith: { first, _ in first })
      whole = try reader.optional { reader throws(SnapshotError) in try WholeBuild(from: &reader) }
    } catch {
      return nil
    }
  }
}

/// Texts with their places, each once.
private struct TextTable {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

extension SnapshotWriter {
  fileprivate mutating func write(_ stamp: FileStamp) {
    for number in [stamp.bytes, stamp.written, stamp.inode] { write(number) }
  }
}

extension SnapshotReader {
  fileprivate mutating func stamp() throws(SnapshotError) -> FileStamp {
    FileStamp(bytes: try integer(), written: try integer(), inode: try integer())
  }

  fileprivate mutating func item<Item>(of items: [Item]) throws(SnapshotError) -> Item {
    items[try count(atMost: items.count - 1)]
  }
}
