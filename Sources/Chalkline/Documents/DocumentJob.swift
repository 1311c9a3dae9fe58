import Lessons
import Plotting
import Rendering
import Reporting

/// One document to be made of drawings that are there.
struct DocumentJob: Sendable {
  let plan: DocumentPlan
  let store: DrawingStore

  /// The file, not written yet.
  ///
  /// - Throws: `Finding` if a drawing is gone, or text has characters that no font has.
  func file(with tools: DrawingTools) throws(Finding) -> BuiltFile {
    let document = try document(measuring: tools.measurer)
    do throws(RenderError) {
      let bytes = try tools.renderer.encode(document, metadata: metadata)
      return BuiltFile(
        plan.path, document: bytes, language: plan.language,
        size: document.pages.first?.size ?? Size(0, 0))
    } catch {
      throw Finding(.error, "cannot make \(plan.path): \(error)")
    }
  }

  private func document(measuring measurer: TextMeasurer) throws(Finding) -> Document {
    var items: [DocumentContent.Item] = []
    for item in plan.items {
      switch item {
      case .section(let title): items.append(.section(title))
      case .sheet(let number, let title): items.append(.sheet(number: number, title: title))
      case .figure(let figure):
        guard let drawn = store.sketch(figure.sketch.key) else {
          throw Finding(
            .error, "cannot make \(plan.path): the drawing of '\(figure.sketch.figure)' is gone",
            help: "build again")
        }
        items.append(
          .figure(
            DocumentFigure(
              number: figure.number, title: figure.title, caption: figure.caption,
              sentence: figure.sentence,
              alternative: figure.alternative, drawing: drawn.drawing, key: drawn.key,
              note: drawn.note, cuts: drawn.cuts)))
      }
    }
    let content = DocumentContent(
      course: plan.course, lesson: plan.title, language: plan.language, items: items,
      words: plan.words)
    return switch plan.kind {
    case .deck: DeckReport(content, theme: plan.theme, measuring: measurer).document
    case .handout: HandoutReport(content, theme: plan.theme, measuring: measurer).document
    case .exercises, .answers:
      ExerciseReport(
        content, isKey: plan.kind == .answers, theme: plan.theme, measuring: measurer
      ).document
    }
  }

  private var metadata: ImageMetadata {
    ImageMetadata(
      id: "\(plan.lesson)-\(plan.kind.rawValue)-\(plan.language)",
      title: "\(plan.title) · \(plan.kind.name(plan.words))", description: plan.course,
      language: plan.language, software: ChalklineVersion.software,
      extra: [(key: "Source", value: plan.lesson)])
  }
}
