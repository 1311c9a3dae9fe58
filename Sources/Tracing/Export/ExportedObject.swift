import JSON

/// One JSON object as a file, with a line for each member and, in long lists, for each item.
///
/// Lists are written while they come, so that a trace of many steps is never in memory as values too.
struct ExportedObject {
  private var bytes: [UInt8] = []

  /// Adds the members of an object, a line each.
  mutating func add(_ object: JSONValue) {
    for member in object.members {
      begin(member.key)
      member.value.write(to: &bytes, .spaced)
    }
  }

  /// Adds a list, a line for each of its items.
  mutating func add(_ name: String, lines items: some Sequence<JSONValue>) {
    begin(name)
    bytes += "[\n    ".utf8
    var isFirst = true
    for item in items {
      if !isFirst { bytes += ",\n    ".utf8 }
      isFirst = false
      item.write(to: &bytes, .spaced)
    }
    bytes += "\n  ]".utf8
  }

  /// The file, which ends with a line break.
  consuming func finished() -> [UInt8] {
    bytes += "\n}\n".utf8
    return bytes
  }

  /// The file with a list as its last member: the items come one by one, each made when it is asked for.
  consuming func finished(
    _ name: String, lines items: some Sequence<LargeJSON>
  ) -> AnySequence<[UInt8]> {
    begin(name)
    bytes += "[".utf8
    return AnySequence(
      bytes,
      items.enumerated().lazy.flatMap { index, item in
        AnySequence(Array((index == 0 ? "\n    " : ",\n    ").utf8), item.pieces)
      }, Array("\n  ]\n}\n".utf8))
  }

  private mutating func begin(_ name: String) {
    bytes += (bytes.isEmpty ? "{\n  " : ",\n  ").utf8
    JSONValue.string(name).write(to: &bytes)
    bytes += ": ".utf8
  }
}
