/// Numbers in a form of a file, made while it is written: never all of it at once.
public enum ExportedNumbers {
  /// A text, UTF-8, piece by piece.
  case text(AnySequence<[UInt8]>)
  /// Arrays, to be put into an archive one after the other: an npz file.
  case arrays(AnySequence<NumPyArray>)

  /// A text that is there as a whole.
  static func text(_ text: String) -> ExportedNumbers { .text(Array(text.utf8)) }

  /// The same of its UTF-8 form.
  static func text(_ bytes: [UInt8]) -> ExportedNumbers {
    .text(AnySequence(CollectionOfOne(bytes)))
  }
}

extension AnySequence<[UInt8]> {
  /// A text of a beginning, what follows, and an end.
  init(_ beginning: [UInt8], _ rest: some Sequence<[UInt8]>, _ end: [UInt8] = []) {
    let parts = [
      AnySequence(CollectionOfOne(beginning)), AnySequence(rest), AnySequence(CollectionOfOne(end)),
    ]
    self.init(parts.joined())
  }
}
