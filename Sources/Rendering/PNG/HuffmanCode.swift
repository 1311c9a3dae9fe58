/// A prefix code for the symbols of a deflate block: short words for what is frequent.
///
/// - Source: RFC 1951, section 3.2.2; Moffat & Katajainen 1995 for the lengths.
struct HuffmanCode {
  /// Bits of each symbol's word; 0 for a symbol that does not occur.
  private(set) var lengths: [UInt8]
  /// Each symbol's word, its first bit lowest.
  private(set) var words: [UInt16]

  /// Makes the best code for counts of symbols whose words have `limit` bits at most.
  ///
  /// A single symbol gets a word of one bit: a reader wants a word for it.
  init(counts: [UInt32], limit: Int) {
    lengths = [UInt8](repeating: 0, count: counts.count)
    words = [UInt16](repeating: 0, count: counts.count)
    // Ties go by the symbol, so that the code depends on the counts alone.
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$0], $0) < (counts[$1], $1)
    }
    let sorted = Self.shortened(Self.wordLengths(symbols.map { Int(counts[$0]) }), to: limit)
    for (symbol, length) in zip(symbols, sorted) { lengths[symbol] = UInt8(length) }
    number(limit: limit)
  }

  /// Gives out words in the order of lengths, and of symbols within one length.
  private mutating func number(limit: Int) {
    var next = 0
    for length in 1...limit {
      for symbol in lengths.indices where Int(lengths[symbol]) == length {
        words[symbol] = Self.reversed(next, bits: length)
        next += 1
      }
      next <<= 1
    }
  }

  private static func reversed(_ word: Int, bits: Int) -> UInt16 {
    var result = 0
    for bit in 0..<bits where word & (1 << bit) != 0 { result |= 1 << (bits - 1 - bit) }
    return UInt16(result)
  }

  /// The lengths of Huffman's code for ascending counts, from the longest to the shortest.
  private static func wordLengths(_ counts: [Int]) -> [Int] {
    let count = counts.count
    guard count > 1 else { return counts.map { _ in 1 } }
    // Nodes 0..<count are symbols, the others pairs in the order they are made, which is ascending.
    var weights = counts
    var parents = [Int](repeating: 0, count: 2 * count - 1)
    var (symbol, pair) = (0, count)
    func takesSymbol() -> Bool {
      symbol < count && (pair >= weights.count || weights[symbol] <= weights[pair])
    }
    for node in count..<2 * count - 1 {
      var weight = 0
      for _ in 0..<2 {
        let isSymbol = takesSymbol()
        let child = isSymbol ? symbol : pair
        if isSymbol { symbol += 1 } else { pair += 1 }
        weight += weights[child]
        parents[child] = node
      }
      weights.append(weight)
    }
    var depths = [Int](repeating: 0, count: 2 * count - 1)
    for node in (0..<2 * count - 2).reversed() { depths[node] = depths[parents[node]] + 1 }
    return Array(depths[..<count])
  }

  /// Descending lengths made `limit` at most: long words are cut, and others grow until all have room.
  private static func shortened(_ lengths: [Int], to limit: Int) -> [Int] {
    guard let longest = lengths.first, longest > limit else { return lengths }
    var result = lengths.map { min($0, limit) }
    // The sum of 2^-length in units of the longest word; it may not exceed that of an empty word.
    var used = result.reduce(0) { $0 + 1 << (limit - $1) }
    while used > 1 << limit {
      guard let grown = result.firstIndex(where: { $0 < limit }) else { break }
      used -= 1 << (limit - result[grown] - 1)
      result[grown] += 1
    }
    // The room that this leaves must be taken up again: readers refuse a code with words to spare.
    for index in result.indices.reversed() {
      while result[index] > 1, used + 1 << (limit - result[index]) <= 1 << limit {
        used += 1 << (limit - result[index])
        result[index] -= 1
      }
    }
    return result
  }
}
