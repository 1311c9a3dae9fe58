extension Manifest {
  /// One animation: the frames of a figure.
  struct Animation: Codable, Equatable, Sendable {
    var lesson: String
    var figure: String
    /// What the frames go along.
    var axis = FrameAxis.epochs
    /// The epoch, update or step of each frame, as `axis` says.
    var moments: [Int] = []
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
      let made = Set(files.map { Self.language(of: $0) })
      files += old.files.filter { !made.contains(Self.language(of: $0)) }
      files.sort { $0.path < $1.path }
    }

    /// The folder in `xor/frames/en/boundary.json`.
    private static func language(of file: File) -> Substring {
      let parts = file.path.split(separator: "/")
      return parts.count > 2 ? parts[2] : ""
    }
  }
}
