import Languages
import JSON

/// The frames of a figure: a stage for the script, and a table of them that needs none.
struct PlayerContent {
  var playerLabel, playLabel, pauseLabel, axisLabel: String
  var firstFrame: String
  var lastIndex: Int
  /// Milliseconds that each frame is shown.
  var pace: Int
  var frameWidth, frameHeight: Int
  var tableLabel, regionLabel: String
  var headings: [String]
  var moments: [MomentContent]
  var strips: [LinkContent]
  /// Tables of the trace; nil if the frames have none.
  var values: MomentValuesContent?
}

/// The trace at one moment: as the page is written, the last one; the script brings in the others.
struct MomentValuesContent {
  /// What it says, and how it does with another moment at the place `{0}`.
  var valuesLabel, valuesPattern: String
  var tables: [ValuesTableContent]
  /// The cells of all frames as JSON.
  var data: String
}

struct ValuesTableContent {
  var tableTitle, regionLabel: String
  var columns: [String]
  var rows: [ValuesRowContent]
}

struct ValuesRowContent {
  var cells: [String]
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
    regionLabel = "\(figure): \(words(.frames))"
    headings = animation.quantities
    moments = animation.frames.map { frame in
      MomentContent(target: relative(frame.path), moment: frame.moment, values: frame.values)
    }
    values = MomentValuesContent(animation, figure: figure, words: words)
    strips = animation.documents.map { document in
      let what = words(document.isFilmstrip ? .filmstrip : .framePages)
      return LinkContent(
        target: relative(document.path), text: "\(what) \(document.format.uppercased())")
    }
  }
}

extension MomentValuesContent {
  /// The tables of an animation; nil if it has none.
  init?(_ animation: AnimationReport, figure: String, words: PageWords) {
    guard !animation.tables.isEmpty, let last = animation.frames.last,
      last.cells.count == animation.tables.count
    else { return nil }
    valuesLabel = words(.momentOf, last.moment)
    valuesPattern = words(.momentOf)
    tables = zip(animation.tables, last.cells).map { table, rows in
      ValuesTableContent(
        tableTitle: table.title, regionLabel: "\(figure): \(table.title)", columns: table.headings,
        rows: rows.map { ValuesRowContent(cells: $0) })
    }
    let frames = animation.frames.map { frame in
      JSONValue.strings(Array(frame.cells.joined().joined())).text(.script)
    }
    data = "[" + frames.joined(separator: ",\n") + "]"
  }
}
