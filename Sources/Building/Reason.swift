/// Why something is to be made.
package enum Reason: Hashable, Sendable, CustomStringConvertible {
  /// No build has made it yet, as far as is known.
  case new
  /// Something that goes into it has changed; the name of the input.
  case changed(String)
  /// A file of it is missing.
  case missing(path: String)
  /// A file of it has other bytes than were written.
  case altered(path: String)

  /// In words: `scenario 'hidden' changed`.
  package var description: String {
    switch self {
    case .new: "it is new"
    case .changed(let input): "\(input) changed"
    case .missing: "its file is gone"
    case .altered: "its file was changed by somebody else"
    }
  }
}
