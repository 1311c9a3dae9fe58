/// The two codes of a deflate block as it begins: lengths of words, run by run, in a third code.
///
/// - Source: RFC 1951, section 3.2.7.
struct DeflateHeader {
  private let lengths: [UInt8]
  private let symbolCount: Int
  private let distanceCount: Int

  init(_ code: HuffmanCode, _ distanceCode: HuffmanCode) {
    symbolCount = max(257, 1 + (code.lengths.lastIndex { $0 > 0 } ?? 0))
    distanceCount = 1 + (distanceCode.lengths.lastIndex { $0 > 0 } ?? 0)
    lengths = Array(code.lengths[..<symbolCount] + distanceCode.lengths[..<distanceCount])
  }

  /// A length, or a run of the last one or of zeros, with the bits that follow its word.
  private struct Item {
    var symbol: Int
    var extra = 0
    var extraCount = 0
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  func write(to out: inout BitStream) {
    let items = items
    var counts = [UInt32](repeating: 0, count: 19)
    for item in items { counts[item.symbol] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    let last = Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0
    let count = max(4, last + 1)
    out.add(UInt64(symbolCount - 257), 5)
    out.add(UInt64(distanceCount - 1), 5)
    out.add(UInt64(count - 4), 4)
    for symbol in Self.order[..<count] { out.add(UInt64(code.lengths[symbol]), 3) }
    for item in items {
      out.add(UInt64(code.words[item.symbol]), Int(code.lengths[item.symbol]))
      if item.extraCount > 0 { out.add(UInt64(item.extra), item.extraCount) }
    }
  }

  private var items: [Item] {
    var items: [Item] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var run = 1
      while index + run < lengths.count, lengths[index + run] == length { run += 1 }
      index += run
      if length == 0 {
        while run >= 3 {
          let part = min(run, 138)
          items.append(
            part > 10
              ? Item(symbol: 18, extra: part - 11, extraCount: 7)
              : Item(symbol: 17, extra: part - 3, extraCount: 3))
          run -= part
        }
      } else {
        items.append(Item(symbol: Int(length)))
        run -= 1
        while run >= 3 {
          let part = min(run, 6)
          items.append(Item(symbol: 16, extra: part - 3, extraCount: 2))
          run -= part
        }
      }
      items += repeatElement(Item(symbol: Int(length)), count: run)
    }
    return items
  }
}
