import Drawings

/// What a file is, as browsers are told it.
enum ContentType {
  /// The type of a file whose name ends in `suffix`, in small letters; plain bytes if it is unknown.
  static func of(suffix: String) -> String {
    guard let format = ImageFormat(fileExtension: suffix) else {
      return types[suffix] ?? "application/octet-stream"
    }
    return format.mediaType + (format.isText ? "; charset=utf-8" : "")
  }

  private static let types = [
    "apng": "image/apng",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "mp4": "video/mp4",
    "npz": "application/zip",
    "txt": "text/plain; charset=utf-8",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "yaml": "application/yaml; charset=utf-8",
    "zip": "application/zip",
  ]
}
