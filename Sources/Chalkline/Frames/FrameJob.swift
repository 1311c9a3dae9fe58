import Figures
import Plotting

/// The animation that a lesson asks of one figure, made in every language.
struct FrameJob: Sendable {
  let figure: FigureSection
  let choice: FrameChoice
  let languages: [String]

  /// Pixels per inch of the frames of a build: a third fewer each way than of figures, since there are many
  /// of them, and they move.
  static let dotsPerInch = 96.0
  /// A set of images, a document of pages and a filmstrip; films are made by `chalkline frames`.
  static let forms = FrameForms(images: true, pages: true, keyFrames: Filmstrip.usualCount)

  /// The files, not written yet.
  ///
  /// - Throws: `Finding` at the figure if it has no frames, or they cannot be drawn.
  func animation(in lesson: LessonSource, with tools: DrawingTools) throws(Finding)
    -> BuiltAnimation
  {
    do {
      return try made(in: lesson, with: tools)
    } catch let error as FrameError {
      throw error.finding(at: figure, in: lesson)
    } catch let finding as Finding {
      throw finding
    } catch {
      throw lesson.finding(
        .error, "cannot draw the frames of '\(figure.id)': \(error)", at: figure.framesLocation)
    }
  }

  private func made(in lesson: LessonSource, with tools: DrawingTools) throws -> BuiltAnimation {
    var files: [BuiltFile] = []
    var entry = Manifest.Animation(
      lesson: lesson.id, figure: figure.id, framesPerSecond: choice.framesPerSecond)
    let theme = Theme.all.first { $0.name == choice.theme } ?? .paper
    let context = FigureContext(
      words: lesson.words.words(of: languages.first ?? "en"), theme: theme,
      measurer: tools.measurer)
    let sequence = try FrameSequence(of: figure, in: lesson, choice, context: context)
    entry.axis = sequence.axis
    entry.moments = sequence.moments
    let writers = languages.map { language in
      let place = FrameWriter.Place(
        lesson: lesson.id, figure: figure, language: language, theme: theme,
        dotsPerInch: Self.dotsPerInch, framesPerSecond: choice.framesPerSecond)
      return FrameWriter(
        place, Self.forms, of: sequence, with: tools, write: { files.append($0) },
        film: { _, _ in throw UsageError("a build makes no films") })
    }
    let shared = FrameBook()
    let painters = languages.map {
      FramePainter(
        sequence, in: lesson.words.words(of: $0), theme, measurer: tools.measurer,
        sharing: shared)
    }
    try FramePainter.eachFrame(of: sequence, by: painters) { try writers[$1].add($0) }
    for writer in writers { try writer.finish() }
    entry.losses = writers.first?.facts.map { $0.losses ?? [:] } ?? []
    return BuiltAnimation(entry: entry, files: files)
  }
}

/// An animation that is ready to be written.
struct BuiltAnimation: Sendable {
  private let bare: Manifest.Animation
  let files: [BuiltFile]

  init(entry: Manifest.Animation, files: [BuiltFile]) {
    bare = entry
    self.files = files
  }

  /// How the manifest describes it.
  var entry: Manifest.Animation {
    var entry = bare
    entry.files = files.map { $0.entry }.sorted { $0.path < $1.path }
    return entry
  }
}
