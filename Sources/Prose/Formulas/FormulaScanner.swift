import Lessons

/// Finds formulas in what of Markdown is neither code nor comment.
///
/// The rules are those of Pandoc, so that prices stay prices: no blank follows the first dollar sign or
/// precedes the last one, no digit follows the last one, and no formula goes over an empty line.
/// - Source: Pandoc user's guide, extension `tex_math_dollars`.
struct FormulaScanner {
  /// A dollar sign without a backslash before it.
  private struct Dollar {
    let line: Int
    let offset: Int
    /// Whether another one follows.
    let isPair: Bool
    let canOpen: Bool
    let canClose: Bool
  }

  private(set) var formulas: [ProseText.Formula] = []
  /// Two dollar signs that nothing closes.
  private(set) var unclosed: [SourceLocation] = []
  private let source: SourceText
  private let bytes: [UInt8]
  /// `bytes` with `HiddenText.mask` where something is hidden.
  private let visible: [UInt8]
  private var places: PlaceCounter

  /// - Parameters:
  ///   - source: The prose.
  ///   - bytes: Its bytes.
  ///   - visible: Its bytes without what is hidden.
  init(_ source: SourceText, _ bytes: [UInt8], visible: [UInt8]) {
    self.source = source
    self.bytes = bytes
    self.visible = visible
    places = PlaceCounter(source, bytes)
  }

  /// Finds the formulas, paragraph by paragraph.
  mutating func scan() {
    var dollars: [Dollar] = []
    for line in 1...source.lineCount {
      let range = source.byteRange(ofLine: line)
      if visible[range].allSatisfy({ isHidden($0) }) {
        pair(dollars)
        dollars = []
      } else {
        addDollars(ofLine: line, range, to: &dollars)
      }
    }
    pair(dollars)
  }

  private func addDollars(ofLine line: Int, _ range: Range<Int>, to dollars: inout [Dollar]) {
    var index = range.lowerBound
    while index < range.upperBound {
      if visible[index] == UInt8(ascii: "$") {
        let before = index > range.lowerBound ? visible[index - 1] : 0
        let after = index + 1 < range.upperBound ? visible[index + 1] : 0
        let isPrice = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(after)
        dollars.append(
          Dollar(
            line: line, offset: index, isPair: after == UInt8(ascii: "$"),
            canOpen: !isHidden(after), canClose: !isHidden(before) && !isPrice))
      }
      index += visible[index] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  /// Whether nothing is to be seen there.
  private func isHidden(_ byte: UInt8) -> Bool {
    byte == HiddenText.mask || byte == HiddenText.quoteMask || byte.isBlank
  }

  /// Makes formulas of the dollar signs of a paragraph.
  private mutating func pair(_ dollars: [Dollar]) {
    // For each sign the next one, itself included, that closes: without them, a paragraph of signs that
    // nothing closes would be searched again for each.
    var pairs = [Int](repeating: dollars.count, count: dollars.count + 1)
    var closers = pairs
    for index in dollars.indices.reversed() {
      pairs[index] = dollars[index].isPair ? index : pairs[index + 1]
      closers[index] = dollars[index].canClose ? index : closers[index + 1]
    }
    var index = 0
    while index < dollars.count {
      let opening = dollars[index]
      let length = opening.isPair ? 2 : 1
      let next = min(index + length, dollars.count)
      let closing = opening.isPair ? pairs[next] : opening.canOpen ? closers[next] : dollars.count
      if closing < dollars.count {
        add(from: opening, to: dollars[closing], length)
        index = closing + length
      } else {
        if opening.isPair { unclosed.append(places.location(of: opening.offset)) }
        index = next
      }
    }
  }

  private mutating func add(from opening: Dollar, to closing: Dollar, _ length: Int) {
    var rows: [String] = []
    var starts: [SourceLocation] = []
    for line in opening.line...closing.line {
      let range = source.byteRange(ofLine: line)
      let marks = visible[range].prefix { $0 == HiddenText.quoteMask }.count
      let start = line == opening.line ? opening.offset + length : range.lowerBound + marks
      let end = line == closing.line ? closing.offset : range.upperBound
      rows.append(String(decoding: bytes[start..<end], as: UTF8.self))
      starts.append(places.location(of: start))
    }
    formulas.append(
      ProseText.Formula(
        tex: rows.joined(separator: "\n"), isDisplay: length == 2,
        range: opening.offset..<closing.offset + length, lineStarts: starts))
  }
}
