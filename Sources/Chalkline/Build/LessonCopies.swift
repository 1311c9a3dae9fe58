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
      let format = name.split(separator: ".").last.map { String($0) } ?? ""
      files.append(
        BuiltFile("\(id)/source/\(name)", format, try folder.bytes(of: name)))
    }
    return files
  }
}
