/// The text of one file, cut into lines, so that errors can quote it.
///
/// A byte-order mark at the start is dropped. Line breaks are those of YAML: `\n`, `\r\n`, `\r`, and
/// the Unicode breaks U+0085, U+2028 and U+2029. Copies share their storage.
public struct SourceText: Equatable, Sendable {
  /// The largest file that is read, in bytes.
  public static let byteLimit = 1_000_000

  /// The file, as errors name it.
  public let file: String
  /// The whole text, without a byte-order mark.
  public let text: String
  private let lines: [String]
  /// The byte at which each line starts.
  private let lineStarts: [Int]

  /// Cuts `text` into lines; `file` is only a name and is not opened.
  public init(_ text: String, file: String) {
    self.file = file
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.text = String(scalars)
    (lines, lineStarts) = SourceText.lines(of: scalars)
  }

  /// Decodes the UTF-8 bytes of a file.
  ///
  /// - Throws: A `LessonError` at the first byte that is not UTF-8, or when there are more than
  ///   ``byteLimit`` bytes.
  public init(bytes: [UInt8], file: String) throws(LessonError) {
    guard bytes.count <= SourceText.byteLimit else {
      throw SourceText.tooLarge(bytes.count, file: file)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SourceText.undecodable(bytes, file: file)
    }
    self.init(text, file: file)
  }

  /// Like `init(bytes:file:)`, with the error as a collection of one.
  static func decoding(_ bytes: [UInt8], file: String) throws(LessonErrors) -> SourceText {
    do { return try SourceText(bytes: bytes, file: file) } catch { throw LessonErrors([error]) }
  }

  /// The number of lines; a text that ends with a line break has an empty last line.
  public var lineCount: Int { lines.count }

  /// Line `number`, counted from 1, without its line break; empty where there is no such line.
  public func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The place in ``text`` of line `number`, counted from 1, in bytes of UTF-8 and without its line
  /// break; there must be such a line.
  public func byteRange(ofLine number: Int) -> Range<Int> {
    let start = lineStarts[number - 1]
    return start..<start + lines[number - 1].utf8.count
  }

  /// The number of the line, counted from 1, that the byte at `offset` of ``text`` belongs to.
  public func lineNumber(ofByte offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The location of a line and a column of this file.
  public func location(line: Int, column: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  /// An error at `location` that quotes its line.
  public func error(_ message: String, at location: SourceLocation, help: String? = nil)
    -> LessonError
  {
    LessonError(
      location: location, message: message, help: help, excerpt: line(location.line))
  }

  /// Two texts are equal when their files and their characters are.
  public static func == (left: SourceText, right: SourceText) -> Bool {
    left.file == right.file && left.text == right.text
  }

  /// The error for a text of more than ``byteLimit`` bytes, or nil.
  var sizeError: LessonError? {
    text.utf8.count > SourceText.byteLimit
      ? SourceText.tooLarge(text.utf8.count, file: file) : nil
  }

  private static func tooLarge(_ count: Int, file: String) -> LessonError {
    LessonError(
      location: SourceLocation(file: file, line: 1, column: 1),
      message: "this file has \(count) bytes; the limit is \(byteLimit)",
      help: "keep data in a CSV file beside the lesson", excerpt: "")
  }

  private static func lines(of scalars: Substring.UnicodeScalarView)
    -> (lines: [String], lineStarts: [Int])
  {
    var lines: [String] = []
    var lineStarts = [0]
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      var next = scalars.index(after: index)
      let scalar = scalars[index]
      if isLineBreak(scalar) {
        if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" {
          next = scalars.index(after: next)
        }
        let line = String(scalars[start..<next])
        lines.append(String(scalars[start..<index]))
        lineStarts.append(lineStarts[lines.count - 1] + line.utf8.count)
        start = next
      }
      index = next
    }
    lines.append(String(scalars[start...]))
    return (lines, lineStarts)
  }

  /// Whether YAML ends a line at `scalar`.
  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func undecodable(_ bytes: [UInt8], file: String) -> LessonError {
    let valid = validPrefix(of: bytes)
    let before = SourceText(String(decoding: bytes[..<valid], as: UTF8.self), file: file)
    let line = before.line(before.lineCount)
    let byte = String(bytes[valid], radix: 16, uppercase: true)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return LessonError(
      location: before.location(line: before.lineCount, column: line.unicodeScalars.count + 1),
      message: isUTF16
        ? "this file is UTF-16, not UTF-8" : "the byte 0x\(byte) here is not UTF-8",
      help: "save the file again with the encoding UTF-8", excerpt: line)
  }

  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    // Bytes up to a cut are valid or only cut short, until the first bad one: bisect, then step back.
    while low < high {
      let middle = (low + high + 1) / 2
      if isValidUpToACut(bytes[..<middle]) { low = middle } else { high = middle - 1 }
    }
    while low > 0, String(validating: bytes[..<low], as: UTF8.self) == nil { low -= 1 }
    return min(low, bytes.count - 1)
  }

  private static func isValidUpToACut(_ bytes: ArraySlice<UInt8>) -> Bool {
    (0...min(3, bytes.count)).contains {
      String(validating: bytes.dropLast($0), as: UTF8.self) != nil
    }
  }
}
