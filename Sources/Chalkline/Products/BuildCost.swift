/// What work costs, in multiplications; measured.
enum BuildCost {
  /// A picture in its formats.
  static let ofPicture = 1.5e8
  /// The frames of a figure, in all languages.
  static let ofAnimation = 30 * ofPicture
  /// A page, or a copy of a file.
  static let ofPage = 2e7
}
