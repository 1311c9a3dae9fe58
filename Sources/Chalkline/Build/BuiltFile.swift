import Plotting

/// A file that is ready to be written.
struct BuiltFile: Sendable {
  let bytes: [UInt8]
  /// How the manifest describes it.
  let entry: Manifest.File

  /// A file of a figure.
  init(
    _ path: String, _ format: String, _ bytes: [UInt8], language: String, theme: String,
    size: (width: Double, height: Double), dotsPerInch: Double?
  ) {
    self.bytes = bytes
    entry = Manifest.File(
      path: path, format: format, bytes: bytes.count, sha256: SHA256(of: bytes).description,
      lang: language, theme: theme, width: size.width, height: size.height, dpi: dotsPerInch)
  }

  /// A document of a lesson.
  init(_ path: String, document bytes: [UInt8], language: String, size: Size) {
    self.bytes = bytes
    entry = Manifest.File(
      path: path, format: "pdf", bytes: bytes.count, sha256: SHA256(of: bytes).description,
      lang: language, width: size.width, height: size.height)
  }

  /// A page.
  init(_ path: String, page text: String, language: String) {
    bytes = Array(text.utf8)
    entry = Manifest.File(
      path: path, format: "html", bytes: bytes.count, sha256: SHA256(of: bytes).description,
      lang: language)
  }

  /// A file of numbers.
  init(_ path: String, _ format: String, _ bytes: [UInt8]) {
    self.bytes = bytes
    entry = Manifest.File(
      path: path, format: format, bytes: bytes.count, sha256: SHA256(of: bytes).description)
  }
}
