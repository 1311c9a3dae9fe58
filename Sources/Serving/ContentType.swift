/// What a file is, as browsers are told it.
enum ContentType {
  /// The type of a file whose name ends in `suffix`, in small letters; plain bytes if it is unknown.
  static func of(suffix: String) -> String { types[suffix] ?? "application/octet-stream" }

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
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "yaml": "application/yaml; charset=utf-8",
    "zip": "application/zip",
  ]
}
