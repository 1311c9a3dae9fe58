import Building
import Lessons
import Plotting
import Rendering
import Reporting

extension ProductName.Kind {
  static let document = ProductName.Kind("document")
}

/// A document of a lesson in one language, made of drawings: slides, a handout, exercise sheets, their answers.
struct LessonDocument: CourseProduct {
  let id: ProductName
  let group: String
  let needs: [ProductName]
  let cost = BuildCost.ofPicture
  private let document: DocumentPlan
  private let plan: CoursePlan

  static let outputKinds: [ProductName.Kind] = [.document]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    guard plan.forms.makesDocuments, !plan.isPart else { return [] }
    return plan.lessons.flatMap { lesson in
      lesson.documents.map { PlannedProduct(LessonDocument($0, plan), isWanted: true) }
    }
  }

  private init(_ document: DocumentPlan, _ plan: CoursePlan) {
    id = Self.name(document.kind, of: document.lesson, in: document.language)
    group = document.lesson
    var needs: [ProductName] = []
    for figure in document.figures where !needs.contains(figure.drawing) {
      needs.append(figure.drawing)
    }
    self.needs = needs
    self.document = document
    self.plan = plan
  }

  static func name(_ kind: DocumentKind, of lesson: String, in language: String) -> ProductName {
    ProductName(.document, of: lesson, kind.rawValue, language: language)
  }

  var outputs: [ProductName] { [id] }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    document.inputs(plan.program)
  }

  /// Lays out the document, and writes it as PDF.
  ///
  /// - Throws: `Finding` if text has characters that no font has.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws
    -> Document
  {
    let tools = try plan.tools.get()
    let pages = layout(made, measuring: tools.measurer)
    guard !outputs.isEmpty else { return pages }
    let bytes: [UInt8]
    do throws(RenderError) {
      bytes = try tools.renderer.encode(pages, metadata: metadata)
    } catch {
      throw Finding(.error, "cannot make \(document.path): \(error)")
    }
    let size = pages.pages.first?.size ?? Size(0, 0)
    try bench.write(
      bytes, to: document.path,
      FileFacts("pdf", language: document.language, width: size.width, height: size.height), of: id)
    return pages
  }

  private func layout(_ made: CourseValues, measuring measurer: TextMeasurer) -> Document {
    let items = document.items.compactMap { item -> DocumentContent.Item? in
      switch item {
      case .section(let title): return .section(title)
      case .sheet(let number, let title): return .sheet(number: number, title: title)
      case .figure(let figure):
        return made.value(of: figure.drawing, as: DocumentDrawing.self).map {
          .figure(figure.words.showing($0))
        }
      }
    }
    let content = DocumentContent(
      course: document.course, lesson: document.title, language: document.language, items: items,
      words: document.words)
    let theme = document.theme
    return switch document.kind {
    case .deck: DeckReport(content, theme: theme, measuring: measurer).document
    case .handout: HandoutReport(content, theme: theme, measuring: measurer).document
    case .exercises, .answers:
      ExerciseReport(
        content, isKey: document.kind == .answers, theme: theme, measuring: measurer
      ).document
    }
  }

  private var metadata: ImageMetadata {
    ImageMetadata(
      id: "\(document.lesson)-\(document.kind.rawValue)-\(document.language)",
      title: "\(document.title) · \(document.kind.name(document.words))",
      description: document.course, language: document.language,
      software: ChalklineVersion.software, extra: [(key: "Source", value: document.lesson)])
  }

  static func belongs(_ output: ProductName, to course: CourseInventory) -> Bool {
    course.has(document: output)
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    let empty = Manifest.Document(lesson: output.lesson ?? "", document: output.name, files: [])
    manifest.documents[output.reference, default: empty].files +=
      record.files.map { Manifest.File($0) }
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    let kind = DocumentKind(rawValue: output.name) ?? .deck
    return .document(
      path: PagePath.document(
        kind, of: output.lesson ?? "", in: output.language ?? "", first: course.languages[0]))
  }
}

extension DocumentFigure {
  /// The figure with its drawing.
  fileprivate func showing(_ drawn: DocumentDrawing) -> DocumentFigure {
    var figure = self
    (figure.drawing, figure.key) = (drawn.drawing, drawn.key)
    (figure.note, figure.cuts) = (drawn.note, drawn.cuts)
    return figure
  }
}
