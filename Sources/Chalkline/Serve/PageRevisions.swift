import Drawings
import Files

/// What each page shows, in a digest: equal only for pages that look the same.
enum PageRevisions {
  /// By the path of the page.
  static func of(_ manifest: Manifest) -> [String: String] {
    let shown = manifest.shownFiles
    return manifest.pages.mapValues { page in
      let lesson = page.lesson.map { "\($0) \(page.file.lang ?? "")" }
      let files = [page.file] + (lesson.flatMap { shown[$0] } ?? [])
      let text = files.map { "\($0.path) \($0.sha256)" }.sorted().joined(separator: "\n")
      return Digest(of: text).description
    }
  }
}

extension Manifest {
  /// The files that a page loads, by lesson and language: drawings, and the frames of animations.
  ///
  /// What a page merely links to may change behind its back.
  fileprivate var shownFiles: [String: [File]] {
    var shown: [String: [File]] = [:]
    for figure in figures.values {
      let drawings = ImageFormat.onPages.lazy.map { format in
        figure.files.filter { $0.format == format.rawValue }
      }
      for file in drawings.first(where: { !$0.isEmpty }) ?? figure.files {
        shown["\(figure.lesson) \(file.lang ?? "")", default: []].append(file)
      }
    }
    for animation in animations.values {
      for file in animation.files where ImageFormat(rawValue: file.format)?.isRaster == true {
        shown["\(animation.lesson) \(file.lang ?? "")", default: []].append(file)
      }
    }
    return shown
  }
}
