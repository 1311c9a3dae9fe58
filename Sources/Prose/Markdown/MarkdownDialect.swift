/// What of its dialect cmark can read of a text in a time that grows with its length.
///
/// No prose that a person wrote comes near to where quotation marks stay straight, or tables stay text: there
/// cmark 0.29 would take minutes.
struct MarkdownDialect {
  /// Whether quotation marks, dashes and dots become those of print.
  private(set) var isSmart = true
  private(set) var hasTables = true

  /// What counts in lines without an empty one between them.
  fileprivate struct Run {
    var lines = 0
    var bytes = 0
    var quotes = 0
    var delimiters = 0
    var columns = 0
  }

  private var quoteCost = 0
  private var tableCost = 0
  private var cellCount = 0

  init(for text: String) {
    var run = Run()
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0.isSpace }) {
        add(run)
        run = Run()
      } else {
        run.add(line)
      }
    }
    add(run)
    // Each of them about a second.
    isSmart = quoteCost < 100_000_000
    hasTables = tableCost < 500_000_000 && cellCount < 1_000_000
  }

  private mutating func add(_ run: Run) {
    // cmark looks back from a mark through all before it, for the header of a table through all of the
    // paragraph, and for the place of a cell through all of its row; rows have as many cells as the header.
    quoteCost += run.quotes * run.quotes
    guard run.delimiters > 0 else { return }
    tableCost += run.delimiters * run.bytes + run.lines * run.columns * run.columns
    cellCount += run.lines * run.columns
  }
}

extension MarkdownDialect.Run {
  /// Counts a line.
  fileprivate mutating func add(_ line: Substring.UTF8View) {
    var bars = 0
    var isDelimiter = true
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quotes += 1
        isDelimiter = false
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"): break
      default: isDelimiter = isDelimiter && byte.isSpace
      }
    }
    lines += 1
    bytes += line.count
    guard isDelimiter else { return }
    delimiters += 1
    columns = max(columns, bars + 1)
  }
}
