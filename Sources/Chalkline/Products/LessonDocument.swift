import Building
import Lessons
import Drawings
import Plotting
import Rendering
import Reporting
import Snapshots

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
    -> DocumentFile
  {
    let tools = try plan.tools.get()
    let pages = layout(made, measuring: tools.measurer)
    let bytes: [UInt8]
    do throws(RenderError) {
      bytes = try tools.renderer.encode(pages, metadata: metadata)
    } catch {
      throw Finding(.error, "cannot make \(document.path): \(error)")
    }
    let size = pages.pages.first?.size ?? Size(0, 0)
    bench.note(DocumentNotes(outline: pages.outline).bytes, of: id)
    try bench.write(
      bytes, to: document.path,
      FileFacts("pdf", language: document.language, width: size.width, height: size.height), of: id)
    return DocumentFile(bytes: bytes)
  }

  private func layout(_ made: CourseValues, measuring measurer: TextMeasurer) -> Document {
    let items = document.items.compactMap { item -> DocumentContent.Item? in
      switch item {
      case .section(let title): return .section(title)
      case .sheet(let number, let title): return .sheet(number: number, title: title)
      case .figure(let figure):
        return made.value(of: figure.drawing, as: DocumentDrawing.self).map {
          .figure(figure.words.showing($0, in: document.theme))
        }
      }
    }
    let content = DocumentContent(
      course: document.course, lesson: document.title, language: document.language, items: items,
      words: document.words)
    let colors = DocumentColors(document.theme)
    return switch document.kind {
    case .deck: DeckReport(content, colors: colors, measuring: measurer).document
    case .handout: HandoutReport(content, colors: colors, measuring: measurer).document
    case .exercises, .answers:
      ExerciseReport(
        content, isKey: document.kind == .answers, colors: colors, measuring: measurer
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

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    guard course.has(document: output), let kind = DocumentKind(rawValue: output.name) else {
      return false
    }
    // In a course of another first language than before, documents have other names.
    let path = PagePath.document(
      kind, of: output.lesson ?? "", in: output.language ?? "", first: course.firstLanguage)
    return record.files.allSatisfy { $0.path == path }
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

/// A document as a file.
struct DocumentFile: Sendable {
  let bytes: [UInt8]
}

/// What later builds are to know of a document: its table of contents.
struct DocumentNotes: Equatable, Sendable {
  var outline: [Document.Entry]

  init(outline: [Document.Entry]) { self.outline = outline }

  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(outline) { writer, entry in
      writer.write(entry.title)
      writer.write(entry.level)
      writer.write(entry.page)
    }
    return writer.bytes
  }

  /// Nil unless the bytes are those of such notes.
  init?(from bytes: [UInt8]) {
    var reader = SnapshotReader(bytes[...])
    let outline = try? reader.list { reader throws(SnapshotError) in
      Document.Entry(try reader.text(), level: try reader.integer(), page: try reader.integer())
    }
    guard let outline else { return nil }
    self.outline = outline
  }
}

extension DocumentFigure {
  /// The figure with its drawing.
  fileprivate func showing(_ drawn: DocumentDrawing, in theme: Theme) -> DocumentFigure {
    var figure = self
    (figure.drawing, figure.key) = (drawn.drawing, drawn.key)
    (figure.note, figure.cuts, figure.margin) = (drawn.note, drawn.cuts, theme.margin)
    return figure
  }
}
