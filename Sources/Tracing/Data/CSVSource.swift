/// How a scenario gets at the text of a data file; this module never touches the disk.
public struct CSVSource: Sendable {
  /// A file that was read.
  public struct File: Equatable, Sendable {
    /// Name to be printed in front of errors, such as `lessons/iris/points.csv`.
    public let name: String
    /// Content, expected to be UTF-8 with or without a byte order mark.
    public let bytes: [UInt8]
    /// The most rows that may be taken from it.
    var rowLimit = Int.max

    /// Makes a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why a file could not be read, as the end of a sentence: `there is no such file`.
  public struct Failure: Error, Equatable, Sendable {
    /// The reason.
    public let reason: String

    /// Makes a failure.
    public init(reason: String) { self.reason = reason }
  }

  private let open: @Sendable (String) throws(Failure) -> File

  /// Makes a source that reads through a closure.
  ///
  /// - Parameter open: Reads the file of a path as written in a lesson, relative to its folder. It
  ///   is the closure that must refuse to leave that folder through a link.
  public init(_ open: @escaping @Sendable (_ path: String) throws(Failure) -> File) {
    self.open = open
  }

  /// Makes a source of files that are in memory, by path.
  public init(texts: [String: String]) {
    self.init { (path) throws(Failure) in
      guard let text = texts[path] else { throw Failure(reason: "there is no such file") }
      return File(name: path, bytes: Array(text.utf8))
    }
  }

  /// A source without any file.
  public static let none = CSVSource(texts: [:])

  /// Reads a file.
  ///
  /// - Throws: `Failure` if it cannot be read.
  public func file(_ path: String) throws(Failure) -> File { try open(path) }

  /// The same files, from which no more rows than `limit` may be taken.
  func limited(toRows limit: Int) -> CSVSource {
    CSVSource { (path) throws(Failure) in
      var file = try open(path)
      file.rowLimit = limit
      return file
    }
  }
}
