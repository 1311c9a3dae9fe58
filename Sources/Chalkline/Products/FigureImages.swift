import Building
import Figures
import Lessons
import Drawings
import Plotting
import Rendering
import Snapshots
import Tracing

extension ProductName.Kind {
  static let images = ProductName.Kind("images")
  static let image = ProductName.Kind("image")
}

/// A figure in one language and one theme: an image in each format.
struct FigureImages: CourseProduct {
  let id: ProductName
  let group: String
  let outputs: [ProductName]
  let needs: [ProductName]
  let cost = BuildCost.ofPicture
  private let figure: FigureSection
  private let language: String
  private let theme: Theme
  private let lesson: PlannedLesson
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.image]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      lesson.figures.flatMap { figure in
        plan.forms.pictures.map { picture in
          PlannedProduct(
            FigureImages(of: figure, picture.language, picture.theme, in: lesson, plan),
            isWanted: true)
        }
      }
    }
  }

  private init(
    of figure: FigureSection, _ language: String, _ theme: Theme, in lesson: PlannedLesson,
    _ plan: CoursePlan
  ) {
    id = ProductName(
      .images, of: lesson.id, figure.id, language: language, theme: theme.name)
    group = lesson.id
    outputs = plan.forms.formats(in: theme).map { format in
      Self.image(of: figure.id, lesson.id, language, theme.name, format)
    }
    needs =
      figure.scenarioNames.map { ScenarioOutcomes.name($0, lesson) }
      + [FigureCalculations.name(figure, lesson)]
    self.figure = figure
    self.language = language
    self.theme = theme
    self.lesson = lesson
    self.plan = plan
  }

  /// The name of an image.
  static func image(
    of figure: String, _ lesson: String, _ language: String, _ theme: String, _ format: ImageFormat
  ) -> ProductName {
    ProductName(
      .image, of: lesson, figure, language: language, theme: theme, form: format.rawValue)
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    lesson.inputs.ofFigure(figure, language: language, theme: theme)
  }

  /// Draws the figure and writes its images.
  ///
  /// - Returns: Those that were written, by format.
  /// - Throws: `Finding` at the figure if it cannot be drawn.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws
    -> [String: EncodedImage]
  {
    let tools = try plan.tools.get()
    let context = FigureContext(
      words: lesson.source.words.words(of: language), theme: theme, measurer: tools.measurer,
      memory: made.value(of: FigureCalculations.name(figure, lesson)))
    let drawing: Drawing
    do throws(FigureError) {
      drawing = try figure.plot(of: lesson.outcomes(of: figure, made), in: context).drawing(
        measuring: tools.measurer)
    } catch {
      throw lesson.source.finding(error, at: figure)
    }
    var images: [String: EncodedImage] = [:]
    for output in outputs {
      guard let format = output.form.flatMap({ ImageFormat(rawValue: $0) }) else { continue }
      images[format.rawValue] = try write(drawing, format, of: output, made, tools, at: bench)
    }
    return images
  }

  private func write(
    _ drawing: Drawing, _ format: ImageFormat, of output: ProductName, _ made: CourseValues,
    _ tools: DrawingTools, at bench: CourseBench
  ) throws -> EncodedImage {
    let image: EncodedImage
    do throws(RenderError) {
      image = try tools.renderer.encode(
        drawing, as: format, dpi: plan.forms.dotsPerInch, metadata: metadata(made))
    } catch {
      let message = "cannot draw figure '\(figure.id)' in \(language): \(error)"
      throw lesson.source.finding(.error, message, at: figure.location)
    }
    let path = plan.forms.path(
      of: figure.id, in: lesson.id, language: language, theme: theme, format: format)
    let notes = ImageNotes(
      isForPagesAlone: plan.forms.isForPagesAlone(theme), markup: image.markup)
    bench.note(notes.bytes, of: output)
    try bench.write(
      image.bytes, to: path,
      FileFacts(
        format.rawValue, language: language, theme: theme.name, width: image.size.width,
        height: image.size.height, dotsPerInch: format.isRaster ? plan.forms.dotsPerInch : nil),
      of: output)
    return image
  }

  private func metadata(_ made: CourseValues) -> ImageMetadata {
    let name = figure.id + plan.forms.suffix(of: theme)
    let seeds = figure.scenarioNames.compactMap { name in
      lesson.outcome(name, made)?.seedText.map { (key: "Seed", value: "\(name) \($0)") }
    }
    return ImageMetadata(
      id: "\(lesson.id)-\(name)-\(language)", title: figure.heading(in: language),
      description: figure.alt[language] ?? "", language: language,
      software: ChalklineVersion.software,
      extra: [(key: "Source", value: "\(lesson.id)#\(figure.id)")] + seeds)
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    let (lesson, language, theme) = (output.lesson ?? "", output.language ?? "", output.theme ?? "")
    guard course.has(figure: output.name, in: lesson), course.has(language: language),
      ImageNotes(from: record.notes)?.isForPagesAlone != true || course.isDark(theme: theme)
    else { return false }
    guard let theme = Theme.named(theme),
      let format = output.form.flatMap({ ImageFormat(rawValue: $0) })
    else { return false }
    // In a course of another theme than before, images have other names.
    let path = course.forms.path(
      of: output.name, in: lesson, language: language, theme: theme, format: format)
    return record.files.allSatisfy { $0.path == path }
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    manifest.figures[output.reference, default: words.figure(output)].files +=
      record.files.map { Manifest.File($0) }
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .figure(output.reference)
  }
}

/// What later builds are to know of an image.
struct ImageNotes {
  /// Whether nobody has asked for it but the pages of a course that has dark ones.
  let isForPagesAlone: Bool
  /// Where the markup stands in it that pages hold; see `EncodedImage.markup`.
  let markup: [Range<Int>]

  init(isForPagesAlone: Bool, markup: [Range<Int>]) {
    self.isForPagesAlone = isForPagesAlone
    self.markup = markup
  }

  /// The notes that `bytes` were made of; nil if they are something else.
  init?(from bytes: [UInt8]) {
    var reader = SnapshotReader(bytes[...])
    do throws(SnapshotError) {
      isForPagesAlone = try reader.flag()
      markup = try reader.list { reader throws(SnapshotError) in
        let (start, end) = (try reader.integer(), try reader.integer())
        guard 0 <= start, start <= end else { throw SnapshotError() }
        return start..<end
      }
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(isForPagesAlone)
    writer.write(markup) { writer, range in
      writer.write(range.lowerBound)
      writer.write(range.upperBound)
    }
    return writer.bytes
  }
}

extension LessonSource {
  /// What is wrong with a figure that cannot be drawn.
  func finding(_ error: FigureError, at figure: FigureSection) -> Finding {
    finding(.error, error.message, at: error.location ?? figure.location, help: error.help)
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
