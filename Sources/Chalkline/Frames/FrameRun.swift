import Building
import Files
import Figures
import Lessons
import Drawings
import Plotting
import Rendering
import Wording

/// One figure over everything that it moves along, frame by frame: as numbered images, as pages of a
/// document, as a filmstrip and as films.
public struct FrameRun: Sendable {
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
    build.themes = options.themes.isEmpty ? [source.course.theme] : options.themes
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
    public var summary: String {
      "\(counted(moments.count, "frame")), \(counted(files.count, "file")) written"
    }
  }

  /// Makes the frames in every language and theme.
  ///
  /// If the task is cancelled, films that are not whole are removed and their processes ended, and it
  /// returns at once: what still draws or trains goes on until it notices, and nobody waits for it.
  ///
  /// In the output folder of a course it waits for whoever writes there.
  ///
  /// - Parameters:
  ///   - progress: Called after every frame that is drawn, by one thread.
  ///   - waiting: Called once if there is somebody to be waited for.
  /// - Returns: What was made.
  /// - Throws: `UsageError` if the figure does not move, `Finding` if a scenario cannot be run or a
  ///   frame cannot be drawn, `DiskError` if it cannot be written, `CancellationError` if the task is
  ///   cancelled.
  public func run(
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }, waiting: () -> Void = {}
  ) async throws -> Report {
    // Frames of a build may lie in the same places; a folder that no build has made is nobody else's.
    let isOfCourse = Disk.isFolder(target.path(of: CourseOutput.folder))
    let lock = isOfCourse ? try await CourseOutput.lock(target, .alone, waiting) : nil
    defer { withExtendedLifetime(lock) {} }
    let films = FilmProcesses()
    let thread = JobThreads(1)
    defer { thread.stop() }
    var report: Result<Report, any Error>?
    await withTaskCancellationHandler {
      await JobQueue.run(
        [self], on: thread,
        perform: { run, _ in Result { try run.drawn(films, progress) } },
        told: { _, _ in },
        finished: { result in
          report = result
          return []
        })
    } onCancel: {
      films.stop()
    }
    guard let report, !Task.isCancelled else { throw CancellationError() }
    return try report.get()
  }

  private func drawn(
    _ films: FilmProcesses, _ progress: (BuildProgress) -> Void
  ) throws -> Report {
    let sequence = try sequence()
    let pairs = images.languages.flatMap { language in images.themes.map { (language, $0) } }
    let writers = pairs.map { writer(of: sequence, $0.0, $0.1, films) }
    let shared = FrameScales()
    let painters = pairs.map {
      FramePainter(
        sequence, in: lesson.words.words(of: $0.0), $0.1, measurer: tools.measurer, sharing: shared)
    }
    let total = pairs.count * sequence.moments.count
    do {
      try FramePainter.eachFrame(of: sequence, by: painters) { frame, index in
        try writers[index].add(frame)
        progress(
          BuildProgress(
            done: frame.number * pairs.count + index + 1, total: total,
            share: Double(frame.number * pairs.count + index + 1) / Double(max(1, total)),
            latest: "\(lesson.id)#\(figure.id) \(pairs[index].0) frame \(frame.number + 1)"))
      }
      for writer in writers { try writer.finish() }
    } catch {
      for writer in writers { writer.abandon() }
      throw error
    }
    return Report(files: writers.flatMap { $0.paths }, moments: sequence.moments)
  }

  private func sequence() throws -> FrameSequence {
    let context = FigureContext(
      words: lesson.words.words(of: images.languages.first ?? "en"),
      theme: images.themes.first ?? .paper, measurer: tools.measurer)
    do {
      return try FrameSequence(of: figure, in: lesson, choice, context: context)
    } catch let error as FrameError {
      throw UsageError([error.message, error.help].compactMap { $0 }.joined(separator: "; "))
    }
  }

  private func writer(
    of sequence: FrameSequence, _ language: String, _ theme: Theme, _ films: FilmProcesses
  ) -> FrameWriter {
    let place = FrameWriter.Place(
      lesson: lesson.id, figure: figure, language: language, theme: theme,
      suffix: images.suffix(of: theme), dotsPerInch: images.dotsPerInch,
      framesPerSecond: choice.framesPerSecond)
    return FrameWriter(
      place, forms, of: sequence, with: tools,
      write: { file in _ = try target.write(file.bytes, to: file.path) },
      film: { format, raster in
        let path = "\(place.folder)/\(place.name).\(format.rawValue)"
        return try FilmMaker(
          format, at: Disk.join(target.path, path), of: raster,
          framesPerSecond: choice.framesPerSecond, searching: searchPath, among: films)
      })
  }
}
