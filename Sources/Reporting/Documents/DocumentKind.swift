import Languages
public import Drawings

/// The documents that are made of a lesson; the word is the name of the file.
public enum DocumentKind: String, CaseIterable, Sendable {
  /// Pages for a projector: a figure a page.
  case deck
  /// Pages to be handed out: figures with room for notes.
  case handout
  /// Sheets to be filled in.
  case exercises
  /// The same sheets with their answers.
  case answers

  /// The format of all of them.
  public static let format = ImageFormat.pdf

  /// What it is called: `Handout`.
  public func name(_ words: PageWords) -> String {
    switch self {
    case .deck: words(.deck)
    case .handout: words(.handout)
    case .exercises: words(.exercises)
    case .answers: words(.answers)
    }
  }
}

/// A document as a page knows it: a file to be linked to.
public struct DocumentReport: Equatable, Sendable {
  /// What it is.
  public var kind: DocumentKind
  /// Its path below the output folder.
  public var path: String
  /// The format's name: `pdf`.
  public var format: String

  /// Makes a document.
  public init(kind: DocumentKind, path: String, format: String = DocumentKind.format.rawValue) {
    self.kind = kind
    self.path = path
    self.format = format
  }
}
