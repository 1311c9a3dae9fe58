import Plotting

/// Key frames of an animation side by side on one sheet, for handouts.
struct Filmstrip {
  private let numbers: Set<Int>
  private var frames: [FramePainter.Frame] = []

  /// The long side of A4 in points.
  private static let sheetWidth = 842.0

  /// - Parameters:
  ///   - frameCount: How many frames the animation has.
  ///   - keyFrames: How many of them are shown, the first and the last among them; fewer where a frame
  ///     is too wide for as many.
  init(frameCount: Int, keyFrames: Int) {
    let count = min(frameCount, keyFrames)
    let last = Double(frameCount - 1)
    numbers = Set(
      (0..<count).map { count == 1 ? 0 : Int((Double($0) * last / Double(count - 1)).rounded()) })
  }

  /// Keeps the frame if it is a key frame.
  mutating func add(_ frame: FramePainter.Frame) {
    if numbers.contains(frame.number) { frames.append(frame) }
  }

  /// The sheet; nil without frames.
  func plot(title: String) -> Plot? {
    guard let last = frames.last?.plot else { return nil }
    let columns = Self.columns(of: last, count: frames.count)
    let margin = last.theme.margin
    let needed = Double(columns) * (Self.leastWidth(of: last) + 2 * margin)
    var sheet = Plot(
      theme: last.theme, title: title, keys: last.keys, note: last.note, panels: [],
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

  /// A frame without what is the same in all of them, under its moment.
  private static func part(of plot: Plot, named name: String) -> Plot {
    var part = plot
    (part.title, part.keys, part.note, part.size) = ("", [], "", nil)
    // A panel that is named by its moment alone needs no second heading.
    part.subtitle = part.panels.first?.title == name ? "" : name
    return part
  }

  /// So many that the sheet is about as wide as A4 across, and each frame as wide as it must be.
  private static func columns(of plot: Plot, count: Int) -> Int {
    if !plot.parts.isEmpty { return plot.parts.count }
    if isOfNaturalSize(plot) || plot.panels.count > 1 { return min(2, count) }
    return min(4, (count + 1) / 2)
  }

  private static func isOfNaturalSize(_ plot: Plot) -> Bool {
    if case .height = plot.shape { true } else { false }
  }

  private static func leastWidth(of plot: Plot) -> Double {
    isOfNaturalSize(plot) ? plot.minimumPanelWidth : 0
  }
}
