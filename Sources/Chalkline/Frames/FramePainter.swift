import Drawings
import Figures
import Lessons
import Plotting
import Tracing

/// Draws the frames of a figure in one language and one theme.
///
/// The frames are gone through twice: once to learn what axes, colors and words take, once to draw while
/// trainings run. So nothing jumps, and memory does not grow with the number of frames.
struct FramePainter {
  /// One frame, ready for every form.
  struct Frame {
    let number: Int
    /// What stands above the frame, such as `epoch 7`; empty where the figure says it itself.
    let name: String
    /// On the scales of all frames, its words as they are.
    let plot: Plot
    let drawing: Drawing
    let facts: FrameFacts
    /// The trace in numbers, in the language of the frame.
    let tables: [MomentTable]
  }

  private let sequence: FrameSequence
  private let context: FigureContext
  private let scales: FrameScales
  private let titles: [String: LocalizedText]

  /// - Parameters:
  ///   - sequence: The frames.
  ///   - words: The language.
  ///   - theme: The theme.
  ///   - measurer: The font metrics.
  ///   - other: Scales whose once made things serve all languages.
  init(
    _ sequence: FrameSequence, in words: Words, _ theme: Theme, measurer: TextMeasurer,
    sharing other: FrameScales
  ) {
    self.sequence = sequence
    scales = FrameScales(sharing: other)
    context = FigureContext(words: words, theme: theme, measurer: measurer, scales: scales)
    titles = sequence.lesson.scenarios.reduce(into: [:]) { $0[$1.name] = $1.title }
  }

  /// Draws every frame in every language and theme while the scenarios run, twice in all.
  ///
  /// - Parameters:
  ///   - sequence: The frames.
  ///   - painters: One for each language and theme, all of the same sequence.
  ///   - body: Takes in a frame with the number of its painter.
  /// - Throws: `Finding` at the figure if a frame cannot be drawn.
  static func eachFrame(
    of sequence: FrameSequence, by painters: [FramePainter], _ body: (Frame, Int) throws -> Void
  ) throws {
    if sequence.figure.figure.needsPath {
      // First the whole path: what is made once, such as the plane of a surface, is made of it.
      try sequence.eachFrame([sequence.moments.count - 1]) { source in
        for painter in painters { _ = try painter.plot(source) }
      }
    }
    // Frames are many: where a newer edit has broken the build off, nobody waits for them.
    try sequence.eachFrame { source in
      try Task.checkCancellation()
      for painter in painters { try painter.survey(source) }
    }
    try sequence.eachFrame { source in
      try Task.checkCancellation()
      for (index, painter) in painters.enumerated() {
        try body(try painter.frame(source), index)
      }
    }
  }

  /// Enters what a frame needs into the scales.
  private func survey(_ source: FrameSequence.Source) throws(Finding) {
    var plot = try plot(source).plot
    scales.fixWords(&plot, measuring: context.measurer)
    _ = scales.page(plot.pageSize(measuring: context.measurer))
  }

  private func frame(_ source: FrameSequence.Source) throws(Finding) -> Frame {
    let (plot, name) = try plot(source)
    var page = plot
    scales.fixWords(&page, measuring: context.measurer)
    var drawing = page.drawing(measuring: context.measurer)
    drawing.size = scales.page(drawing.size)
    return Frame(
      number: source.number, name: name, plot: plot, drawing: drawing,
      facts: FrameFacts(source, of: sequence), tables: tables(source))
  }

  /// What a few trainings computed at the moment; several are told apart by what they are called.
  private func tables(_ source: FrameSequence.Source) -> [MomentTable] {
    guard sequence.axis != .stages, sequence.axis != .scenarios, source.outcomes.count <= 3 else {
      return []
    }
    return sequence.figure.scenarioNames.flatMap { name -> [MomentTable] in
      guard case .training(let trace)? = source.outcomes[name] else { return [] }
      let tables = MomentTable.tables(of: trace, context.words)
      guard source.outcomes.count > 1 else { return tables }
      return tables.map { $0.named(titles[name]?[context.words.language] ?? name) }
    }
  }

  private func plot(
    _ source: FrameSequence.Source
  ) throws(Finding) -> (plot: Plot, name: String) {
    do throws(FigureError) {
      var plot = try source.figure.plot(
        of: Outcomes(source.outcomes, titles: titles), in: context)
      scales.fixScales(&plot)
      let name = sequence.axis.name(of: source.moment, context.words) ?? ""
      let says =
        name.isEmpty || sequence.axis == .epochs && source.figure.figure.headingsNameEpoch
      if !says { plot.subtitle = plot.subtitle.isEmpty ? name : name + " · " + plot.subtitle }
      return (plot, name)
    } catch {
      throw sequence.lesson.finding(
        .error, error.message, at: error.location ?? sequence.figure.location, help: error.help)
    }
  }
}
