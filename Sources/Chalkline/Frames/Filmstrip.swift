import Drawings
import Plotting

/// Key frames of an animation side by side on one sheet, for handouts.
struct Filmstrip {
  /// So many key frames, unless somebody asks for another number; six where a frame has several panels.
  static let usualCount = 8
  private static let usualCountOfWide = 6
  /// What it is put into: it is printed, and sharp at every size.
  static let formats = ImageFormat.allCases.filter { !$0.isRaster }
  /// The long side of A4 in points.
  private static let sheetWidth = 842.0
  /// On a handout, panels may be smaller than on a page of their own.
  private static let leastPanelWidth = 60.0

  private let frameCount: Int
  private let keyFrames: Int
  private var frames: [FramePainter.Frame] = []

  /// - Parameters:
  ///   - frameCount: How many frames the animation has.
  ///   - keyFrames: How many of them are shown, the first and the last among them.
  init(frameCount: Int, keyFrames: Int) {
    self.frameCount = frameCount
    self.keyFrames = keyFrames
  }

  /// Keeps the frame if it is a key frame.
  mutating func add(_ frame: FramePainter.Frame) {
    if numbers(count(of: frame.plot)).contains(frame.number) { frames.append(frame) }
  }

  private func count(of plot: Plot) -> Int {
    let isWide = Self.isOfNaturalSize(plot) || plot.panels.count != 1
    return isWide && keyFrames == Self.usualCount ? Self.usualCountOfWide : keyFrames
  }

  /// Numbers of frames, evenly spread.
  private func numbers(_ wanted: Int) -> Set<Int> {
    let count = min(frameCount, wanted)
    guard count > 1 else { return count == 1 ? [0] : [] }
    let step = Double(frameCount - 1) / Double(count - 1)
    return Set((0..<count).map { Int((Double($0) * step).rounded()) })
  }

  /// The sheet; nil without frames.
  func plot(title: String) -> Plot? {
    guard let last = frames.last?.plot else { return nil }
    let columns = Self.columns(of: last, count: frames.count)
    let needed =
      Self.isOfNaturalSize(last)
      ? Double(columns) * (last.minimumPanelWidth + 2 * last.theme.margin) : 0
    var sheet = Plot(
      theme: last.theme, title: title, keys: last.keys, note: note, panels: [],
      columns: columns)
    sheet.pageWidth = max(Self.sheetWidth, needed)
    for frame in frames {
      // A part has no parts: of a page of several figures, each is a part of the sheet.
      if frame.plot.parts.isEmpty {
        sheet.parts.append(Self.part(of: frame.plot, named: frame.name))
      } else {
        sheet.parts += frame.plot.parts.map { Self.part(of: $0, named: frame.name) }
      }
    }
    return sheet
  }

  /// What the small print says in every frame: what it says of one moment is not true of the sheet.
  private var note: String {
    let notes = frames.map { $0.plot.note.split(separator: "\n").map { Self.parts(of: $0) } }
    guard let first = notes.first else { return "" }
    let lines = first.map { line in
      line.filter { part in notes.allSatisfy { $0.contains { $0.contains(part) } } }
    }
    return lines.filter { !$0.isEmpty }.map { $0.joined(separator: Self.separator) }
      .joined(separator: "\n")
  }

  private static let separator = " · "

  private static func parts(of line: Substring) -> [String] {
    line.split(separator: separator).map(String.init)
  }

  /// A frame without what is the same in all of them, under its moment.
  private static func part(of plot: Plot, named name: String) -> Plot {
    var part = plot
    (part.title, part.keys, part.note, part.size) = ("", [], "", nil)
    // A panel that is named by its moment alone needs no second heading.
    part.subtitle = part.panels.first?.title == name ? "" : name
    if !isOfNaturalSize(plot) {
      part.minimumPanelWidth = min(plot.minimumPanelWidth, leastPanelWidth)
      part.columns = plot.panels.count > 3 ? 2 : plot.panels.count
    }
    return part
  }

  /// So many that the sheet has about the form of A4 across.
  private static func columns(of plot: Plot, count: Int) -> Int {
    if !plot.parts.isEmpty { return plot.parts.count }
    if isOfNaturalSize(plot) { return min(2, count) }
    switch plot.panels.count {
    case 1: return min(4, (count + 1) / 2)
    case 2, 3: return min(2, count)
    default: return min(3, count)
    }
  }

  private static func isOfNaturalSize(_ plot: Plot) -> Bool {
    if case .height = plot.shape { true } else { false }
  }
}
