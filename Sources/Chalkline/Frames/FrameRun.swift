import Figures
import Foundation
import Lessons
import Plotting
import Rendering
import Tracing

/// One figure over a whole training, frame by frame: as numbered images and as films.
///
/// The training is gone through twice: once to learn what axes and colors must span, once to draw while it
/// runs. So nothing jumps, and memory does not grow with the number of frames.
public struct FrameRun {
  private let lesson: LessonSource
  private let figure: FigureSection
  private let target: OutputFolder
  private let options: FrameOptions
  private let forms: ImageForms
  private let writesImages: Bool
  private let films: [FilmFormat]
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
  /// - Throws: `UsageError` if there is no such figure, format, language or theme; `CourseError` if
  ///   the lesson has errors; `DiskError` if the output folder cannot be made.
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
    let known = ["png"] + FilmFormat.allCases.map { $0.rawValue }
    let formats = options.formats.isEmpty ? ["mp4"] : options.formats
    for format in formats where !known.contains(format) {
      throw UsageError.noneNamed(format, kind: "format of frames", among: known)
    }
    self.lesson = lesson
    self.options = options
    self.searchPath = searchPath
    writesImages = formats.contains("png")
    films = FilmFormat.allCases.filter { formats.contains($0.rawValue) }
    var build = BuildOptions()
    build.languages = options.languages
    build.themes = options.themes
    build.dotsPerInch = options.dotsPerInch
    forms = try ImageForms(build, of: source.course)
    target = try OutputFolder(output, apartFrom: source.folder.path)
    tools = try DrawingTools()
    do {
      self.figure = try figure.following()
    } catch {
      throw Finding(error)
    }
  }

  /// What was made.
  public struct Report: Sendable {
    /// The files, as paths below the output folder.
    public var files: [String] = []
    /// The epochs of the frames.
    public var epochs: [Int] = []

    /// In one line.
    public var summary: String { "\(epochs.count) frames, \(files.count) files written" }
  }

  /// Makes the frames in every language and theme.
  ///
  /// - Parameter progress: Called after every frame that is drawn.
  /// - Returns: What was made.
  /// - Throws: `Finding` if a scenario cannot be trained or a frame cannot be drawn, `UsageError` if the
  ///   figure does not follow a training or ffmpeg is missing, `DiskError` if it cannot be written.
  public func run(progress: (BuildProgress) -> Void = { _ in }) throws -> Report {
    let scenarios = try trainings()
    let last = scenarios.map { $0.train.epochs }.max() ?? 0
    let epochs = options.epochs(upTo: last)
    var report = Report()
    report.epochs = epochs
    let total = epochs.count * forms.languages.count * forms.themes.count
    for language in forms.languages {
      for theme in forms.themes {
        let book = SpanBook()
        let context = FigureContext(
          words: Words.of(language), theme: theme, measurer: tools.measurer, spans: book)
        try eachFrame(of: scenarios, at: epochs) { traces, _, _ in
          var plot = try plot(traces, context)
          book.fix(&plot)
        }
        report.files += try draw(scenarios, epochs, context, book) { done in
          progress(
            BuildProgress(
              done: report.files.count + done, total: total,
              share: Double(report.files.count + done) / Double(max(1, total)),
              latest: "\(lesson.id)#\(figure.id) \(language) frame \(done)"))
        }
      }
    }
    return report
  }

  /// The scenarios of the figure, which must all be single trainings.
  private func trainings() throws -> [Scenario] {
    try figure.scenarioNames.map { name in
      let scenario = try lesson.scenario(name)
      guard scenario.isTraining else {
        throw UsageError(
          "frames follow a training, and scenario '\(name)' of '\(lesson.id)#\(figure.id)' is "
            + scenario.kind)
      }
      return scenario
    }
  }

  private func eachFrame(
    of scenarios: [Scenario], at epochs: [Int],
    _ body: (Traces, _ number: Int, _ epoch: Int) throws -> Void
  ) throws {
    guard !scenarios.isEmpty else {
      throw UsageError("'\(lesson.id)#\(figure.id)' shows no training, so it has no frames")
    }
    let titles = lesson.scenarios.reduce(into: [:]) { $0[$1.name] = $1.title }
    var reels: [(name: String, reel: TrainingReel)] = []
    for scenario in scenarios {
      do {
        reels.append(
          (
            scenario.name,
            try TrainingReel(
              of: scenario, files: lesson.dataFiles, at: schedule(of: scenario, epochs),
              keepsPath: figure.figure.needsPath)
          ))
      } catch {
        throw Finding(error.lessonError)
      }
    }
    for (number, epoch) in epochs.enumerated() {
      var outcomes: [String: ScenarioOutcome] = [:]
      for index in reels.indices {
        outcomes[reels[index].name] = .training(reels[index].reel.trace(atEpoch: epoch))
      }
      try body(Traces(outcomes: outcomes, titles: titles), number, epoch)
    }
  }

  /// The frames' epochs, and what a path needs between them.
  private func schedule(of scenario: Scenario, _ epochs: [Int]) -> TraceSchedule {
    guard figure.figure.needsPath else { return .epochs(epochs) }
    return figure.figure.requests.filter { $0.name.text == scenario.name }
      .reduce(.epochs(epochs)) { $0.union($1.schedule) }
  }

  private func plot(_ traces: Traces, _ context: FigureContext) throws -> Plot {
    do {
      return try figure.plot(of: traces, in: context)
    } catch {
      throw lesson.finding(
        .error, error.message, at: error.location ?? figure.location, help: error.help)
    }
  }

  /// Draws all frames in one language and theme.
  private func draw(
    _ scenarios: [Scenario], _ epochs: [Int], _ context: FigureContext, _ book: SpanBook,
    progress: (Int) -> Void
  ) throws -> [String] {
    let name = figure.id + forms.suffix(of: context.theme)
    let folder = "\(lesson.id)/frames/\(context.words.language)"
    var makers: [FilmMaker] = []
    var files: [String] = []
    do {
      try eachFrame(of: scenarios, at: epochs) { traces, number, epoch in
        var plot = try plot(traces, context)
        book.fix(&plot)
        let drawing = plot.drawing(measuring: context.measurer)
        if writesImages {
          let path = "\(folder)/\(name)/\(FrameName.numbered(name, number)).png"
          let bytes = try tools.renderer.encode(
            drawing, as: .png, dpi: forms.dotsPerInch,
            metadata: metadata(epoch: epoch, context.words.language))
          _ = try target.write(bytes, to: path)
          files.append(path)
        }
        if !films.isEmpty {
          let raster = try tools.renderer.raster(of: drawing, dpi: forms.dotsPerInch)
          if number == 0 {
            for film in films {
              makers.append(
                try FilmMaker(
                  film, at: Disk.join(target.path, "\(folder)/\(name).\(film.rawValue)"),
                  columns: raster.columns, rows: raster.rows,
                  framesPerSecond: options.framesPerSecond, searching: searchPath))
            }
          }
          for maker in makers { try maker.add(raster) }
        }
        progress(number + 1)
      }
      for maker in makers { try maker.finish() }
    } catch {
      for maker in makers { maker.abandon() }
      throw error
    }
    files += films.map { "\(folder)/\(name).\($0.rawValue)" }
    let list = FrameList(epochs: epochs, framesPerSecond: options.framesPerSecond)
    let path = "\(folder)/\(name).json"
    _ = try target.write(try SortedJSON.bytes(of: list), to: path)
    return files + [path]
  }

  private func metadata(epoch: Int, _ language: String) -> ImageMetadata {
    ImageMetadata(
      id: "\(lesson.id)-\(figure.id)-\(language)-\(epoch)",
      title: figure.title[language] ?? figure.id, description: figure.alt[language] ?? "",
      language: language, software: ChalklineVersion.software,
      extra: [
        (key: "Source", value: "\(lesson.id)#\(figure.id)"), (key: "Epoch", value: String(epoch)),
      ])
  }
}

/// Names of frames.
enum FrameName {
  /// `boundary-00012`: five digits, counted from 0, as programs that read numbered images expect.
  static func numbered(_ name: String, _ number: Int) -> String {
    let digits = String(number)
    return name + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}

/// What epoch each frame shows, for programs that place frames beside a text.
struct FrameList: Codable {
  var epochs: [Int]
  var framesPerSecond: Int
}
