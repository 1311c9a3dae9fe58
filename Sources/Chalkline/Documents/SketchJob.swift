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

  /// Draws it and keeps the drawings.
  ///
  /// - Throws: `Finding` at the figure if it cannot be drawn, or the drawing cannot be kept.
  func perform(with tools: DrawingTools, in source: LessonSource) throws(Finding) {
    for sketch in sketches {
      let drawing = try drawing(of: sketch, with: tools, in: source)
      do throws(DiskError) {
        try store.keep(drawing, sketch.key)
      } catch {
        throw Finding(error)
      }
    }
  }

  private func drawing(
    of sketch: Sketch, with tools: DrawingTools, in source: LessonSource
  ) throws(Finding) -> Drawing {
    let context = FigureContext(
      words: Words.of(sketch.language), theme: sketch.form.theme(ofCourse: courseTheme),
      measurer: tools.measurer)
    do throws(FigureError) {
      var plot = try sketch.form.section(of: figure).plot(
        of: Traces(outcomes: outcomes, titles: titles), in: context)
      plot.title = ""
      // A size of the lesson's own is one for pages, not for slides.
      if sketch.form == .slide { plot.size = nil }
      return plot.drawing(measuring: tools.measurer)
    } catch {
      throw source.finding(
        .error, error.message, at: error.location ?? figure.location, help: error.help)
    }
  }
}
