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
  }
}
