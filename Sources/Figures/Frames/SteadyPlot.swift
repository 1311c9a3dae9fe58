public import Drawings
public import Plotting
import Wording

extension FrameScales {
  /// Gives every panel of a plot the axes that all frames need.
  public func fixScales(_ plot: inout Plot) {
    fixScales(&plot, .page)
    for index in plot.parts.indices { fixScales(&plot.parts[index], .part(index)) }
  }

  private func fixScales(_ plot: inout Plot, _ place: PlotPlace) {
    for (index, domain) in plot.domains.enumerated() {
      plot.panels[index].x.domain = span(
        AxisPlace(plot: place, panel: index, direction: .across), domain.x)
      plot.panels[index].y.domain = span(
        AxisPlace(plot: place, panel: index, direction: .up), domain.y)
    }
  }

  /// Gives a plot the keys and the room for words that all frames need.
  ///
  /// Words are filled up with spaces as wide as a digit, so that what stands behind `epoch 9` stays where
  /// it is at `epoch 10`, and a line that is empty in one frame keeps its place.
  public func fixWords(_ plot: inout Plot, measuring measurer: TextMeasurer) {
    let writer = SteadyText(scales: self, measurer: measurer)
    fixWords(&plot, .page, writer)
    for index in plot.parts.indices { fixWords(&plot.parts[index], .part(index), writer) }
  }

  private func fixWords(_ plot: inout Plot, _ place: PlotPlace, _ writer: SteadyText) {
    let theme = plot.theme
    func text(_ text: String, _ role: TextPlace.Role, _ style: TextStyle) -> String {
      writer.text(text, TextPlace(plot: place, role: role), style)
    }
    for index in plot.panels.indices {
      let panel = plot.panels[index]
      plot.panels[index].title = text(panel.title, .panelTitle(index), theme.heading.bold)
      plot.panels[index].subtitle = text(panel.subtitle, .panelSubtitle(index), theme.tick)
      plot.panels[index].footnotes = writer.lines(
        panel.footnotes, TextPlace(plot: place, role: .panelFootnotes(index)), theme.small)
    }
    plot.subtitle = text(plot.subtitle, .subtitle, theme.heading)
    plot.note = text(plot.note, .note, theme.small)
    plot.keys = allKeys(of: place, plot.keys).enumerated().map { index, key in
      key.saying(text(key.words, .key(index), theme.tick))
    }
  }
}

/// Words that take the same room in every frame.
private struct SteadyText {
  let scales: FrameScales
  let measurer: TextMeasurer

  /// As wide as a digit, and no place for a line to break.
  private static let filler = "\u{2007}"
  private static let mostFillers = 8
  private static let separator = " · "

  /// A text of lines, each of parts with dots between them.
  func text(_ text: String, _ place: TextPlace, _ style: TextStyle) -> String {
    let given =
      text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines(given.map(String.init), place, style).joined(separator: "\n")
  }

  /// As many lines as any frame has, each as wide as in any frame.
  func lines(_ lines: [String], _ place: TextPlace, _ style: TextStyle) -> [String] {
    let count = scales.most(place, lines.count)
    return (0..<count).map { index in
      line(
        index < lines.count ? lines[index] : "", WidthPlace(text: place, line: index), style)
    }
  }

  private func line(_ line: String, _ place: WidthPlace, _ style: TextStyle) -> String {
    let parts = line.pieces(between: Self.separator).map(String.init)
    let filled = parts.enumerated().map { index, part in
      // What is only in some frames cannot be told from what changes: it is left to the line as a whole.
      var own = place
      own.part = WidthPlace.Part(index: index, count: parts.count)
      let widest = scales.widest(own, width(part, style))
      return self.filled(part, to: widest, style, atStart: part.beginsWithCount)
    }.joined(separator: Self.separator)
    return self.filled(filled, to: scales.widest(place, width(filled, style)), style)
  }

  private func width(_ text: String, _ style: TextStyle) -> Double {
    text.isEmpty ? 0 : measurer.width(text, style)
  }

  private func filled(
    _ text: String, to target: Double, _ style: TextStyle, atStart: Bool = false
  ) -> String {
    guard target > 0 else { return text }
    let missing = (target - width(text, style)) / measurer.width(Self.filler, style)
    let count = Int(missing.rounded())
    // What differs by more than digits would leave a hole in the line.
    guard count <= Self.mostFillers || text.isEmpty else { return text }
    let filling = String(repeating: Self.filler, count: max(count, text.isEmpty ? 1 : 0))
    return atStart ? filling + text : text + filling
  }
}

extension String {
  /// Whether a whole number comes first and a word is joined to it, as Korean counts: `12번째`.
  fileprivate var beginsWithCount: Bool {
    let rest = drop { $0.isNumber }
    return rest.startIndex != startIndex && rest.first?.isLetter == true
  }
}

extension Key {
  /// The key without words and numbers: equal for what looks the same.
  var symbol: Key {
    switch self {
    case .dot(let shape, let color, _): .dot(shape, color, "")
    case .ring(let color, _): .ring(color, "")
    case .line(let color, let width, let dash, _): .line(color, width: width, dash: dash, "")
    case .swatch(let color, _): .swatch(color, "")
    case .ramp(let ramp, _, _): .ramp(ramp, domain: 0...1, "")
    case .note: .note("")
    }
  }

  /// What is written beside the symbol.
  var words: String {
    switch self {
    case .dot(_, _, let words), .ring(_, let words), .line(_, _, _, let words),
      .swatch(_, let words), .ramp(_, _, let words), .note(let words):
      words
    }
  }

  /// The same symbol with other words.
  func saying(_ words: String) -> Key {
    switch self {
    case .dot(let shape, let color, _): .dot(shape, color, words)
    case .ring(let color, _): .ring(color, words)
    case .line(let color, let width, let dash, _): .line(color, width: width, dash: dash, words)
    case .swatch(let color, _): .swatch(color, words)
    case .ramp(let ramp, let domain, _): .ramp(ramp, domain: domain, words)
    case .note: .note(words)
    }
  }
}
