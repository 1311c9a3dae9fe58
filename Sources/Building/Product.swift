/// One thing that a build makes: a trace, the images of a figure, a document, a page.
///
/// A product says what it is made of and how; everything else that a build does with it, such as finding out
/// whether it is current, running it when its needs are there, and keeping what it gave, is the graph's.
package protocol Product<ID, Failure>: Sendable {
  associatedtype ID: ProductID
  /// What is wrong with the course when a product cannot be made.
  associatedtype Failure: Error & Equatable & Sendable
  /// What others are made of, and what is kept of it.
  associatedtype Value: Sendable

  var id: ID { get }
  /// The products whose files are put in place together: all of them, or none if one cannot be made.
  var group: String { get }
  /// What of it is current or stale by itself, each with files of its own: the image in each format.
  ///
  /// A product without outputs is made only where another one needs its value, or where it is wanted to be kept.
  var outputs: [ID] { get }
  /// The products whose values it is made of.
  var needs: [ID] { get }
  /// The products whose records it looks at: those that are made in this build are made before. Where such a
  /// product was made in this build its value is at hand, else it is not; it may be none of this build's at all.
  var follows: [ID] { get }
  /// Whether its needs may be made by different jobs of a build in parts, and it only puts them together.
  var isAssembled: Bool { get }
  /// Roughly how much work it is, in multiplications.
  var cost: Double { get }
  /// How its value is kept for later builds; nil if it is not.
  var keeping: Keeping<Value>? { get }

  /// Everything that goes into an output, or into the value if `output` is the product itself.
  func inputs(of output: ID, _ records: Records<ID>) -> BuildInputs

  /// Makes the value, and writes the files of some outputs; of none if only the value is needed.
  ///
  /// - Throws: `Failure` if something is wrong with the course; any other error ends the build.
  func make(_ outputs: [ID], of made: MadeValues<ID>, at bench: Workbench<ID>) throws -> Value
}

extension Product {
  package var outputs: [ID] { [] }
  package var needs: [ID] { [] }
  package var follows: [ID] { [] }
  package var isAssembled: Bool { false }
  package var keeping: Keeping<Value>? { nil }
}

/// How a value is kept from one build to the next.
package struct Keeping<Value: Sendable>: Sendable {
  /// What there is to keep of a value.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// Nothing, since it is as quickly made as read.
    case nothing
    /// So many bytes that reading them would take as long as making it.
    case tooLarge(Int)
  }

  /// The folder among the kept files, such as `traces`.
  let folder: String
  let encode: @Sendable (Value) -> Content
  let decode: @Sendable (ArraySlice<UInt8>) -> Value?

  /// - Parameters:
  ///   - folder: The folder among the kept files.
  ///   - encode: What there is to keep of a value.
  ///   - decode: The value that bytes were made of; nil if they are those of something else.
  package init(
    in folder: String, encode: @escaping @Sendable (Value) -> Content,
    decode: @escaping @Sendable (ArraySlice<UInt8>) -> Value?
  ) {
    self.folder = folder
    self.encode = encode
    self.decode = decode
  }
}

/// Values of the products that another one is made of.
package struct MadeValues<ID: ProductID>: Sendable {
  private let values: [ID: any Sendable]

  init(_ values: [ID: any Sendable]) { self.values = values }

  /// The value of a product that was named among the needs, or that was made in this build; nil for any other.
  package func value<Value>(of id: ID, as type: Value.Type = Value.self) -> Value? {
    values[id] as? Value
  }
}
