import Figures
import Lessons
import Plotting
import Rendering
import Tracing

/// One figure to be drawn in one language and one theme.
struct FigureJob: Sendable {
  let lesson: String
  let figure: FigureSection
  let language: String
  let theme: Theme
  let outcomes: [String: ScenarioOutcome]
  /// What figures call the scenarios that have a title.
  let titles: [String: LocalizedText]
  let memory: FigureMemory

  /// The image in every format, not written yet.
  ///
  /// - Throws: `Finding` at the figure if it cannot be drawn.
  func files(_ forms: ImageForms, with tools: DrawingTools, in source: LessonSource)
    throws(Finding) -> [BuiltFile]
  {
    let context = FigureContext(
      words: source.words.words(of: language), theme: theme, measurer: tools.measurer,
      memory: memory)
    let plot: Plot
    do throws(FigureError) {
      plot = try figure.plot(of: Traces(outcomes: outcomes, titles: titles), in: context)
    } catch {
      throw source.finding(
        .error, error.message, at: error.location ?? figure.location, help: error.help)
    }
    let drawing = plot.drawing(measuring: tools.measurer)
    do throws(RenderError) {
      return try forms.formats(in: theme).map { (format) throws(RenderError) in
        try file(format, of: drawing, forms, tools.renderer)
      }
    } catch {
      let message = "cannot draw figure '\(figure.id)' in \(language): \(error)"
      throw source.finding(.error, message, at: figure.location)
    }
  }

  private func file(
    _ format: ImageFormat, of drawing: Drawing, _ forms: ImageForms, _ renderer: CairoRenderer
  ) throws(RenderError) -> BuiltFile {
    let name = figure.id + forms.suffix(of: theme)
    let bytes = try renderer.encode(
      drawing, as: format, dpi: forms.dotsPerInch,
      metadata: metadata(id: "\(lesson)-\(name)-\(language)"))
    let isRaster = format == .png
    let pixels = isRaster ? pixelSize(ofPNG: bytes) : nil
    return BuiltFile(
      forms.path(of: figure.id, in: lesson, language: language, theme: theme, format: format),
      format.rawValue, bytes,
      language: language, theme: theme.name,
      size: pixels ?? (drawing.size.width, drawing.size.height),
      dotsPerInch: isRaster ? forms.dotsPerInch : nil)
  }

  private func metadata(id: String) -> ImageMetadata {
    let seeds = figure.scenarioNames.compactMap { name in
      outcomes[name]?.seedText.map { (key: "Seed", value: "\(name) \($0)") }
    }
    return ImageMetadata(
      id: id, title: figure.heading(in: language),
      description: figure.alt[language] ?? "", language: language,
      software: ChalklineVersion.software,
      extra: [(key: "Source", value: "\(lesson)#\(figure.id)")] + seeds)
  }
}

/// What is made once and used by every figure.
struct DrawingTools: Sendable {
  let renderer: CairoRenderer
  let measurer: TextMeasurer

  /// - Throws: `RenderError` if a font is missing.
  init() throws(RenderError) {
    MemoryReuse.keepFreedMemory()
    renderer = try CairoRenderer()
    measurer = try PangoTextMeasurer.measurer()
  }
}

extension FigureSection {
  /// The scenarios that the figure draws, each once, in the order of its requests.
  var scenarioNames: [String] {
    var names: [String] = []
    for request in figure.requests where !names.contains(request.name.text) {
      names.append(request.name.text)
    }
    return names
  }
}

/// Pixels across and down as the header of a PNG file has them.
///
/// - Source: PNG specification, third edition, section 11.2.1.
private func pixelSize(ofPNG bytes: [UInt8]) -> (width: Double, height: Double)? {
  guard bytes.count >= 24 else { return nil }
  func number(at offset: Int) -> Double {
    Double(bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
  return (number(at: 16), number(at: 20))
}
