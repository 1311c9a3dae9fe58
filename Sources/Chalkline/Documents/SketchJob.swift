import Figures
import Lessons
import Plotting
import Reporting
import Tracing

/// One figure to be drawn for the documents of one language.
struct SketchJob: Sendable {
  let figure: FigureSection
  let sketches: [Sketch]
  let courseTheme: Theme
  let outcomes: [String: ScenarioOutcome]
  /// What figures call the scenarios that have a title.
  let titles: [String: LocalizedText]
  let store: DrawingStore
  let memory: FigureMemory

  /// Draws it and keeps the drawings.
  ///
  /// - Throws: `Finding` at the figure if it cannot be drawn, or the drawing cannot be kept.
  func perform(with tools: DrawingTools, in source: LessonSource) throws(Finding) {
    for sketch in sketches {
      let drawn = try drawn(sketch, with: tools, in: source)
      do throws(DiskError) {
        try store.keep(drawn, sketch.key)
      } catch {
        throw Finding(error)
      }
    }
  }

  /// A slide sets the explanation and the small print itself, so that they do not shrink with the figure.
  private func slide(of plot: Plot, _ measurer: TextMeasurer) -> DrawnSketch {
    var body = plot
    // A size of the lesson's own is one for pages.
    (body.size, body.subtitle, body.keys, body.note) = (nil, "", [], "")
    let (drawing, cuts) = body.drawingWithCuts(measuring: measurer)
    let key = Plot(theme: plot.theme, subtitle: plot.subtitle, keys: plot.keys, panels: [])
      .drawing(measuring: measurer)
    return DrawnSketch(
      drawing: drawing, key: key.commands.isEmpty ? nil : key, note: plot.note, cuts: cuts)
  }

  private func drawn(
    _ sketch: Sketch, with tools: DrawingTools, in source: LessonSource
  ) throws(Finding) -> DrawnSketch {
    let context = FigureContext(
      words: source.words.words(of: sketch.language),
      theme: sketch.form.theme(ofCourse: courseTheme),
      measurer: tools.measurer, memory: memory)
    do throws(FigureError) {
      var plot = try sketch.form.section(of: figure).plot(
        of: Traces(outcomes: outcomes, titles: titles), in: context)
      plot.title = ""
      guard sketch.form == .slide else {
        return DrawnSketch(drawing: plot.drawing(measuring: tools.measurer), note: "", cuts: [])
      }
      return slide(of: plot, tools.measurer)
    } catch {
      throw source.finding(
        .error, error.message, at: error.location ?? figure.location, help: error.help)
    }
  }
}
