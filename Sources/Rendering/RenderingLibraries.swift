import CCairo
import CDeflate

/// The libraries that draw, as they were loaded.
public enum RenderingLibraries {
  /// Each with its version, such as `Cairo 1.16.0`; libdeflate's is that of its header.
  public static var versions: [String] {
    let cairo = String(cString: cairo_version_string())
    let pango = pango_version_string().map { String(cString: $0) } ?? "unknown"
    return ["Cairo \(cairo)", "Pango \(pango)", "libdeflate \(LIBDEFLATE_VERSION_STRING)"]
  }
}
