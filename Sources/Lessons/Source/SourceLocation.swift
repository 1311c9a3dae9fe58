/// A place in a file: lines and columns count from 1, columns in Unicode scalars.
public struct SourceLocation: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named when it was read.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars; a tab is one column.
  public let column: Int

  /// Makes the location `file:line:column`.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The location as compilers print it: `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}

extension SourceLocation: Comparable {
  /// Orders by file, then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
