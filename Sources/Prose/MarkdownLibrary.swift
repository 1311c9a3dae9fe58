import CMarkGFM

/// The library that reads Markdown, as it was loaded.
public enum MarkdownLibrary {
  /// Its name with its version: `cmark-gfm 0.29.0.gfm.6`.
  public static var version: String {
    "cmark-gfm " + (cmark_version_string().map { String(cString: $0) } ?? "unknown")
  }
}
