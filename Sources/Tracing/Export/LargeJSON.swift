import JSON
import Networks

/// A JSON value with matrices, whose text comes piece by piece: that of a large matrix is never in memory as a whole.
indirect enum LargeJSON {
  case value(JSONValue)
  /// An array of arrays, one for each row.
  case matrix(Matrix)
  case array([LargeJSON])
  case object([(key: String, value: LargeJSON)])

  /// The text in one line with spaces, UTF-8.
  var pieces: some Sequence<[UInt8]> {
    var parts: [Part] = []
    write(to: &parts)
    return parts.lazy.flatMap { $0.pieces }
  }

  private enum Part {
    case text([UInt8])
    case matrix(Matrix)

    var pieces: AnySequence<[UInt8]> {
      switch self {
      case .text(let text): AnySequence(CollectionOfOne(text))
      case .matrix(let matrix):
        AnySequence(
          Array("[".utf8), matrix.blocks.lazy.map { matrix.text(ofRows: $0) }, Array("]".utf8))
      }
    }
  }

  private func write(to parts: inout [Part]) {
    switch self {
    case .value(let value): parts.append(.text(value.bytes(.spaced)))
    case .matrix(let matrix): parts.append(.matrix(matrix))
    case .array(let items):
      parts.append(.text(Array("[".utf8)))
      for (index, item) in items.enumerated() {
        if index > 0 { parts.append(.text(Array(", ".utf8))) }
        item.write(to: &parts)
      }
      parts.append(.text(Array("]".utf8)))
    case .object(let members):
      for (index, member) in members.enumerated() {
        let name = JSONValue.string(member.key).text()
        parts.append(.text(Array("\(index == 0 ? "{" : ", ")\(name): ".utf8)))
        member.value.write(to: &parts)
      }
      parts.append(.text(Array((members.isEmpty ? "{}" : "}").utf8)))
    }
  }
}

extension Matrix {
  /// The rows in blocks of some ten thousand numbers.
  var blocks: [Range<Int>] {
    let height = max(1, 16384 / max(1, columns))
    return stride(from: 0, to: rows, by: height).map { $0..<min($0 + height, rows) }
  }

  /// Some rows as arrays, with what sets them apart from the rows before.
  fileprivate func text(ofRows block: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for row in block {
      text += (row == 0 ? "[" : ", [").utf8
      for column in 0..<columns {
        if column > 0 { text += ", ".utf8 }
        JSONValue.number(self[row, column]).write(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    }
    return text
  }
}
