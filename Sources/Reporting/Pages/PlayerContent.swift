/// The frames of a figure: a stage for the script, and a table of them that needs none.
struct PlayerContent {
  var playerLabel, playLabel, pauseLabel, axisLabel: String
  var firstFrame: String
  var lastIndex: Int
  /// Milliseconds that each frame is shown.
  var pace: Int
  var frameWidth, frameHeight: Int
  var tableLabel: String
  var headings: [String]
  var moments: [MomentContent]
  var strips: [LinkContent]
}

struct MomentContent {
  var target, moment: String
  var values: [String]
}

extension PlayerContent {
  /// The content of an animation; nil if it has no frames.
  init?(
    _ animation: AnimationReport, figure: String, words: PageWords, relative: (String) -> String
  ) {
    guard let first = animation.frames.first else { return nil }
    playerLabel = "\(figure): \(words(.inMotion))"
    playLabel = words(.play)
    pauseLabel = words(.pause)
    axisLabel = words(.frame)
    firstFrame = relative(first.path)
    lastIndex = animation.frames.count - 1
    pace = Int((1000 / max(0.1, animation.rate)).rounded())
    frameWidth = Int(animation.width.rounded())
    frameHeight = Int(animation.height.rounded())
    tableLabel = words(.frames)
    headings = animation.quantities
    moments = animation.frames.map { frame in
      MomentContent(target: relative(frame.path), moment: frame.moment, values: frame.values)
    }
    strips = animation.documents.map { document in
      let what = words(document.isFilmstrip ? .filmstrip : .framePages)
      return LinkContent(
        target: relative(document.path), text: "\(what) \(document.format.uppercased())")
    }
  }
}
