import Figures
import Lessons
import Plotting
import Rendering

/// One figure over everything that it moves along, frame by frame: as numbered images, as pages of a
/// document, as a filmstrip and as films.
public struct FrameRun {
  private let lesson: LessonSource
  private let figure: FigureSection
  private let choice: FrameChoice
  private let target: OutputFolder
  private let forms: FrameForms
  private let images: ImageForms
  private let searchPath: String
  private let tools: DrawingTools

  /// Prepares the frames of a figure, named as `xor#boundary`.
  ///
  /// - Parameters:
  ///   - name: The lesson and the figure.
  ///   - source: The course.
  ///   - output: The folder to write into.
  ///   - options: Which frames, in which forms.
  ///   - searchPath: Where ffmpeg is looked for, as in the variable `PATH`.
  /// - Throws: `UsageError` if there is no such figure, format, language or theme, or a film is asked for
  ///   and ffmpeg is missing; `CourseError` if the lesson has errors; `DiskError` if the output folder
  ///   cannot be made.
  public init(
    of name: String, from source: CourseSource, into output: String, options: FrameOptions,
    searching searchPath: String
  ) throws {
    let selection = Selection(name)
    guard let wanted = selection.figure else {
      throw UsageError("'\(name)' names no figure; write LESSON#FIGURE, such as xor#boundary")
    }
    let lesson = try source.lesson(selection.lesson)
    guard lesson.findings.isEmpty else { throw CourseError(lesson.findings) }
    guard let figure = lesson.figures.first(where: { $0.id == wanted }) else {
      throw UsageError.noneNamed(
        wanted, kind: "figure of '\(lesson.id)'", among: lesson.figureNames)
    }
    self.lesson = lesson
    self.figure = figure
    self.searchPath = searchPath
    choice = options.choice(of: figure)
    forms = try options.forms()
    if !forms.films.isEmpty { _ = try FilmMaker.program(searching: searchPath) }
    var build = BuildOptions()
    build.languages = options.languages
    build.themes = options.themes
    build.dotsPerInch = options.dotsPerInch
    images = try ImageForms(build, of: source.course)
    target = try OutputFolder(output, apartFrom: source.folder.path)
    tools = try DrawingTools()
  }

  /// What was made.
  public struct Report: Sendable {
    /// The files, as paths below the output folder.
    public var files: [String] = []
    /// The moments of the frames: epochs, updates, or whatever the figure moves along.
    public var moments: [Int] = []

    /// In one line.
    public var summary: String { "\(moments.count) frames, \(files.count) files written" }
  }

  /// Makes the frames in every language and theme.
  ///
  /// - Parameter progress: Called after every frame that is drawn.
  /// - Returns: What was made.
  /// - Throws: `UsageError` if the figure does not move, `Finding` if a scenario cannot be run or a
  ///   frame cannot be drawn, `DiskError` if it cannot be written.
  public func run(progress: (BuildProgress) -> Void = { _ in }) throws -> Report {
    var report = Report()
    let pairs = images.languages.flatMap { language in images.themes.map { (language, $0) } }
    for (index, pair) in pairs.enumerated() {
      let book = FrameBook()
      let context = FigureContext(
        words: Words.of(pair.0), theme: pair.1, measurer: tools.measurer, book: book)
      let sequence = try sequence(context)
      report.moments = sequence.moments
      let count = sequence.moments.count
      report.files += try draw(sequence, context, book) { number in
        progress(
          BuildProgress(
            done: index * count + number + 1, total: pairs.count * count,
            latest: "\(lesson.id)#\(figure.id) \(pair.0) frame \(number + 1)"))
      }
    }
    return report
  }

  private func sequence(_ context: FigureContext) throws -> FrameSequence {
    do {
      return try FrameSequence(of: figure, in: lesson, choice, context: context)
    } catch let error as FrameError {
      throw UsageError([error.message, error.help].compactMap { $0 }.joined(separator: "; "))
    }
  }

  /// Draws all frames in one language and theme.
  private func draw(
    _ sequence: FrameSequence, _ context: FigureContext, _ book: FrameBook,
    progress: (Int) -> Void
  ) throws -> [String] {
    let place = FrameWriter.Place(
      lesson: lesson.id, figure: figure, language: context.words.language, theme: context.theme,
      suffix: images.suffix(of: context.theme), dotsPerInch: images.dotsPerInch,
      framesPerSecond: choice.framesPerSecond)
    let writer = FrameWriter(
      place, forms, of: sequence, with: tools,
      write: { file in _ = try target.write(file.bytes, to: file.entry.path) },
      film: { format, raster in
        let path = "\(place.folder)/\(place.name).\(format.rawValue)"
        return try FilmMaker(
          format, at: Disk.join(target.path, path), of: raster,
          framesPerSecond: choice.framesPerSecond, searching: searchPath)
      })
    do {
      try FramePainter(sequence, in: context, book: book).eachFrame { frame in
        try writer.add(frame)
        progress(frame.number)
      }
      try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
    return writer.paths
  }
}
