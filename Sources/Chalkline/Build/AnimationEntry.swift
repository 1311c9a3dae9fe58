extension Manifest {
  /// One animation: the frames of a figure.
  struct Animation: Codable, Equatable, Sendable {
    var lesson: String
    var figure: String
    /// What the frames go along.
    var axis = FrameAxis.epochs
    /// The epoch, update or step of each frame, as `axis` says.
    var moments: [Int] = []
    /// The loss of each training at each frame, by scenario; empty where there is none.
    var losses: [[String: Double]] = []
    var framesPerSecond: Int
    /// In every language: images, the list of frames, a document of pages, a filmstrip.
    var files: [File] = []

    /// The files of one language.
    func files(in language: String) -> [File] {
      files.filter { $0.path.hasPrefix("\(lesson)/frames/\(language)/") }
    }

    /// Takes over the languages that this build did not make; frames of one language stay together, for
    /// there may have been more of them before.
    mutating func keepOtherLanguages(of old: Animation) {
      let made = Set(files.map { $0.frameLanguage })
      files += old.files.filter { !made.contains($0.frameLanguage) }
      files.sort { $0.path < $1.path }
    }
  }
}

extension Manifest.File {
  /// The language of a file of frames, the folder `en` in `xor/frames/en/boundary.json`; empty elsewhere.
  var frameLanguage: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[2]) : ""
  }
}
