import Foundation
import JSON

/// What a document's metadata tell the filter.
struct DocumentSettings: Sendable {
  /// The output folder, as the document or the command line names it.
  let output: String
  /// The theme of figures that name none; nil for the course's own.
  let theme: String?
  /// The language of the document, as in `ko` or `en-GB`; nil if it does not say.
  let language: String?

  private let workingFolder: String

  /// - Parameters:
  ///   - metadata: The member `meta` of the document.
  ///   - output: The output folder, if the command line names one.
  ///   - workingFolder: The folder that paths begin at, from the root.
  init(_ metadata: JSONValue?, output: String?, workingFolder: String) {
    func setting(_ key: String) -> String? {
      guard let value = metadata?[key] else { return nil }
      let text = value.plainText.trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }
    self.output = output ?? setting("chalkline-output") ?? "output"
    theme = setting("chalkline-theme")
    language = setting("lang")
    self.workingFolder = workingFolder
  }

  /// The part below the output folder of an image's address; nil if it leads elsewhere.
  func pathBelowOutput(_ address: String) -> String? {
    guard !address.contains("://"), !address.hasPrefix("data:") else { return nil }
    let path = parts(of: address.removingPercentEncoding ?? address)
    let folder = parts(of: output)
    guard path.count > folder.count, path.starts(with: folder) else { return nil }
    return path.dropFirst(folder.count).joined(separator: "/")
  }

  /// The parts of a path from the root, without `.` and `..`.
  private func parts(of path: String) -> [String] {
    let whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
    return whole.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }
}
