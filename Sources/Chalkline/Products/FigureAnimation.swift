import Building
import Lessons
import Figures
import Foundation
import Drawings
import Plotting
import Rendering
import Snapshots

extension ProductName.Kind {
  static let animation = ProductName.Kind("animation")
  static let frames = ProductName.Kind("frames")
}

/// The animation that a lesson asks of a figure: in each language images, a document of pages, a filmstrip, and a list.
///
/// Its scenarios run anew, with moments of their own, once for all languages.
struct FigureAnimation: CourseProduct {
  let id: ProductName
  let group: String
  let outputs: [ProductName]
  let cost = BuildCost.ofAnimation
  private let figure: FigureSection
  private let choice: FrameChoice
  private let lesson: PlannedLesson
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.frames]

  /// Pixels per inch of the frames of a build: a third fewer each way than of figures, since there are many
  /// of them, and they move.
  static let dotsPerInch = 96.0
  /// Films are made by `chalkline frames`.
  static let forms = FrameForms(images: [.png], pages: true, keyFrames: Filmstrip.usualCount)

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    guard plan.forms.frames else { return [] }
    return plan.lessons.flatMap { lesson in
      lesson.figures.compactMap { figure in
        figure.frames.map {
          PlannedProduct(FigureAnimation(of: figure, $0, in: lesson, plan), isWanted: true)
        }
      }
    }
  }

  private init(
    of figure: FigureSection, _ choice: FrameChoice, in lesson: PlannedLesson, _ plan: CoursePlan
  ) {
    id = ProductName(.animation, of: lesson.id, figure.id)
    group = lesson.id
    outputs = plan.forms.languages.map { Self.frames(of: figure.id, lesson.id, $0) }
    self.figure = figure
    self.choice = choice
    self.lesson = lesson
    self.plan = plan
  }

  static func frames(of figure: String, _ lesson: String, _ language: String) -> ProductName {
    ProductName(.frames, of: lesson, figure, language: language)
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    lesson.inputs.ofAnimation(figure, language: output.language ?? "")
  }

  /// Draws the frames in the languages of `outputs`.
  ///
  /// - Returns: The list of frames in each.
  /// - Throws: `Finding` at the figure if it has no frames, or they cannot be drawn.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws
    -> [String: FrameList]
  {
    let tools = try plan.tools.get()
    do {
      return try frames(outputs, tools, at: bench)
    } catch let error as FrameError {
      throw error.finding(at: figure, in: lesson.source)
    } catch let error as RenderError {
      throw lesson.source.finding(
        .error, "cannot draw the frames of '\(figure.id)': \(error)", at: figure.framesLocation)
    }
  }

  private func frames(
    _ outputs: [ProductName], _ tools: DrawingTools, at bench: CourseBench
  ) throws -> [String: FrameList] {
    let source = lesson.source
    let theme = Theme.all.first { $0.name == choice.theme } ?? .paper
    let languages = outputs.map { $0.language ?? "" }
    let context = FigureContext(
      words: source.words.words(of: languages.first ?? "en"), theme: theme,
      measurer: tools.measurer)
    let sequence = try FrameSequence(of: figure, in: source, choice, context: context)
    let writers = outputs.map { output in
      FrameWriter(
        FrameWriter.Place(
          lesson: lesson.id, figure: figure, language: output.language ?? "", theme: theme,
          dotsPerInch: Self.dotsPerInch, framesPerSecond: choice.framesPerSecond),
        Self.forms, of: sequence, with: tools,
        write: { try bench.write($0.bytes, to: $0.path, $0.facts, of: output) },
        film: { _, _ in throw UsageError("a build makes no films") })
    }
    let shared = FrameScales()
    let painters = languages.map {
      FramePainter(
        sequence, in: source.words.words(of: $0), theme, measurer: tools.measurer, sharing: shared)
    }
    let total = Double(max(1, sequence.moments.count))
    try FramePainter.eachFrame(of: sequence, by: painters) { frame, index in
      try writers[index].add(frame)
      if index == 0 { bench.progress(Double(frame.number) / total) }
    }
    for (writer, output) in zip(writers, outputs) {
      try writer.finish()
      bench.note(AnimationNotes(sequence, writer.facts, choice).bytes, of: output)
    }
    return Dictionary(
      zip(languages, writers.map { $0.list }), uniquingKeysWith: { first, _ in first })
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    course.hasFrames(of: output.name, in: output.lesson ?? "")
      && course.has(language: output.language ?? "")
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    guard let notes = AnimationNotes(from: record.notes) else { return }
    let empty = Manifest.Animation(
      lesson: output.lesson ?? "", figure: output.name, axis: notes.axis, moments: notes.moments,
      losses: notes.losses, framesPerSecond: notes.framesPerSecond)
    manifest.animations[output.reference, default: empty].files +=
      record.files.map { Manifest.File($0) }
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .animation(output.reference)
  }
}

/// What later builds are to know of an animation.
struct AnimationNotes: Equatable, Sendable {
  /// What the frames go along.
  var axis: FrameAxis
  /// The epoch, update or step of each frame, as `axis` says.
  var moments: [Int]
  /// The loss of each training at each frame, by scenario; empty where there is none.
  var losses: [[String: Double]]
  var framesPerSecond: Int

  init(_ sequence: FrameSequence, _ facts: [FrameFacts], _ choice: FrameChoice) {
    axis = sequence.axis
    moments = sequence.moments
    losses = facts.map { $0.losses ?? [:] }
    framesPerSecond = choice.framesPerSecond
  }

  /// What a manifest says of the animation.
  init(_ animation: Manifest.Animation) {
    axis = animation.axis
    moments = animation.moments
    losses = animation.losses
    framesPerSecond = animation.framesPerSecond
  }

  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(axis.rawValue)
    writer.write(moments) { $0.write($1) }
    writer.write(losses) { writer, losses in
      writer.write(losses.sorted { $0.key < $1.key }) { writer, loss in
        writer.write(loss.key)
        writer.write(loss.value)
      }
    }
    writer.write(framesPerSecond)
    return writer.bytes
  }

  /// Nil unless the bytes are those of such notes.
  init?(from bytes: [UInt8]) {
    var reader = SnapshotReader(bytes[...])
    do throws(SnapshotError) {
      guard let axis = FrameAxis(rawValue: try reader.text()) else { return nil }
      self.axis = axis
      moments = try reader.list { reader throws(SnapshotError) in try reader.integer() }
      losses = try reader.list { reader throws(SnapshotError) in
        let losses = try reader.list { reader throws(SnapshotError) in
          (try reader.text(), try reader.number())
        }
        return Dictionary(losses, uniquingKeysWith: { first, _ in first })
      }
      framesPerSecond = try reader.integer()
    } catch {
      return nil
    }
  }
}
