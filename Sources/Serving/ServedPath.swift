/// A path below the folder that is served, as a request names it, with no way out of that folder.
///
/// The target is decoded once. Refused is whatever could mean another place to some reader of paths:
/// `..` in any spelling, what is still encoded after decoding, backslashes, control characters, empty
/// parts, and every part that begins with a dot, which hides files from people and here from browsers.
public struct ServedPath: Hashable, Sendable, CustomStringConvertible {
  /// The parts, none of them empty: `xor`, `index.html`.
  public let parts: [String]
  /// Whether the target ended in a slash, so that the page of a folder is meant.
  public let isFolder: Bool

  /// The page that stands for a folder.
  static let page = "index.html"

  /// The path in the target of a request, `/xor/?x=1`; nil if it names nothing that may be served.
  public init?(target: some StringProtocol) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard path.utf8.first == UInt8(ascii: "/"), let text = Self.decoded(path.utf8.dropFirst())
    else { return nil }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    isFolder = parts.last == ""
    if isFolder { parts[parts.count - 1] = Self.page }
    guard parts.allSatisfy(Self.isPlain) else { return nil }
    self.parts = parts
  }

  /// The path below the folder: `xor/index.html`.
  public var description: String { parts.joined(separator: "/") }

  /// The end of the name, in small letters: `html`; empty if there is none.
  var suffix: String {
    let name = parts[parts.count - 1].split(separator: ".", omittingEmptySubsequences: false)
    return name.count > 1 ? name[name.count - 1].lowercased() : ""
  }

  /// The page of the folder that this path names without a slash: `xor` is `xor/index.html`.
  var asFolder: ServedPath { ServedPath(parts: parts + [Self.page], isFolder: true) }

  /// How a browser is sent to this path: `/xor/`.
  var target: String {
    let shown = isFolder ? parts.dropLast() + [""] : parts
    return "/" + shown.map(Self.encoded).joined(separator: "/")
  }

  private init(parts: [String], isFolder: Bool) {
    self.parts = parts
    self.isFolder = isFolder
  }

  private static func isPlain(_ part: String) -> Bool {
    !part.isEmpty && part.utf8.first != UInt8(ascii: ".")
  }

  /// The text with every `%41` replaced by its byte; nil if it is none that may be part of a path.
  private static func decoded(_ text: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let first = rest.popFirst() {
      guard first == UInt8(ascii: "%") else {
        bytes.append(first)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    let isPath = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !refused.contains($0) }
    guard isPath else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static let refused = Set("%\\".utf8)

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  private static func encoded(_ part: String) -> String {
    part.utf8.map { byte in
      plain.contains(byte)
        ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte)
    }.joined()
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
