/// A page, ready to be written.
public struct Page: Equatable, Sendable {
  /// Its path below the output folder.
  public let path: String
  /// Its title.
  public let title: String
  /// The whole file.
  public let text: String
}
