import Tracing

extension LessonSource {
  /// The files that the lesson is written in, below its folder: `lesson.yaml`, its prose, its data.
  func sourceNames(languages: [String]) -> [String] {
    let data = Set(scenarios.compactMap { $0.dataFile }).sorted()
    return ["lesson.yaml"] + languages.map { "lesson.\($0).md" } + data
  }

  /// Copies of these files for the output; what is not there is passed over.
  ///
  /// - Throws: `DiskError` if a file that is there cannot be read.
  func sourceFiles(languages: [String]) throws(DiskError) -> [BuiltFile] {
    var files: [BuiltFile] = []
    for name in sourceNames(languages: languages) where folder.has(name) {
      files.append(
        BuiltFile(copyPath(of: name), Self.format(of: name), try folder.bytes(of: name)))
    }
    return files
  }

  /// Where the copy of a file of the lesson lies below the output folder.
  func copyPath(of name: String) -> String { "\(id)/source/\(name)" }

  /// What stands behind the last dot of a name.
  static func format(of name: String) -> String {
    name.split(separator: ".").last.map { String($0) } ?? ""
  }
}
